import { planningRamps } from "../classification/palette.ts";
import { leastPeople } from "../demand/cell-disclosure.ts";

/** Classes of people per square: `breaks` are the lower limits of all classes but the first. */
export interface GapScale {
  breaks: readonly number[];
  colours: readonly string[];
}

/**
 * Unserved people per square, light to dark: one warm hue that nothing else on the map has. The darkest step of
 * the ramp is left out, because it would sink into the dark theme's paper.
 */
export const gapColours = planningRamps.orange.slice(0, 4);

/** Steps between limits that people read easily. */
const readableSteps = [1, 2, 3, 4, 5, 10, 15, 20, 25, 30, 40, 50, 75, 100, 200, 300, 400, 500, 1000, 2000];

/** Edge of a square in metres: at half of it most unserved people of a city live in squares that are not drawn. */
export const gapSquareM = 400;

/**
 * Classes of people per square with round limits, as wide as leaves at least the fullest tenth to the last class.
 * They begin where squares may be drawn at all.
 */
export function gapScale(people: readonly number[]): GapScale {
  const sorted = people.toSorted((a, b) => a - b);
  const high = sorted[Math.floor(sorted.length * 0.9)] ?? 0;
  const low = Math.min(leastPeople, sorted[0] ?? 0);
  const firstOf = (step: number) => (Math.floor(low / step) + 1) * step;
  const step = readableSteps.findLast((one) => firstOf(one) + 2 * one <= high) ?? readableSteps[0]!;
  const first = firstOf(step);
  return { breaks: [first, first + step, first + 2 * step], colours: gapColours };
}

/** Class of a square, from 0. */
export function classOf(people: number, { breaks }: GapScale): number {
  return breaks.filter((limit) => people >= limit).length;
}
