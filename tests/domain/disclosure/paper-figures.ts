import type { AreaLevel } from "#domain/area/area.ts";
import type { AreaOverlap, AreaPlace } from "#domain/disclosure/area-tree.ts";
import { type Disclosed, disclose } from "#domain/disclosure/disclose.ts";
import type { GivenObservation } from "#domain/disclosure/observation-table.ts";
import { defaultSuppression } from "#domain/disclosure/suppression.ts";
import type { Indicator } from "#domain/indicator/indicator.ts";
import type { Observation } from "#domain/indicator/observation.ts";
import { makeHighsSolver } from "../../../server/analysis/highs-solver.ts";

export const solver = makeHighsSolver();

/** A counted thing with the product's default rule. */
export function indicatorOf(code: string, given: Partial<Indicator> = {}): Indicator {
  return {
    code,
    name: { de: code, en: code },
    theme: "social-situation",
    kind: "count",
    unit: "persons",
    direction: "NEUTRAL",
    decimals: 1,
    levels: ["district", "subdistrict"],
    source: "Test",
    licence: "frei",
    publicationAllowed: true,
    breaks: [],
    suppression: defaultSuppression,
    ...given,
  };
}

/** Figures on paper: `{ "A": 30, "A/1": 12 }` is a district A with a subdistrict 1 of it. */
export interface PaperTable {
  code: string;
  period?: string;
  /** Number, or numerator and denominator; "." where the source hides it. */
  figures: Record<string, number | [number, number] | ".">;
}

const levels: readonly AreaLevel[] = ["city", "district", "subdistrict", "statistical-quarter"];

/**
 * "/" separates a district from the subdistrict in it; a first "~" marks an area that overlaps freely, a first "^" a
 * subdistrict of a city without districts.
 */
export function areaOf(path: string): AreaPlace {
  if (path.startsWith("~")) return { level: "neighbourhood", number: path, parentNumber: null };
  if (path.startsWith("^")) return { level: "subdistrict", number: path, parentNumber: null };
  if (path === "*") return { level: "city", number: "*", parentNumber: null };
  const steps = path.split("/");
  const parentNumber = steps.length === 1 ? null : steps.slice(0, -1).join("/");
  return { level: levels[steps.length]!, number: path, parentNumber };
}

export function observationsOf(tables: readonly PaperTable[]): GivenObservation[] {
  return tables.flatMap(({ code, period = "2024", figures }) =>
    Object.entries(figures).map(([path, figure]): GivenObservation => {
      const { level, number: areaNumber } = areaOf(path);
      const place = { indicatorCode: code, level, areaNumber, period };
      if (figure === ".") return { observation: { ...place, value: null, state: "SUPPRESSED" } };
      if (typeof figure === "number") return { observation: { ...place, value: figure, state: "VALUE" } };
      const [numerator, denominator] = figure;
      const value = (100 * numerator) / denominator;
      return { observation: { ...place, value, state: "VALUE", numerator, denominator } };
    }),
  );
}

export function discloseTables(
  indicators: readonly Indicator[],
  tables: readonly PaperTable[],
  overlaps: readonly AreaOverlap[] = [],
): Promise<Disclosed> {
  const paths = new Set(tables.flatMap(({ figures }) => Object.keys(figures)));
  const areas = [...paths].map(areaOf);
  return disclose({ indicators, observations: observationsOf(tables), areas, overlaps }, solver);
}

/** Where a figure is hidden: the area's path, behind code and period where there are several. */
export function hiddenPlaces(told: readonly Observation[]): string[] {
  const isOne = new Set(told.map(({ indicatorCode, period }) => `${indicatorCode} ${period}`)).size === 1;
  return told
    .filter(({ state }) => state !== "VALUE")
    .map(({ indicatorCode, period, areaNumber }) =>
      isOne ? areaNumber : `${indicatorCode} ${period} ${areaNumber}`,
    )
    .sort();
}
