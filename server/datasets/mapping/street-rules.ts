import { edgeFlag } from "#domain/network/walking-network.ts";
import type { OsmTags } from "../formats/osm-pbf.ts";

/**
 * Which ways of OpenStreetMap are streets on foot in Germany, after "OSM tags for routing/Access
 * restrictions" (Germany) of its wiki, and what they are to somebody with a wheelchair or pram.
 */
const walkable = new Set(
  (
    "footway path steps pedestrian residential living_street service track unclassified road corridor platform " +
    "primary primary_link secondary secondary_link tertiary tertiary_link access_ramp"
  ).split(" "),
);
/** For others unless a sign lets people on foot in. */
const walkableIfAllowed = new Set([
  "cycleway",
  "bridleway",
  "trunk",
  "trunk_link",
  "motorway",
  "motorway_link",
]);

/** `foot` decides over `access`; "use_sidepath" sends people to the path beside, which is mapped by itself. */
const footForbids = new Set(["no", "private", "use_sidepath"]);
const footAllows = new Set([
  "yes",
  "designated",
  "permissive",
  "official",
  "public",
  "destination",
  "customers",
]);
const accessForbids = new Set(["no", "private", "military", "emergency", "restricted"]);

const tooRough = new Set(["very_bad", "horrible", "very_horrible", "impassable"]);

/** Tags of ways and nodes that any rule below reads. */
export const wayKeys: ReadonlySet<string> = new Set(
  "highway foot access motorroad wheelchair ramp:wheelchair smoothness incline".split(" "),
);
export const nodeKeys: ReadonlySet<string> = new Set("barrier kerb foot access locked wheelchair".split(" "));

export interface StreetNature {
  /** Bits of `edgeFlag`. */
  flags: number;
  /** Rise in per mille along the way, where it is stated as a figure; 0 otherwise. */
  slope: number;
  /** True for carriageways: what a kerb beside them means does not hold for those who stay on them. */
  isCarriageway: boolean;
}

/** What a way is on foot; null where nobody may walk. */
export function streetNature(tags: OsmTags): StreetNature | null {
  const { highway = "", foot = "", access = "" } = tags;
  const isAllowed = footAllows.has(foot);
  if (!walkable.has(highway) && !(walkableIfAllowed.has(highway) && isAllowed)) return null;
  if (footForbids.has(foot)) return null;
  if (!isAllowed && (accessForbids.has(access) || tags.motorroad === "yes")) return null;
  const hasRamp = isYes(tags["ramp:wheelchair"]) || isYes(tags.wheelchair);
  const isRough = tooRough.has(tags.smoothness ?? "");
  return {
    flags:
      (highway === "steps" && !hasRamp ? edgeFlag.steps : 0) |
      (tags.wheelchair === "no" || (isRough && !isYes(tags.wheelchair)) ? edgeFlag.notBarrierFree : 0),
    slope: slopeOf(tags.incline),
    isCarriageway: !/^(footway|path|steps|pedestrian|cycleway|track|corridor|platform)$/.test(highway),
  };
}

const isYes = (value: string | undefined) => value === "yes" || value === "designated";

/** "12%", "-8 %", "5°" in per mille; "up" and "down" say no figure. */
function slopeOf(incline: string | undefined): number {
  const match = /^\s*([+-]?\d+(?:[.,]\d+)?)\s*(%|°)?\s*$/.exec(incline ?? "");
  if (!match) return 0;
  const figure = Number(match[1]!.replace(",", "."));
  const perMille = match[2] === "°" ? Math.tan((figure * Math.PI) / 180) * 1000 : figure * 10;
  // Beyond 1:1 it is a slip of the pen.
  return Math.abs(perMille) <= 1000 ? Math.round(perMille) : 0;
}

/** Barriers nobody passes without a gap that is tagged. */
const closedBarriers = new Set([
  "wall",
  "fence",
  "hedge",
  "retaining_wall",
  "city_wall",
  "debris",
  "shrub",
  "overgrowth",
]);
/** Barriers people pass on foot, but not with a wheelchair or pram. */
const narrowBarriers = new Set(
  "stile turnstile full-height_turnstile kissing_gate step block log chain rope cycle_barrier motorcycle_barrier cattle_grid stone hole chicane".split(
    " ",
  ),
);

/** What somebody on foot meets at a point: gates are open unless they are private or locked. */
export function barrierNature(tags: OsmTags): "open" | "closed" | "narrow" {
  const { barrier, foot = "", access = "", wheelchair } = tags;
  if (footForbids.has(foot)) return "closed";
  if (!footAllows.has(foot)) {
    if (barrier !== undefined && accessForbids.has(access)) return "closed";
    if (barrier !== undefined && tags.locked === "yes") return "closed";
    if (closedBarriers.has(barrier ?? "") && !footAllows.has(access)) return "closed";
  }
  if (wheelchair === "no") return "narrow";
  const isNarrow = narrowBarriers.has(barrier ?? "") || tags.kerb === "raised";
  return isNarrow && !isYes(wheelchair) ? "narrow" : "open";
}
