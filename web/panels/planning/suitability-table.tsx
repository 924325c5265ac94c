import {
  type Suitability,
  type SuitabilityContribution,
  suitabilityCriterionCodes,
} from "#domain/placement/suitability.ts";
import { useLanguage } from "../../i18n/language.tsx";
import type { PlanningTerms } from "../../planning/use-planning.ts";
import { usePlanningText } from "./use-planning-text.ts";
import { useWayText } from "./use-way-text.ts";

/** How every score came about: value, points × weight for each criterion, and the division in the end. */
export function SuitabilityTable({
  weighed,
  names,
  terms,
}: {
  weighed: readonly Suitability[];
  /** Names of the sites, in the order of `weighed`. */
  names: readonly string[];
  terms: PlanningTerms;
}) {
  const { text, formats } = useLanguage();
  const words = usePlanningText();
  const valueText = useValueText(terms);
  return (
    <div className="scroll-x">
      <table className="small-table site-comparison">
        <thead>
          <tr>
            <th scope="col">
              <span className="for-ears">{words.comparison.figure}</span>
            </th>
            {weighed.map(({ id }, place) => (
              <th key={id} scope="col" className="number">
                {names[place]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {suitabilityCriterionCodes.map((code, row) => (
            <tr key={code}>
              <th scope="row">{words.suitability.criteria[code]}</th>
              {weighed.map(({ id, contributions }) => {
                const one = contributions[row];
                return (
                  <td key={id} className="number">
                    {one && valueText(one)}
                    {one && one.points !== null && (
                      <>
                        <br />
                        <small>
                          {words.suitability.points(formats.number(one.points), formats.number(one.weight))}
                        </small>
                      </>
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
          <tr>
            <th scope="row">{words.suitability.sum}</th>
            {weighed.map(({ id, outcome, sum, knownWeight }) => (
              <td key={id} className="number">
                {outcome === "EXCLUDED"
                  ? text.record.notApplicable
                  : words.suitability.quotient(formats.number(sum), formats.number(knownWeight))}
              </td>
            ))}
          </tr>
        </tbody>
      </table>
    </div>
  );
}

/** The value behind the points, as it is said elsewhere. */
function useValueText(terms: PlanningTerms): (contribution: SuitabilityContribution) => string {
  const { text, formats } = useLanguage();
  const way = useWayText(terms);
  const { constraintRatings, yes, no, unknown } = text.record;
  const ratings = [constraintRatings.NONE, constraintRatings.MINOR, constraintRatings.MAJOR];
  return ({ criterion, value }) => {
    if (value === null) return criterion === "CONSTRAINTS" ? constraintRatings.NOT_CHECKED : unknown;
    switch (criterion) {
      case "NEWLY_SERVED":
        return formats.number(value);
      case "OVERLAP":
        return formats.share(value / 100);
      case "MEDIAN_WAY":
        return way.amount(value);
      case "OUTDOOR":
      case "LAND":
        return value === 1 ? yes : no;
      case "CONSTRAINTS":
        return ratings[value] ?? unknown;
    }
  };
}
