import { ckmeans, mean, standardDeviation } from "simple-statistics";

/** Class methods of METHODS §6, in the order the menu offers them. */
export const classMethods = [
  "content",
  "quantile",
  "natural-breaks",
  "equal-interval",
  "standard-deviation",
] as const;
export type ClassMethod = (typeof classMethods)[number];

export const minClasses = 3;
export const maxClasses = 7;

export interface BreaksOptions {
  method: ClassMethod;
  /** Wanted number of classes, 3 to 7; content breaks and standard deviation bring their own. */
  classes: number;
  /** Breaks the indicator's owner set; needed for "content". */
  contentBreaks?: readonly number[];
}

/**
 * Inner class breaks for all known values of an indicator, over all areas and years, so that one colour
 * means the same in every year. A value on a break belongs to the upper class. Returns ascending, distinct
 * breaks: n breaks make n + 1 classes; fewer than asked for when the values do not fill that many.
 */
export function classBreaks(values: readonly number[], options: BreaksOptions): number[] {
  const sorted = values.filter(Number.isFinite).sort((a, b) => a - b);
  const first = sorted[0];
  const last = sorted.at(-1);
  if (options.method === "content" && options.contentBreaks) return [...options.contentBreaks];
  if (first === undefined || last === undefined || first === last) return [];
  const classes = Math.min(maxClasses, Math.max(minClasses, Math.round(options.classes)));
  return distinctInside(innerBreaks(sorted, { ...options, classes }), first, last);
}

function innerBreaks(sorted: readonly number[], { method, classes }: BreaksOptions): number[] {
  const steps = Array.from({ length: classes - 1 }, (_, index) => index + 1);
  const low = sorted[0] ?? 0;
  const high = sorted.at(-1) ?? 0;
  switch (method) {
    case "quantile":
      return steps.map((step) => quantileOfSorted(sorted, step / classes));
    case "natural-breaks": {
      // ckmeans throws when there are fewer distinct values than classes.
      const clusters = Math.min(classes, new Set(sorted).size);
      return ckmeans([...sorted], clusters)
        .slice(1)
        .map((cluster) => cluster[0] ?? high);
    }
    case "standard-deviation": {
      const middle = mean([...sorted]);
      const deviation = standardDeviation([...sorted]);
      return [-1.5, -0.5, 0.5, 1.5].map((factor) => middle + factor * deviation);
    }
    case "content":
    case "equal-interval":
      return steps.map((step) => low + ((high - low) * step) / classes);
  }
}

/** Quantile by linear interpolation between the order statistics (type 7 of Hyndman and Fan). */
function quantileOfSorted(sorted: readonly number[], share: number): number {
  const position = (sorted.length - 1) * share;
  const below = Math.floor(position);
  const lower = sorted[below] ?? 0;
  const upper = sorted[below + 1] ?? lower;
  return lower + (upper - lower) * (position - below);
}

function distinctInside(breaks: readonly number[], first: number, last: number): number[] {
  return [...new Set(breaks)].filter((value) => value > first && value <= last).sort((a, b) => a - b);
}

/** Index of the class a value falls into, from 0; a value on a break belongs to the upper class. */
export function classOf(value: number, breaks: readonly number[]): number {
  let index = 0;
  while (index < breaks.length && value >= (breaks[index] ?? Number.POSITIVE_INFINITY)) index++;
  return index;
}

/**
 * Breaks as a legend writes them. With up to `decimals` places, the fewest that leave every value in its
 * class; where values lie too close for that, breaks with `decimals` places, so that only values nearer to a
 * break than a reader could see change sides. More places than that only where a class would lose all its values.
 */
export function roundedBreaks(
  breaks: readonly number[],
  values: readonly number[],
  decimals: number,
): number[] {
  const classes = values.map((value) => classOf(value, breaks));
  const filled = new Set(classes).size;
  for (let places = 0; places <= decimals; places++) {
    // Rounding up never moves a value with as many places: reaching the break it reaches the next such number.
    const exact = [Math.round, Math.ceil]
      .map((round) => breaks.map((value) => roundedTo(value, places, round)))
      .find(
        (candidate) =>
          areDistinct(candidate) &&
          values.every((value, index) => classOf(value, candidate) === classes[index]),
      );
    if (exact) return exact;
  }
  for (let places = decimals; places <= 12; places++) {
    const near = breaks.map((value) => roundedTo(value, places, Math.round));
    if (areDistinct(near) && new Set(values.map((value) => classOf(value, near))).size === filled)
      return near;
  }
  return [...breaks];
}

/** Twelve significant digits first: 0.3 × 10 is 3.0000000000000004 as the machine counts. */
function roundedTo(value: number, places: number, round: (value: number) => number): number {
  const step = 10 ** places;
  return round(Number((value * step).toPrecision(12))) / step;
}

function areDistinct(breaks: readonly number[]): boolean {
  return new Set(breaks).size === breaks.length;
}
