import { useLanguage } from "../../i18n/language.tsx";
import type { PlanningTerms } from "../../planning/use-planning.ts";
import { usePage, usePageStore } from "../../state/use-page.ts";
import { OpeningDetails } from "../../ui/opening-details.tsx";
import { BreaksField } from "./breaks-field.tsx";
import { StandardDetails } from "./standard-details.tsx";
import { usePlanningText } from "./use-planning-text.ts";
import { WayForm } from "./way-form.tsx";

/** "Was wird gebraucht?": kind, size, for whom, and how long a way may be. */
export function NeedForm({ terms }: { terms: PlanningTerms }) {
  const { say } = useLanguage();
  const words = usePlanningText();
  const store = usePageStore();
  const size = usePage((state) => state.planningSize);
  const { parameterSet, standard } = terms;
  const isVariant = terms.scenario.standards.some(({ kind }) => kind === standard.kind);

  return (
    <section className="layer-group planning-need" aria-labelledby="planning-need">
      <h3 id="planning-need">{words.need.heading}</h3>
      <label className="field field-inline">
        <span>{words.need.kind}</span>
        <select
          value={standard.kind}
          onChange={(event) =>
            store.getState().plan({ planningKind: event.target.value, planningSize: 0, wayLimit: null })
          }
        >
          {parameterSet.standards.map((one) => (
            <option key={one.kind} value={one.kind}>
              {say(one.name)}
            </option>
          ))}
        </select>
      </label>
      {standard.sizes.length > 0 && (
        <label className="field field-inline">
          <span>{words.need.size}</span>
          <select
            value={Math.min(size, standard.sizes.length - 1)}
            onChange={(event) => store.getState().plan({ planningSize: Number(event.target.value) })}
          >
            {standard.sizes.map((one, place) => (
              <option key={say(one.name)} value={place}>
                {say(one.name)}
              </option>
            ))}
          </select>
        </label>
      )}
      <p className="planning-fact">
        <span>{words.need.targetGroup}</span> {say(standard.targetGroup)}
      </p>
      <WayForm terms={terms} />
      {isVariant && <p className="small">{words.standard.changed}</p>}
      <OpeningDetails summary={words.standard.details}>
        {() => (
          <>
            <StandardDetails terms={terms} />
            <BreaksField />
          </>
        )}
      </OpeningDetails>
    </section>
  );
}
