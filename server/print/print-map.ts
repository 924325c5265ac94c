import type { Services } from "../services.ts";
import type { FeatureRow } from "../store/store.ts";
import { separator } from "./map-legend.ts";
import { mapSvg } from "./map-svg.ts";
import { type PrintLanguage, printWords } from "./print-words.ts";
import type { SheetContent } from "./sheet-content.ts";
import type { SiteSheet } from "./site-sheet.ts";

/**
 * Size of the map of a sheet in units of 1/96 inch: as wide as the text of an A4 page, and as high as the table of
 * variants below it leaves room for.
 */
function mapSize({ alternatives }: SiteSheet): { width: number; height: number } {
  return { width: 680, height: Math.max(400, 500 - 16 * alternatives.length) };
}

/** Features of the built-in base map, kept by their release, because every print needs the same ones. */
export class BaseMapFeatures {
  readonly #store: Services["store"];
  #kept: { release: string; features: Promise<FeatureRow[]> } | undefined;
  constructor(store: Services["store"]) {
    this.#store = store;
  }

  /** Empty in a city without one, or where it is not public. */
  async features(): Promise<{ features: FeatureRow[]; source: string | null }> {
    const [release] = await this.#store.releases({ dataset: "base" });
    if (release?.visibility !== "PUBLIC") return { features: [], source: null };
    if (this.#kept?.release !== release.id) {
      this.#kept = { release: release.id, features: this.#store.features(release.id) };
    }
    return { features: await this.#kept.features, source: release.provenance.source };
  }
}

/** The map of a sheet as SVG. */
export async function sheetMap(
  sheet: SiteSheet,
  content: SheetContent,
  { services, base, language }: { services: Services; base: BaseMapFeatures; language: PrintLanguage },
): Promise<string> {
  const { features, source } = await base.features();
  const areas = services.areas();
  const { grid, network } = sheet.evaluation.ingredients;
  const sources = [...(services.city()?.attribution ?? []), source, grid.source, network?.source];
  // In a demo the notice is the source as well; it stands there once.
  const credits = new Set(sources.filter((one) => one && one !== content.notice));
  return mapSvg(
    {
      base: features,
      districts: areas.list("district", { withGeometry: true }),
      subdistricts: areas.list("subdistrict", { withGeometry: true }),
      supply: sheet.supply,
      cells: sheet.gaps.result.cells,
      catchment: sheet.check.result.outline,
      site: sheet.site,
      alternatives: sheet.alternatives.map(({ site }) => site),
      alt: content.mapAlt,
      attribution: [...credits].join(separator),
      notice: content.notice,
      language,
      words: printWords[language],
    },
    mapSize(sheet),
  );
}
