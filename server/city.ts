import { z } from "zod";
import { areaLevelSchema } from "#domain/area/area.ts";
import type { City } from "#domain/contract/contract.ts";
import { type Text, textSchema } from "#domain/text/text.ts";
import type { AreaIndex } from "./areas/area-index.ts";
import type { Config } from "./config.ts";
import { profileSettingSchema } from "./district/profile-indicators.ts";
import type { LevelNaming } from "./layers/layer-catalogue.ts";
import { levelNames } from "./layers/layer-names.ts";
import { sitePagesSchema } from "./pages/site-pages.ts";
import type { Store } from "./store/store.ts";

/** What the database says of the city it holds; written by a city pack or the demo. */
export const citySettingSchema = z.object({
  name: textSchema,
  isDemo: z.boolean(),
  attribution: z.array(z.string().min(1)).default([]),
  /** What every view, export and print has to say of these data, such as schematic shapes. */
  notice: textSchema.optional(),
  /** Code of the indicator shown at the start. */
  defaultIndicator: z.string().optional(),
  levels: z.array(z.object({ level: areaLevelSchema, singular: textSchema, plural: textSchema })).default([]),
  /** What the profile of a Stadtbezirk shows: codes of the indicators of its ages and of its monitoring. */
  profile: profileSettingSchema.optional(),
  /** Imprint, privacy and the other pages about the service. */
  pages: sitePagesSchema.optional(),
});
export type CitySetting = z.infer<typeof citySettingSchema>;

/** The notice every view, export and print of a demo carries (MODEL §0.7). */
const demoNotices: Text = {
  de: "Demodaten – Zahlen erfunden, Geometrie schematisch",
  en: "Demo data – figures invented, geometry schematic",
};

/** What every view, export and print says of the data: the demo's confession, else the city's own notice. */
export function cityNotice(setting: CitySetting | undefined): Text | null {
  return setting?.isDemo ? demoNotices : (setting?.notice ?? null);
}

/** The city pack's own words; undefined in an empty database. */
export async function readCitySetting(store: Store): Promise<CitySetting | undefined> {
  const value = await store.setting<unknown>("city");
  return value === undefined ? undefined : citySettingSchema.parse(value);
}

/** Names of the levels: the city pack's, else the usual ones. */
export function levelNaming(setting: CitySetting | undefined): LevelNaming {
  return (level) => setting?.levels.find((named) => named.level === level) ?? levelNames[level];
}

/** The city as the dashboard starts with it; undefined while there is no area to show. */
export function describeCity(
  setting: CitySetting | undefined,
  areas: AreaIndex,
  baseMap: Config["baseMap"],
): City | undefined {
  const extent = areas.extent();
  if (!extent) return undefined;
  const naming = levelNaming(setting);
  return {
    name: setting?.name ?? { de: "Stadt", en: "City" },
    isDemo: setting?.isDemo ?? false,
    notice: cityNotice(setting),
    bounds: [...extent],
    levels: areas
      .levels()
      .filter((level) => level !== "city")
      .map((level) => ({
        level,
        singular: naming(level).singular,
        plural: naming(level).plural,
        count: areas.count(level),
        boundaryVersion: areas.boundaryVersion(level),
        isDrawn: areas.isDrawn(level),
      })),
    defaultIndicator: setting?.defaultIndicator ?? null,
    attribution: setting?.attribution ?? [],
    baseMap: baseMap.kind === "pmtiles" ? { kind: "pmtiles", address: "basemap.pmtiles" } : baseMap,
  };
}
