import type { Ingredients } from "./answers.ts";
import type { PlanningData, ResolvedQuestion } from "./planning-model.ts";
import { differsFromStandard, limitOf } from "./resolve-question.ts";

/** What an answer was made from ("So gerechnet"), for the places that counted in it. */
export function ingredientsOf(data: PlanningData, resolved: ResolvedQuestion): Ingredients {
  const { question, standard, reachability, supply } = resolved;
  const { id, name, validFrom } = data.parameterSet;
  const dates = supply
    .flatMap(({ point }) => point.capacity)
    .filter(({ unit }) => unit === standard.unit)
    .map(({ referenceDate }) => referenceDate)
    .filter((date) => date !== "")
    .sort();
  return {
    kind: standard.kind,
    profile: reachability.profile,
    measure: reachability.measure,
    limit: limitOf(question, standard)!.amount,
    differsFromStandard: differsFromStandard(resolved),
    method: reachability.method,
    layers: [...question.layers],
    ages: { ...standard.ages },
    agesEstimated: resolved.agesEstimated,
    parameterSet: { id, name, validFrom },
    grid: { ...data.dates.grid },
    network: data.dates.network && { ...data.dates.network },
    capacityDates: dates.length === 0 ? null : { earliest: dates[0]!, latest: dates.at(-1)! },
    supplyPoints: supply.length,
  };
}
