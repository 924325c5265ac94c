import type { AreaLevel } from "#domain/area/area.ts";

/** Words of the glossary that explain a level; the others explain themselves. */
export const termsOfLevels: Readonly<Partial<Record<AreaLevel, string>>> = {
  district: "stadtbezirk",
  subdistrict: "stadtteil",
  "statistical-quarter": "stadtviertel",
};
