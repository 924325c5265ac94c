import { union } from "@turf/turf";
import type { MultiPolygon, Polygon } from "geojson";
import { areaInSquareMeters } from "../geometry/ellipsoid.ts";
import { commonGround } from "../overlap/overlap.ts";

type Shape = Polygon | MultiPolygon;

export const editionChanges = ["IN", "OUT", "CHANGED", "STAYED"] as const;
/** What became of ground from one edition to a later one: came in, went out, changed its extent, stayed. */
export type EditionChange = (typeof editionChanges)[number];

/** An area of an edition; its outline in WGS 84 degrees. */
export interface EditionArea {
  id: string;
  outline: Shape;
}

/** Areas of two editions that belong together by their ground: mostly one of each, more where one was split or several merged. */
export interface EditionDifference {
  change: EditionChange;
  earlier: readonly string[];
  later: readonly string[];
  /** Square metres; areas of one edition that overlap count their ground once. */
  earlierM2: number;
  laterM2: number;
  commonM2: number;
  /** Ground of the later edition only, and of the earlier one only. */
  gainedM2: number;
  lostM2: number;
  /** Of the earlier ground, 0 and up; null where there was none. */
  gainedShare: number | null;
  lostShare: number | null;
}

/** Areas belong together from this share of the smaller one's ground on. */
export const leastCommonShare = 0.5;
/** Outlines that differ by less of the earlier ground are the same area drawn anew. */
export const leastDifference = 0.01;

/**
 * What came in, went out, stayed and changed its extent from one edition to a later one, by ground alone: numbers and names
 * are given anew. Areas belong together where they share at least half of the ground of the smaller one; ground is cut
 * exactly and measured on the ellipsoid. In the order of `editionChanges`, then of the areas given.
 */
export function editionDifferences(
  earlier: readonly EditionArea[],
  later: readonly EditionArea[],
): EditionDifference[] {
  const partners = earlier.map((before) => later.filter((after) => belongTogether(before, after)));
  const groups: { before: EditionArea[]; after: EditionArea[] }[] = [];
  const isTaken = new Set<EditionArea>();
  for (const area of earlier) {
    if (isTaken.has(area)) continue;
    const group = { before: [] as EditionArea[], after: [] as EditionArea[] };
    const open = [area];
    for (let next = open.pop(); next; next = open.pop()) {
      if (isTaken.has(next)) continue;
      isTaken.add(next);
      group.before.push(next);
      for (const after of partners[earlier.indexOf(next)]!) {
        if (isTaken.has(after)) continue;
        isTaken.add(after);
        group.after.push(after);
        open.push(...earlier.filter((_, index) => partners[index]!.includes(after)));
      }
    }
    groups.push(group);
  }
  groups.push(...later.filter((area) => !isTaken.has(area)).map((area) => ({ before: [], after: [area] })));
  return groups
    .map(({ before, after }) => differenceOf(before, after))
    .sort((a, b) => editionChanges.indexOf(a.change) - editionChanges.indexOf(b.change));
}

function belongTogether(a: EditionArea, b: EditionArea): boolean {
  if (a.id === b.id) return true;
  const common = commonGround(a.outline, b.outline);
  if (!common) return false;
  const smaller = Math.min(areaInSquareMeters(a.outline), areaInSquareMeters(b.outline));
  return areaInSquareMeters(common) >= leastCommonShare * smaller;
}

function differenceOf(before: readonly EditionArea[], after: readonly EditionArea[]): EditionDifference {
  const [was, is] = [groundOf(before), groundOf(after)];
  const common = was && is && commonGround(was, is);
  const earlierM2 = was ? areaInSquareMeters(was) : 0;
  const laterM2 = is ? areaInSquareMeters(is) : 0;
  // Cutting may leave the common ground a square millimetre larger than the whole.
  const commonM2 = common ? Math.min(earlierM2, laterM2, areaInSquareMeters(common)) : 0;
  const [gainedM2, lostM2] = [laterM2 - commonM2, earlierM2 - commonM2];
  const shareOf = (ground: number) => (earlierM2 > 0 ? ground / earlierM2 : null);
  const [gainedShare, lostShare] = [shareOf(gainedM2), shareOf(lostM2)];
  return {
    change: changeOf(),
    earlier: before.map(({ id }) => id),
    later: after.map(({ id }) => id),
    ...{ earlierM2, laterM2, commonM2, gainedM2, lostM2, gainedShare, lostShare },
  };

  function changeOf(): EditionChange {
    if (before.length === 0) return "IN";
    if (after.length === 0) return "OUT";
    const isSame = (gainedShare ?? 0) < leastDifference && (lostShare ?? 0) < leastDifference;
    return isSame && before.length === after.length ? "STAYED" : "CHANGED";
  }
}

function groundOf(areas: readonly EditionArea[]): Shape | null {
  const [first, ...others] = areas.map(({ outline }) => ({
    type: "Feature" as const,
    properties: {},
    geometry: outline,
  }));
  if (!first) return null;
  if (others.length === 0) return first.geometry;
  return union({ type: "FeatureCollection", features: [first, ...others] })?.geometry ?? null;
}
