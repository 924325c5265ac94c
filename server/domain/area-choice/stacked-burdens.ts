import type { DirectedFigures } from "./indicator-figures.ts";

export interface StackedBurdens {
  areaNumber: string;
  /** Codes of the indicators in whose worst fifth the area lies, in the order given: each named, no weights, no total. */
  burdens: string[];
  /** Codes of the indicators without a figure here. */
  unknown: string[];
}

/** A fifth of the areas. */
const worstShare = 1 / 5;

/**
 * Which indicators an area is among the worst fifth of (METHODS §8.1): fewer than a fifth of the areas with a figure are
 * strictly worse, so areas with the same figure are in or out together. NEUTRAL indicators are no burden and take no part.
 * Where the edge of the fifth falls on the best figure there is, nobody is worst by it.
 */
export function stackedBurdens(
  areaNumbers: readonly string[],
  indicators: readonly DirectedFigures[],
): StackedBurdens[] {
  const burdens = indicators
    .filter(({ direction }) => direction !== "NEUTRAL")
    .map(({ indicatorCode, direction, byArea }) => {
      const sign = direction === "HIGH_IS_BURDEN" ? 1 : -1;
      return { indicatorCode, byArea, sign, least: edgeOfWorst([...byArea.values()].map((v) => sign * v)) };
    });
  return areaNumbers.map((areaNumber) => {
    const known = burdens.filter(({ byArea }) => byArea.has(areaNumber));
    return {
      areaNumber,
      burdens: known
        .filter(({ byArea, sign, least }) => sign * byArea.get(areaNumber)! >= least)
        .map(({ indicatorCode }) => indicatorCode),
      unknown: burdens
        .filter(({ byArea }) => !byArea.has(areaNumber))
        .map(({ indicatorCode }) => indicatorCode),
    };
  });
}

/** Smallest burden that still has fewer than a fifth of all strictly above it. */
function edgeOfWorst(burdens: readonly number[]): number {
  const falling = burdens.toSorted((a, b) => b - a);
  const edge = falling[Math.ceil(falling.length * worstShare) - 1];
  const best = falling.at(-1);
  return edge === undefined || edge === best ? Number.POSITIVE_INFINITY : edge;
}
