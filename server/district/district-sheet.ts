import { setImmediate } from "node:timers/promises";
import type { DistrictProfile } from "#domain/contract/district-contract.ts";
import type { Language } from "#domain/text/text.ts";
import { cityNotice } from "../city.ts";
import type { BaseMapFeatures } from "../print/print-map.ts";
import type { Services } from "../services.ts";
import type { FeatureRow } from "../store/store.ts";
import type { DistrictBasis } from "./district-basis.ts";
import { type DistrictContent, districtContent, type ListLimits, listLimits } from "./district-content.ts";
import { type DistrictMap, districtMap } from "./district-map.ts";
import { type DistrictSheet, pagesOfSheet } from "./district-pdf.ts";

export interface SheetOptions {
  language: Language;
  notice: string | null;
  base: readonly FeatureRow[];
  credits: readonly string[];
}

/** What sheets of this city have in common. */
export async function sheetOptions(
  { city }: Pick<Services, "city">,
  base: BaseMapFeatures,
  language: Language,
): Promise<SheetOptions> {
  const { features, source } = await base.features();
  const notice = cityNotice(city())?.[language] ?? null;
  // The notice of a demo is the source as well; it stands there once.
  const credits = new Set([...(city()?.attribution ?? []), source].filter((one) => one && one !== notice));
  return { language, notice, base: features, credits: [...credits] as string[] };
}

/** Units of 1/96 inch. */
type Size = DistrictSheet["mapSize"];

/** Width of the map beside the figures, and its height, which the rows of the table below leave. */
export function mapSizeOf({ monitoring }: DistrictProfile): Size {
  const rows = monitoring.areas.length > 0 ? monitoring.areas.length + 2 : monitoring.indicators.length + 1;
  return { width: 452, height: Math.max(380, Math.min(640, 800 - 17 * rows)) };
}

export function drawnMap(
  basis: DistrictBasis,
  profile: DistrictProfile,
  { size = mapSizeOf(profile), ...options }: SheetOptions & { size?: Size },
): DistrictMap {
  return districtMap(basis, profile, { ...options, size });
}

/** A profile in words for the page, which has the room of the first limits. */
export function wholeContent(profile: DistrictProfile, options: SheetOptions): DistrictContent {
  return districtContent(profile, { ...options, limits: listLimits[0] });
}

/** What is tried until two pages are enough: how far the map is lowered, and how much of the lists is written out. */
const attempts: readonly { lower: number; limits: ListLimits }[] = [
  { lower: 0, limits: listLimits[0] },
  { lower: 60, limits: listLimits[0] },
  { lower: 60, limits: listLimits[1] },
  { lower: 120, limits: listLimits[2] },
  { lower: 180, limits: listLimits[3] },
];

/** A sheet of exactly two pages: the first of `attempts` under which everything fits. */
export async function fittingSheet(
  basis: DistrictBasis,
  profile: DistrictProfile,
  options: SheetOptions,
): Promise<DistrictSheet> {
  const usual = mapSizeOf(profile);
  for (const { lower, limits } of attempts) {
    const mapSize = { ...usual, height: Math.max(260, usual.height - lower) };
    const sheet = { content: districtContent(profile, { ...options, limits }), mapSize };
    const isLast = limits === attempts.at(-1)?.limits;
    const fits = isLast || (await pagesOfSheet(sheet)) === 2;
    // Each try takes a tenth of a second or two: others are answered in between.
    await setImmediate();
    if (fits) {
      return { ...sheet, map: drawnMap(basis, profile, { ...options, size: mapSize }) };
    }
  }
  throw new Error("no attempt is the last one");
}
