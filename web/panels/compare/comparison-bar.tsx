import type { PlanningBase } from "#domain/analysis/planning-base.ts";
import { presentScenario } from "#domain/scenario/scenario.ts";
import { useScenarios } from "../../data/scenarios.ts";
import { useLanguage } from "../../i18n/language.tsx";
import { type Comparison, comparisonModes } from "../../state/scenario-slice.ts";
import { usePage, usePageStore } from "../../state/use-page.ts";

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
  const { text, say } = useLanguage();
  const store = usePageStore();
  const scenarios = useScenarios({ isWanted: true }).data ?? [];
  const isUnsaved = usePage((state) => state.openScenario !== null && state.unsaved !== 0);
  const words = text.scenario.comparison;
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
