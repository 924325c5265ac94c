import { lazy, useId, useState } from "react";
import { areaLayer } from "#domain/area/area.ts";
import { useLanguage } from "../../i18n/language.tsx";
import type { ArrangedLayer } from "../../state/selectors/arranged-layers.ts";
import { usePage, usePageStore } from "../../state/use-page.ts";
import { Icon } from "../../ui/icon.tsx";
import { Part } from "../../ui/part.tsx";
import { LayerSymbol } from "../../ui/symbols.tsx";

const LayerDetails = lazy(() => import("./layer-details.tsx"));

/** One layer: on or off, symbol, name, count, and the details behind a button. */
export function LayerRow({
  layer,
  siblings,
  place,
}: {
  layer: ArrangedLayer;
  /** Layers of the same group from top to bottom. */
  siblings: readonly string[];
  place: number;
}) {
  const { text, say, formats } = useLanguage();
  const store = usePageStore();
  const isLevel = usePage((state) => areaLayer(state.level) === layer.layer);
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  const { definition } = layer;
  const name = say(definition.name);
  const toggle = () => {
    store.getState().toggleLayer(layer.layer);
    store.getState().announce(text.layers.switched(name, !layer.isVisible));
  };
  return (
    <li className="layer-row">
      <div className="row-line">
        <label className="check" title={isLevel ? text.layers.alwaysShown : undefined}>
          <input
            type="checkbox"
            checked={layer.isVisible || isLevel}
            disabled={isLevel}
            onChange={toggle}
            aria-describedby={definition.hasOverlay ? `${id}-internal` : undefined}
          />
          <LayerSymbol layer={definition} />
          <span className="row-name">{name}</span>
          {definition.hasOverlay && (
            <span className="row-internal" id={`${id}-internal`} title={text.layers.internal}>
              <Icon name="lock" />
              <span className="for-ears">{text.layers.internal}</span>
            </span>
          )}
        </label>
        <span className="row-count">
          {definition.kind === "base" || definition.kind === "external"
            ? ""
            : formats.number(definition.count)}
        </span>
        <button
          type="button"
          className="icon-button small-button"
          aria-label={text.layers.details(name)}
          title={text.layers.details(name)}
          aria-expanded={isOpen}
          aria-controls={id}
          onClick={() => setOpen(!isOpen)}
        >
          <Icon name={isOpen ? "up" : "down"} />
        </button>
      </div>
      <div id={id} hidden={!isOpen}>
        {isOpen && (
          <Part lines={2}>
            <LayerDetails layer={layer} name={name} siblings={siblings} place={place} />
          </Part>
        )}
      </div>
    </li>
  );
}
