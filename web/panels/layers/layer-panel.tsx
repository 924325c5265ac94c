import { lazy, useMemo } from "react";
import type { Layer } from "#domain/contract/contract.ts";
import { useOpened } from "../../data/opened.ts";
import { useLanguage } from "../../i18n/language.tsx";
import { arrangedLayers } from "../../state/selectors/arranged-layers.ts";
import { usePage, usePageStore } from "../../state/use-page.ts";
import { IconButton } from "../../ui/icon-button.tsx";
import { Part } from "../../ui/part.tsx";
import { IndicatorSection } from "../indicator/indicator-section.tsx";
import { UnchangedFigures } from "../scenario/unchanged-figures.tsx";
import { FacilityGroup } from "./facility-group.tsx";
import { LayerRow } from "./layer-row.tsx";

const ExternalGroup = lazy(() => import("../external/external-group.tsx"));

/** Groups below the indicator, in the order of the tree. */
const groups: readonly Layer["group"][] = [
  "renewal",
  "quarter-projects",
  "facilities",
  "sites",
  "evidence",
  "areas",
  "other",
  "external",
  "base",
];

/** "Ebenen": what is shown, each row with its legend, source and date. */
export function LayerPanel() {
  const { text } = useLanguage();
  const store = usePageStore();
  const { me, layers } = useOpened();
  const settings = usePage((state) => state.layers);
  const arranged = useMemo(() => arrangedLayers(settings, layers).toReversed(), [settings, layers]);

  return (
    <div className="layer-panel">
      <header className="panel-head">
        <h2>{text.panels.layers}</h2>
        <IconButton
          icon="left"
          className="fold"
          label={text.panels.fold(text.panels.layers)}
          aria-expanded={true}
          onClick={() => store.getState().foldLeft(true)}
        />
      </header>
      <UnchangedFigures />
      <IndicatorSection />
      {groups.map((group) => {
        const members = arranged.filter((layer) => layer.definition.group === group);
        if (group === "external" && (members.length > 0 || me.account !== null)) {
          return (
            <Part key={group} lines={0}>
              <ExternalGroup members={members} />
            </Part>
          );
        }
        if (members.length === 0) return null;
        if (group === "facilities") return <FacilityGroup key={group} members={members} />;
        return (
          <section key={group} className="layer-group" aria-labelledby={`group-${group}`}>
            <h3 id={`group-${group}`}>{text.groups[group]}</h3>
            <ul className="layer-list">
              {members.map((layer, place) => (
                <LayerRow
                  key={layer.layer}
                  layer={layer}
                  siblings={members.map((member) => member.layer)}
                  place={place}
                />
              ))}
            </ul>
          </section>
        );
      })}
    </div>
  );
}
