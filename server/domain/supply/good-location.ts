import type { GoodLocationCode, SiteCheck } from "../analysis/answers.ts";
import type { FacilityTypeCode } from "../facility/facility-types.ts";
import { type Place, type Reachability, unreached } from "../reachability/reachability.ts";
import { wayToNearest } from "./nearby.ts";
import type { SupplyPoint } from "./supply-point.ts";

/** Green counts from this size on (METHODS §8.1). */
const leastGreenM2 = 5000;

const reachedTypes: Record<GoodLocationCode, FacilityTypeCode | null> = {
  NOISE: null,
  GREEN: "GRUENFLAECHE",
  STOP: "OEPNV_HALT",
  SHOP: "NAHVERSORGUNG",
};
const codes = Object.keys(reachedTypes) as GoodLocationCode[];

/** What "gute Lage" is held against for one code: the places that make it good and the ways of inhabited cells. */
interface Yardstick {
  code: GoodLocationCode;
  places: readonly SupplyPoint[];
  /** Ascending. */
  ways: Uint32Array;
  /** Median of the present facilities' shares; null where the kind has none. */
  facilities: number | null;
}

/**
 * "Gute Lage" (METHODS §8.1): the share of inhabited cells with a longer way than the site, and beside it the
 * median of that share over the present facilities of its kind. A code without data is null, "nicht geprüft":
 * noise, and whatever the supply holds no place of. `reachability` measures metres. Made once, asked for many
 * sites.
 */
export function goodLocation({
  reachability,
  supply,
  residents,
  facilities,
}: {
  reachability: Reachability;
  supply: readonly SupplyPoint[];
  residents: Uint32Array;
  facilities: readonly Place[];
}): (site: Place) => SiteCheck["goodLocation"] {
  const yardsticks = codes.map((code): Yardstick | null => {
    const places = supply.filter((point) => point.layer === "BESTAND" && isGood(point, code));
    if (places.length === 0) return null;
    const { costs } = reachability.nearest(places);
    const ways = costs.filter((_, cell) => residents[cell]! > 0).sort();
    const shares = facilities
      .map((facility) => shareBeyond(ways, wayToNearest(reachability, facility, places)))
      .sort((a, b) => a - b);
    return { code, places, ways, facilities: shares[(shares.length - 1) >> 1] ?? null };
  });
  return (site) =>
    yardsticks.map((yardstick, index) => {
      if (!yardstick) return { code: codes[index]!, betterThan: null, facilities: null };
      const way = wayToNearest(reachability, site, yardstick.places);
      return {
        code: yardstick.code,
        betterThan: shareBeyond(yardstick.ways, way),
        facilities: yardstick.facilities,
      };
    });
}

function isGood({ facilityTypes, capacity, outdoorM2 }: SupplyPoint, code: GoodLocationCode): boolean {
  const type = reachedTypes[code];
  if (type === null || !facilityTypes.includes(type)) return false;
  if (code !== "GREEN") return true;
  const areaM2 = outdoorM2 ?? capacity.find(({ unit }) => unit === "M2")?.offered ?? 0;
  return areaM2 >= leastGreenM2;
}

/** Share of the ways that are longer than `way`; who reaches nothing has the longest. `ways` is ascending. */
function shareBeyond(ways: Uint32Array, way: number): number {
  if (ways.length === 0 || way === unreached) return 0;
  let [low, high] = [0, ways.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ways[middle]! <= way) low = middle + 1;
    else high = middle;
  }
  return (ways.length - low) / ways.length;
}
