import { mean, standardDeviation } from "simple-statistics";
import type { Indicator } from "../indicator/indicator.ts";
import { periodYear } from "../indicator/observation.ts";
import { breaksBetween } from "../series/method-break.ts";
import type { WarningThresholds } from "./warning-rules.ts";

/** Known figures of one indicator on one level: area → period → figure. Missing ones are not in it. */
export type SeriesByArea = ReadonlyMap<string, ReadonlyMap<string, number>>;

export interface WarningInput {
  indicator: Pick<Indicator, "direction" | "breaks">;
  series: SeriesByArea;
  /** People the newest figure of an area was made from; an area that is not in it never gives a signal. */
  denominators: ReadonlyMap<string, number>;
  /** Areas whose status class is the most burdened one ("sehr niedrig"); empty without an index. */
  lowestClass: ReadonlySet<string>;
}

/** A rule that fired, with the figures that fired it. Deviations and steps are turned so that above 0 is adverse. */
export type FiredRule =
  | {
      rule: "LEVEL";
      value: number;
      /** Standard deviations from the mean of all areas. */
      deviations: number;
      isLowestClass: boolean;
    }
  | { rule: "CHANGE"; from: string; change: number; deviations: number }
  | { rule: "DIRECTION"; adverse: number; intervals: { from: string; to: string; change: number }[] };

/** "Prüfanlass" when two rules of a–c fired, "dringender Prüfanlass" when all three did (METHODS §7). */
export type WarningGrade = "REVIEW" | "URGENT_REVIEW";

export interface AreaWarning {
  areaNumber: string;
  /** Newest period of the indicator, which the signal is about. */
  period: string;
  denominator: number;
  /** In the order a, b, c; with fewer than two there is no grade. */
  fired: FiredRule[];
  grade: WarningGrade | null;
}

/**
 * Areas in which at least one rule fired, in the order of the series: "Auffälligkeit – bitte fachlich prüfen", never a
 * finding. Rule d decides first: below the minimum, or with an unknown denominator, nothing fires. NEUTRAL indicators never
 * fire. Changes across a method break do not count, neither for an area nor in the deviation they are held against.
 * Areas without a figure in the newest period are silent. Deviations are those of the whole (÷ n).
 */
export function warningSignals(rules: WarningThresholds, input: WarningInput): AreaWarning[] {
  const { indicator, series, denominators } = input;
  const period = newestPeriod(series);
  if (indicator.direction === "NEUTRAL" || period === undefined) return [];
  const sign = indicator.direction === "HIGH_IS_BURDEN" ? 1 : -1;
  const levels = new Map<string, number>();
  const changes = new Map<string, { from: string; change: number }>();
  for (const [area, figures] of series) {
    const value = figures.get(period);
    if (value === undefined) continue;
    levels.set(area, value);
    const change = longChange(rules, indicator, figures, period);
    if (change) changes.set(area, change);
  }
  const ofLevels = momentsOf([...levels.values()]);
  const ofChanges = momentsOf([...changes.values()].map(({ change }) => change));

  return [...levels].flatMap(([areaNumber, value]): AreaWarning[] => {
    const denominator = denominators.get(areaNumber);
    if (denominator === undefined || denominator < rules.minDenominator) return [];
    const fired: FiredRule[] = [];
    const isLowestClass = input.lowestClass.has(areaNumber);
    const off = ofLevels.spread > 0 ? (sign * (value - ofLevels.centre)) / ofLevels.spread : 0;
    if (isLowestClass || off > rules.levelDeviations)
      fired.push({ rule: "LEVEL", value, deviations: off, isLowestClass });

    const moved = changes.get(areaNumber);
    if (moved && ofChanges.spread > 0) {
      const deviations = (sign * moved.change) / ofChanges.spread;
      if (deviations > rules.changeDeviations) fired.push({ rule: "CHANGE", ...moved, deviations });
    }

    const intervals = lastIntervals(rules, indicator, series.get(areaNumber)!);
    const adverse = intervals.filter(({ change }) => sign * change > 0).length;
    if (adverse >= rules.adverseIntervals) fired.push({ rule: "DIRECTION", adverse, intervals });

    if (fired.length === 0) return [];
    const grade = fired.length === 3 ? "URGENT_REVIEW" : fired.length === 2 ? "REVIEW" : null;
    return [{ areaNumber, period, denominator, fired, grade }];
  });
}

function newestPeriod(series: SeriesByArea): string | undefined {
  return [...series.values()]
    .flatMap((figures) => [...figures.keys()])
    .sort()
    .at(-1);
}

/** Change to the newest period from the one as many years before as rule b asks for, if no break lies between. */
function longChange(
  { changeYears }: WarningThresholds,
  indicator: Pick<Indicator, "breaks">,
  figures: ReadonlyMap<string, number>,
  period: string,
): { from: string; change: number } | undefined {
  const from = [...figures.keys()].find((one) => periodYear(one) === periodYear(period) - changeYears);
  if (from === undefined || breaksBetween(indicator, from, period).length > 0) return undefined;
  return { from, change: figures.get(period)! - figures.get(from)! };
}

/** The last intervals between known figures, oldest first; those across a break are left out and not replaced. */
function lastIntervals(
  { intervals }: WarningThresholds,
  indicator: Pick<Indicator, "breaks">,
  figures: ReadonlyMap<string, number>,
): { from: string; to: string; change: number }[] {
  const periods = [...figures.keys()].sort().slice(-intervals - 1);
  return periods.slice(1).flatMap((to, index) => {
    const from = periods[index]!;
    if (breaksBetween(indicator, from, to).length > 0) return [];
    return [{ from, to, change: figures.get(to)! - figures.get(from)! }];
  });
}

function momentsOf(values: readonly number[]): { centre: number; spread: number } {
  if (values.every((value) => value === values[0])) return { centre: values[0] ?? 0, spread: 0 };
  return { centre: mean([...values]), spread: standardDeviation([...values]) };
}
