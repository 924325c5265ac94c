import type { IndicatorFigures } from "./indicator-figures.ts";

/** A condition a person states, in the unit of the indicator; the bound itself meets it. */
export interface ScreeningCondition {
  indicatorCode: string;
  bound: "AT_LEAST" | "AT_MOST";
  value: number;
}

export interface Screening {
  /** Areas that meet every condition. */
  meeting: string[];
  /** Areas that miss a figure and fail none of the conditions that can be checked: neither in nor out. */
  undecided: string[];
  /** Each condition by itself. */
  conditions: (ScreeningCondition & { met: number; notMet: number; unknown: number })[];
}

/** Areas meeting all stated conditions, each condition with its own count (METHODS §8.1). Areas in the order given. */
export function screenAreas(
  areaNumbers: readonly string[],
  conditions: readonly ScreeningCondition[],
  figures: readonly IndicatorFigures[],
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
  return {
    meeting: areaNumbers.filter((_, area) => answers.every((given) => given[area] === true)),
    undecided: areaNumbers.filter(
      (_, area) =>
        answers.some((given) => given[area] === null) && answers.every((given) => given[area] !== false),
    ),
    conditions: conditions.map((condition, index) => ({
      ...condition,
      met: count(answers[index]!, true),
      notMet: count(answers[index]!, false),
      unknown: count(answers[index]!, null),
    })),
  };
}
