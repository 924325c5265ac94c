import type { AreaAnswer } from "#domain/contract/contract.ts";
import type { Figures, Pair } from "../../data/figures.tsx";

/** An area with a figure of both indicators. */
export interface PairPoint {
  area: AreaAnswer;
  first: number;
  second: number;
}

/** A range of figures on either axis, in the units of the indicators; `null` is open. */
export interface FigureRange {
  first: readonly [number | null, number | null];
  second: readonly [number | null, number | null];
}

export function pairPoints(
  areas: readonly AreaAnswer[],
  figures: Pick<Figures, "values">,
  pair: Pick<Pair, "values">,
): PairPoint[] {
  return areas.flatMap((area) => {
    const first = figures.values.get(area.number)?.value;
    const second = pair.values.get(area.number)?.value;
    return typeof first === "number" && typeof second === "number" ? [{ area, first, second }] : [];
  });
}

/** Numbers of the areas whose figures both lie in the range, its ends included. */
export function areasWithin(points: readonly PairPoint[], range: FigureRange): Set<string> {
  const isIn = (value: number, [from, to]: FigureRange["first"]) =>
    (from === null || value >= from) && (to === null || value <= to);
  return new Set(
    points
      .filter(({ first, second }) => isIn(first, range.first) && isIn(second, range.second))
      .map(({ area }) => area.number),
  );
}
