import type { IndicatorFigures } from "./indicator-figures.ts";

/** A condition a person states, in the unit of the indicator; the bound itself meets it. */
export interface ScreeningCondition {
  indicatorCode: string;
  bound: "AT_LEAST" | "AT_MOST";
  value: number;
}

/** Whether an area has to meet all conditions, or one of them is enough. */
export const screeningJoins = ["ALL", "ANY"] as const;
export type ScreeningJoin = (typeof screeningJoins)[number];

export interface Screening {
  /** Areas that meet every condition, or with ANY at least one. */
  meeting: string[];
  /** Areas that miss a figure which would decide, whatever the others say: neither in nor out. */
  undecided: string[];
  /** Of each area which conditions hold, in their order; null where a figure is missing. */
  answersOf: ReadonlyMap<string, readonly (boolean | null)[]>;
  /** Each condition by itself. */
  conditions: (ScreeningCondition & { met: number; notMet: number; unknown: number })[];
}

/** Areas meeting all or any of the stated conditions, each with its own count (METHODS §8.1). Areas in the order given. */
export function screenAreas(
  areaNumbers: readonly string[],
  conditions: readonly ScreeningCondition[],
  figures: readonly IndicatorFigures[],
  join: ScreeningJoin = "ALL",
): Screening {
  const byCode = new Map(figures.map(({ indicatorCode, byArea }) => [indicatorCode, byArea]));
  const answers = conditions.map(({ indicatorCode, bound, value }) =>
    areaNumbers.map((area) => {
      const figure = byCode.get(indicatorCode)?.get(area);
      if (figure === undefined) return null;
      return bound === "AT_LEAST" ? figure >= value : figure <= value;
    }),
  );
  const count = (given: readonly (boolean | null)[], wanted: boolean | null) =>
    given.filter((answer) => answer === wanted).length;
  const outcomes = areaNumbers.map((_, area) =>
    outcomeOf(
      answers.map((given) => given[area] ?? null),
      join,
    ),
  );
  return {
    meeting: areaNumbers.filter((_, area) => outcomes[area] === true),
    undecided: areaNumbers.filter((_, area) => outcomes[area] === null),
    answersOf: new Map(
      areaNumbers.map((number, area) => [number, answers.map((given) => given[area] ?? null)]),
    ),
    conditions: conditions.map((condition, index) => ({
      ...condition,
      met: count(answers[index]!, true),
      notMet: count(answers[index]!, false),
      unknown: count(answers[index]!, null),
    })),
  };
}

/** True, false, or null where a missing figure would decide. Without conditions nothing is asked, and all are in. */
function outcomeOf(answers: readonly (boolean | null)[], join: ScreeningJoin): boolean | null {
  const decides = join === "ANY" && answers.length > 0;
  if (answers.includes(decides)) return decides;
  return answers.includes(null) ? null : !decides;
}
