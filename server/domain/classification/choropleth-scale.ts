import { mean, rootMeanSquare } from "simple-statistics";
import type { Value } from "../contract/contract.ts";
import type { Indicator } from "../indicator/indicator.ts";
import { type ClassMethod, classBreaks, roundedBreaks } from "./class-method.ts";
import { classColours, type SequentialRamp } from "./palette.ts";
import { classMethodOf } from "./recommended-method.ts";

/** One scale for map, legend, table, strip and export: classes are fixed over all years. */
export interface ChoroplethScale {
  /** Inner breaks, ascending; n breaks make n + 1 classes; a value on a break belongs above. */
  breaks: readonly number[];
  /** `#rrggbb` per class, from the lowest class up. */
  colours: readonly string[];
}

export interface ScaleWish {
  indicator: Indicator;
  /** All periods and areas of the level: one colour means the same in every year. */
  values: readonly Value[];
  /** City values of all periods, the middle of diverging scales. */
  cityValues: readonly Value[];
  method: ClassMethod | null;
  classes: number;
  ramp: SequentialRamp;
  /** Standard deviations are counted from zero: for change, where rise and fall are what matters. */
  isAroundZero?: boolean;
}

/** The one scale that map, legend, table, strip and export share. */
export function choroplethScale(wish: ScaleWish): ChoroplethScale {
  const known = knownValues(wish.values);
  const method = classMethodOf(wish.indicator, wish.method);
  const breaks = breaksOf(wish, method, known);
  return { breaks, colours: coloursFor(wish, { method, count: breaks.length + 1 }) };
}

function breaksOf(wish: ScaleWish, method: ClassMethod, known: readonly number[]): number[] {
  const { contentBreaks, decimals } = wish.indicator;
  if (method === "standard-deviation" && wish.isAroundZero) return aroundZero(known, decimals);
  const found = classBreaks(known, {
    ...{ method, classes: wish.classes },
    ...(contentBreaks ? { contentBreaks } : {}),
  });
  if (method === "content") return found;
  const isCentred = method === "standard-deviation";
  const breaks = isCentred ? aroundCity(found, known, knownValues(wish.cityValues)) : found;
  return roundedBreaks(breaks, known, decimals);
}

/** Figures that count: areas with too few residents, suppressed and missing ones are left out. */
export function knownValues(values: readonly Value[]): number[] {
  return values.flatMap(({ value, state }) => (state === "VALUE" && value !== null ? [value] : []));
}

/**
 * Half and one and a half times the root mean square on either side of zero, rounded alike on both. All five classes
 * stay, empty or not: only then is the middle one, around zero, drawn in the colour of the middle.
 */
function aroundZero(known: readonly number[], decimals: number): number[] {
  const deviation = known.length === 0 ? 0 : rootMeanSquare([...known]);
  if (deviation === 0) return [];
  // More places than the figures have, only where the inner break would vanish.
  const places = [decimals, decimals + 1, 12].find((one) => Number((deviation / 2).toFixed(one)) > 0)!;
  const [inner, outer] = [0.5, 1.5].map((factor) => Number((factor * deviation).toFixed(places)));
  return [-outer!, -inner!, inner!, outer!];
}

/** Standard deviations count from the city's own figure, not from the mean of areas of unequal size. */
function aroundCity(
  breaks: readonly number[],
  areas: readonly number[],
  city: readonly number[],
): readonly number[] {
  if (areas.length === 0 || city.length === 0) return breaks;
  const shift = mean([...city]) - mean([...areas]);
  return breaks.map((value) => value + shift);
}

/**
 * Diverging colours for indices, change and deviations, the warm end on the side that is a burden. An
 * indicator that is neither good nor bad (MODEL §7) never gets them: it keeps the sequential ramp.
 */
function coloursFor(
  { indicator, ramp }: ScaleWish,
  { method, count }: { method: ClassMethod; count: number },
): string[] {
  const isDiverging = indicator.diverging === true || method === "standard-deviation";
  if (!isDiverging || indicator.direction === "NEUTRAL") return classColours(ramp, count);
  const warmToCold = classColours("RdBu", count);
  return indicator.direction === "HIGH_IS_BURDEN" ? warmToCold.reverse() : warmToCold;
}
