import { useState } from "react";
import {
  equalWeights,
  heaviestWeight,
  type Suitability,
  suitabilityCriterionCodes,
  weighSuitability,
} from "#domain/placement/suitability.ts";
import { type ExaminedSite, suitabilityValues } from "#domain/placement/suitability-values.ts";
import { useLanguage } from "../../i18n/language.tsx";
import type { PlanningTerms } from "../../planning/use-planning.ts";
import { usePage, usePageStore } from "../../state/use-page.ts";
import { Slider } from "./slider.tsx";
import { SuitabilityTable } from "./suitability-table.tsx";
import { usePlanningText } from "./use-planning-text.ts";

/** Compared sketches weighed by what the planner holds important; the order of the columns never follows it. */
export function SuitabilitySection({
  examined,
  terms,
}: {
  examined: readonly ExaminedSite[];
  terms: PlanningTerms;
}) {
  const { text, formats } = useLanguage();
  const words = usePlanningText();
  const weights = usePage((state) => state.suitabilityWeights);
  // Weights that came with the address are there to be seen.
  const [startsOpen] = useState(() =>
    suitabilityCriterionCodes.some((code) => weights[code] !== equalWeights[code]),
  );
  const isComparable = new Set(examined.map(({ site }) => site.kind)).size === 1;
  const weighed = weighSuitability(
    examined.map((one) => suitabilityValues(one, terms.base.land)),
    weights,
  );
  const names = examined.map(({ site }) => site.name);
  const said = ({ outcome, score }: Suitability) =>
    outcome === "SCORED" ? formats.number(score ?? 0) : words.suitability.outcomes[outcome];
  return (
    <details className="suitability" open={startsOpen}>
      <summary>{words.suitability.heading}</summary>
      <div className="stack">
        <p className="badge">{words.proposal}</p>
        <p className="small">{words.suitability.yours}</p>
        {isComparable ? (
          <>
            <WeightFields />
            <div className="scroll-x">
              <table className="small-table site-comparison">
                <thead>
                  <tr>
                    <th scope="col">
                      <span className="for-ears">{words.comparison.figure}</span>
                    </th>
                    {examined.map(({ site }) => (
                      <th key={site.id} scope="col" className="number">
                        {site.name}
                      </th>
                    ))}
                    <th scope="col" className="number">
                      {words.comparison.doNothing}
                    </th>
                  </tr>
                </thead>
                <tbody>
                  <tr>
                    <th scope="row">{words.suitability.score}</th>
                    {weighed.map((one) => (
                      <td key={one.id} className="number">
                        {said(one)}
                      </td>
                    ))}
                    <td className="number">{text.record.notApplicable}</td>
                  </tr>
                </tbody>
              </table>
            </div>
            <details>
              <summary>{words.ingredients.heading}</summary>
              <p className="small">{words.suitability.scale}</p>
              <p className="small">{words.suitability.rule}</p>
              <SuitabilityTable weighed={weighed} names={names} terms={terms} />
            </details>
          </>
        ) : (
          <p>{words.suitability.otherKinds}</p>
        )}
      </div>
    </details>
  );
}

function WeightFields() {
  const { formats } = useLanguage();
  const words = usePlanningText();
  const store = usePageStore();
  const weights = usePage((state) => state.suitabilityWeights);
  return (
    <fieldset className="choice">
      <legend>{words.suitability.weights}</legend>
      {suitabilityCriterionCodes.map((code) => (
        <Slider
          key={code}
          name={words.suitability.criteria[code]}
          value={weights[code]}
          least={0}
          most={heaviestWeight}
          step={1}
          show={(weight) => formats.number(weight)}
          onChange={(weight) => store.getState().plan({ suitabilityWeights: { ...weights, [code]: weight } })}
        />
      ))}
    </fieldset>
  );
}
