import { useMemo } from "react";
import { applyScenario } from "#domain/scenario/apply-scenario.ts";
import { type SupplyLayer, supplyLayers } from "#domain/site/site-fields.ts";
import { servingSupply } from "#domain/supply/capacity-for.ts";
import { useOpened } from "../../data/opened.ts";
import { useLanguage } from "../../i18n/language.tsx";
import type { PlanningTerms } from "../../planning/use-planning.ts";
import { usePage, usePageStore } from "../../state/use-page.ts";
import { SupplyLayerSymbol } from "../../symbols/supply-layer-symbol.tsx";
import { LayerSymbol } from "../../ui/symbols.tsx";
import { useTheme } from "../frame/use-appearance.ts";
import { usePlanningText } from "./use-planning-text.ts";

const allLayers = Object.keys(supplyLayers) as SupplyLayer[];
const nowhere = () => ({});

/** "Angebot zählen": which supply layers count, with how many places each has. */
export function SupplySection({ terms }: { terms: PlanningTerms }) {
  const { say, formats } = useLanguage();
  const words = usePlanningText();
  const store = usePageStore();
  const theme = useTheme();
  const counted = usePage((state) => state.supplyLayersCounted);
  const { base, scenario, standard } = terms;
  const counts = useMemo(() => {
    const supply = applyScenario(base.supply, scenario, { areasAt: nowhere });
    const serving = servingSupply(supply, standard, allLayers);
    return new Map(
      allLayers.map((layer) => [layer, serving.filter(({ point }) => point.layer === layer).length]),
    );
  }, [base, scenario, standard]);

  const toggle = (layer: SupplyLayer) => {
    const next = allLayers.filter((one) => (one === layer ? !counted.includes(one) : counted.includes(one)));
    if (next.length === 0) store.getState().announce(words.supply.atLeastOne);
    else store.getState().plan({ supplyLayersCounted: next });
  };
  return (
    <section className="layer-group" aria-labelledby="planning-supply">
      <h3 id="planning-supply">{words.supply.heading}</h3>
      <fieldset className="supply-layers">
        <legend className="for-ears">{words.supply.counted}</legend>
        {allLayers.map((layer) => (
          <div key={layer} className="row-line">
            <label className="check">
              <input type="checkbox" checked={counted.includes(layer)} onChange={() => toggle(layer)} />
              <SupplyLayerSymbol supplyLayer={layer} theme={theme} />
              <span className="row-name">{say(supplyLayers[layer])}</span>
            </label>
            <span className="row-count">{formats.number(counts.get(layer) ?? 0)}</span>
          </div>
        ))}
      </fieldset>
      <OtherLayers />
    </section>
  );
}

/** Layers of other themes that matter to a site. */
const themes = ["renewal-priority-areas", "renewal-areas", "quarter-projects", "public-needs-sites"];

function OtherLayers() {
  const { say } = useLanguage();
  const words = usePlanningText();
  const store = usePageStore();
  const { layers } = useOpened();
  const shown = usePage((state) => state.planningLayers);
  const toggle = (layer: string) =>
    store.getState().plan({
      planningLayers: shown.includes(layer) ? shown.filter((one) => one !== layer) : [...shown, layer],
    });
  return (
    <details>
      <summary>{words.supply.alsoShown}</summary>
      <fieldset className="supply-layers">
        <legend className="for-ears">{words.supply.alsoShown}</legend>
        {layers
          .filter(({ layer, count }) => themes.includes(layer) && count > 0)
          .map((one) => (
            <label key={one.layer} className="check row-line">
              <input type="checkbox" checked={shown.includes(one.layer)} onChange={() => toggle(one.layer)} />
              <LayerSymbol layer={one} />
              <span className="row-name">{say(one.name)}</span>
            </label>
          ))}
      </fieldset>
    </details>
  );
}
