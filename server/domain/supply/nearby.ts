import { distanceInMeters } from "../geometry/ellipsoid.ts";
import { type Place, type Reachability, unreached } from "../reachability/reachability.ts";

const mmPerMetre = 1000;
/** The network's lengths and the ellipsoid's may differ by this much, so the air line bounds a way only with it. */
const slack = 0.99;

const airLineMm = (a: Place, b: Place) =>
  distanceInMeters([a.longitude, a.latitude], [b.longitude, b.latitude]) * mmPerMetre * slack;

export interface PlaceOnWay<Candidate extends Place> {
  candidate: Candidate;
  wayMm: number;
}

/**
 * Places whose way is at most `limitMm`, nearest first and, equally near, in their order. Only places near enough
 * as the crow flies are asked for on the network. `reachability` measures metres.
 */
export function placesWithin<Candidate extends Place>(
  reachability: Reachability,
  from: Place,
  candidates: readonly Candidate[],
  limitMm: number,
): PlaceOnWay<Candidate>[] {
  return candidates
    .filter((candidate) => airLineMm(from, candidate) <= limitMm)
    .map((candidate) => ({ candidate, wayMm: reachability.between(from, candidate) }))
    .filter(({ wayMm }) => wayMm <= limitMm)
    .sort((a, b) => a.wayMm - b.wayMm);
}

/** Way in millimetres to the nearest of some places; `unreached` where there is none. */
export function wayToNearest(reachability: Reachability, from: Place, places: readonly Place[]): number {
  const byAirLine = places
    .map((place) => ({ place, bound: airLineMm(from, place) }))
    .sort((a, b) => a.bound - b.bound);
  let best = unreached;
  for (const { place, bound } of byAirLine) {
    if (bound >= best) break;
    best = Math.min(best, reachability.between(from, place));
  }
  return best;
}
