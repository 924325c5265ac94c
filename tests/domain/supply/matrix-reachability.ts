import { type Place, type Reachability, unreached } from "#domain/reachability/reachability.ts";

/** Ways written down by hand: `costs[place][cell]`, null where there is none; a place is called by its longitude. */
export function matrixReachability(costs: readonly (readonly (number | null)[])[]): Reachability {
  const cellCount = costs[0]?.length ?? 0;
  const way = ({ longitude }: Place, cell: number) => costs[longitude]?.[cell] ?? unreached;
  const cells = Array.from({ length: cellCount }, (_, cell) => cell);
  const reached = (place: Place, passes: (cell: number, cost: number) => boolean) => {
    const passing = cells.filter((cell) => passes(cell, way(place, cell)));
    return {
      cells: Uint32Array.from(passing),
      costs: Uint32Array.from(passing, (cell) => way(place, cell)),
    };
  };
  return {
    method: "network",
    measure: "metres",
    profile: "ADULT",
    cellCount,
    reach: (place, limit) => reached(place, (_, cost) => cost <= limit),
    nearest(places) {
      const best = cells.map((cell) => Math.min(unreached, ...places.map((place) => way(place, cell))));
      const nearest = cells.map((cell) =>
        best[cell] === unreached ? -1 : places.findIndex((place) => way(place, cell) === best[cell]),
      );
      return { costs: Uint32Array.from(best), nearest: Int32Array.from(nearest), nodeCosts: null };
    },
    change: (place, { limit, before }) =>
      reached(place, (cell, cost) => cost <= limit || cost < before.costs[cell]!),
    between: () => unreached,
    outline: () => ({ type: "MultiPolygon", coordinates: [] }),
    snap: () => null,
  };
}
