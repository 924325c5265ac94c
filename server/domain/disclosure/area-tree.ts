import { type AreaLevel, areaLevels } from "../area/area.ts";

export interface AreaPlace {
  level: AreaLevel;
  number: string;
  parentNumber: string | null;
}

/** Two areas of kinds that overlap freely. */
export interface AreaOverlap {
  inner: { level: AreaLevel; number: string };
  outer: { level: AreaLevel; number: string };
  /** How much of the inner one's ground lies in the outer one, 0 to 1. */
  share: number;
}

/** From this share on an area counts as wholly within another: borders are drawn a few metres apart. */
export const wholeShare = 0.995;

const nested: readonly AreaLevel[] = ["city", "district", "subdistrict", "statistical-quarter", "block"];

export function areaKey({ level, number }: { level: AreaLevel; number: string }): string {
  return `${level} ${number}`;
}

/** True for the kinds that make up the Kleinräumige Gliederung; the others overlap it freely. */
export function isNested(level: AreaLevel): boolean {
  return nested.includes(level);
}

export interface AreaTree {
  /** Next larger area that holds this one, by its key; undefined for the largest and for unknown areas. */
  parentOf(key: string): string | undefined;
}

/**
 * Who lies in whom, by the parents the city names. Where a parent number is not that of a loaded area, it means
 * one of the next larger level that has figures. An area of the largest level, usually a district, that names no parent lies
 * in the only city.
 */
export function areaTree(areas: readonly AreaPlace[]): AreaTree {
  const known = new Map(areas.map((area) => [areaKey(area), area]));
  const cities = areas.filter(({ level }) => level === "city");
  const levels = nested.filter((level) => areas.some((area) => area.level === level));
  return {
    parentOf(key) {
      const area = known.get(key);
      if (!area || !isNested(area.level)) return undefined;
      const larger = levels.slice(0, Math.max(0, levels.indexOf(area.level))).toReversed();
      for (const level of larger) {
        if (area.parentNumber === null) break;
        const parent = areaKey({ level, number: area.parentNumber });
        if (known.has(parent)) return parent;
      }
      const isAlone = cities.length === 1 && area.level === levels.find((level) => level !== "city");
      return isAlone ? areaKey(cities[0]!) : undefined;
    },
  };
}

/** Order of levels, largest first, then of numbers: the same whatever the order of a file. */
export function compareAreas(
  a: { level: AreaLevel; areaNumber: string },
  b: { level: AreaLevel; areaNumber: string },
): number {
  return (
    areaLevels.indexOf(a.level) - areaLevels.indexOf(b.level) ||
    (a.areaNumber < b.areaNumber ? -1 : a.areaNumber > b.areaNumber ? 1 : 0)
  );
}
