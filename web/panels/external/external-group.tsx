import { lazy, useState } from "react";
import { may } from "#domain/access/access.ts";
import { externalLayer } from "#domain/external-layer/external-layer.ts";
import { useOpened } from "../../data/opened.ts";
import { useLanguage } from "../../i18n/language.tsx";
import type { ArrangedLayer } from "../../state/selectors/arranged-layers.ts";
import { Part } from "../../ui/part.tsx";
import { LayerRow } from "../layers/layer-row.tsx";
import { useExternalText } from "./use-external-text.ts";

const ExternalDialog = lazy(() => import("./external-dialog.tsx"));

/** "Weitere Karten": maps of other services, and the way to add one for those who may. */
export default function ExternalGroup({ members }: { members: readonly ArrangedLayer[] }) {
  const { text } = useLanguage();
  const words = useExternalText();
  const { me } = useOpened();
  const [isAdding, setAdding] = useState(false);
  const mayAdd = may({ ...me, ceiling: me.ceilings.at(-1) ?? "PUBLIC" }, "create", externalLayer);
  if (members.length === 0 && !mayAdd) return null;
  return (
    <section className="layer-group" aria-labelledby="group-external">
      <header className="group-head">
        <h3 id="group-external">{text.groups.external}</h3>
        {mayAdd && (
          <button type="button" className="link-button" onClick={() => setAdding(true)}>
            {words.add}
          </button>
        )}
      </header>
      {members.length > 0 && (
        <ul className="layer-list">
          {members.map((member, place) => (
            <LayerRow
              key={member.layer}
              layer={member}
              siblings={members.map(({ layer }) => layer)}
              place={place}
            />
          ))}
        </ul>
      )}
      {isAdding && (
        <Part lines={0}>
          <ExternalDialog onClose={() => setAdding(false)} />
        </Part>
      )}
    </section>
  );
}
