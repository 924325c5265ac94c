import type { PlanningBase } from "#domain/analysis/planning-base.ts";
import { presentScenario } from "#domain/scenario/present-scenario.ts";
import { type SupplyLayer, supplyLayers } from "#domain/site/site-fields.ts";
import { comparisonModes } from "#domain/view/view-words.ts";
import { useScenarios } from "../../data/scenarios.ts";
import { useLanguage } from "../../i18n/language.tsx";
import type { Comparison } from "../../state/scenario-slice.ts";
import { usePage, usePageStore } from "../../state/use-page.ts";
import { DropPanel } from "../../ui/drop-panel.tsx";

const allLayers = Object.keys(supplyLayers) as SupplyLayer[];

/** What is compared, how it is shown, and the way out. */
export function ComparisonBar({
  comparison,
  kind,
  standards,
}: {
  comparison: Comparison;
  kind: string | null;
  standards: PlanningBase["parameterSets"][number]["standards"];
}) {
  const { text, say, formats } = useLanguage();
  const store = usePageStore();
  const scenarios = useScenarios({ isWanted: true }).data ?? [];
  const isUnsaved = usePage((state) => state.openScenario !== null && state.unsaved !== 0);
  const counted = usePage((state) => state.supplyLayersCounted);
  const words = text.scenario.comparison;
  /** One layer more or less; the last one stays, or nothing would count. */
  const count = (layer: SupplyLayer) => {
    const wanted = allLayers.filter((one) => counted.includes(one) !== (one === layer));
    if (wanted.length > 0) store.getState().plan({ supplyLayersCounted: wanted });
  };
  const change = (changed: Partial<Comparison>) => store.getState().compare({ ...comparison, ...changed });

  return (
    <div className="comparison-bar">
      <h1>{words.title}</h1>
      {(["first", "second"] as const).map((side) => (
        <label key={side} className="bar-select">
          <span>{words[side]}</span>
          <select value={comparison[side]} onChange={(event) => change({ [side]: event.target.value })}>
            <option value={presentScenario.id}>{text.scenario.present}</option>
            {scenarios.map((one) => (
              <option key={one.id} value={one.id}>
                {one.properties.name}
              </option>
            ))}
          </select>
        </label>
      ))}
      <label className="bar-select">
        <span>{words.kind}</span>
        <select
          value={kind ?? ""}
          onChange={(event) => store.getState().plan({ planningKind: event.target.value })}
        >
          {standards.map((standard) => (
            <option key={standard.kind} value={standard.kind}>
              {say(standard.name)}
            </option>
          ))}
        </select>
      </label>
      <DropPanel
        label={words.layers(formats.list(counted.map((layer) => say(supplyLayers[layer]))))}
        title={words.layersTitle}
      >
        {() => (
          <fieldset className="choice">
            <legend>{words.layersTitle}</legend>
            {allLayers.map((layer) => (
              <label key={layer} className="check">
                <input type="checkbox" checked={counted.includes(layer)} onChange={() => count(layer)} />
                {say(supplyLayers[layer])}
              </label>
            ))}
          </fieldset>
        )}
      </DropPanel>
      <fieldset className="segments">
        <legend className="for-ears">{words.mode}</legend>
        {comparisonModes.map((mode) => (
          <label key={mode} className="segment">
            <input
              type="radio"
              name="comparison-mode"
              checked={comparison.mode === mode}
              onChange={() => change({ mode })}
            />
            {words.modes[mode]}
          </label>
        ))}
      </fieldset>
      <button type="button" className="button" onClick={() => store.getState().compare(null)}>
        {words.close}
      </button>
      {isUnsaved && <p className="small">{words.unsaved}</p>}
    </div>
  );
}
