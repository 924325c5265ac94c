import type { AreaLevel } from "#domain/area/area.ts";
import type { ImportJob } from "#domain/contract/import-contract.ts";
import { defaultSuppression } from "#domain/disclosure/suppression.ts";
import type { indicatorKinds } from "#domain/indicator/indicator.ts";

/** One column that becomes an indicator, as the form holds it. */
export interface FigureDraft {
  column: string;
  isTaken: boolean;
  code: string;
  nameDe: string;
  nameEn: string;
  unit: string;
  kind: (typeof indicatorKinds)[number];
  decimals: string;
  factor: string;
  /** Counts people, so that small figures are hidden. */
  isProtected: boolean;
}

/** What the form of the mapping holds: text as it was typed. */
export interface ImportDraft {
  source: string;
  licence: string;
  referenceDate: string;
  decimal: "auto" | "comma" | "point";
  skipBadRows: boolean;
  repair: boolean;
  level: AreaLevel;
  boundaryVersion: string;
  areaNumber: string;
  areaName: string;
  parent: string;
  period: string;
  fixedPeriod: string;
  figures: FigureDraft[];
  x: string;
  y: string;
  key: string;
  /** Field of the record type ← column, or a fixed value where there is none. */
  fields: Record<string, { column: string; fixed: string }>;
  keepWithoutGeometry: boolean;
  layerName: string;
  layerTitle: string;
}

/** The draft a file suggests; `columns` of figures are all that hold numbers, those suggested are ticked. */
export function suggestedDraft({ preview }: ImportJob, levels: readonly AreaLevel[]): ImportDraft {
  const suggested = preview?.suggested;
  const numbers = preview?.columns.filter(({ content }) => content === "number") ?? [];
  const places = [suggested?.areaNumber, suggested?.areaName, suggested?.period, suggested?.x, suggested?.y];
  return {
    source: "",
    licence: "",
    referenceDate: "",
    decimal: "auto",
    skipBadRows: false,
    repair: false,
    level: suggested?.level ?? levels[0] ?? "district",
    boundaryVersion: "",
    areaNumber: suggested?.areaNumber ?? "",
    areaName: suggested?.areaName ?? "",
    parent: "",
    period: suggested?.period ?? "",
    fixedPeriod: "",
    figures: numbers
      .filter(({ name }) => !places.includes(name))
      .map(({ name }) => ({
        column: name,
        isTaken: suggested?.figures.length === 1 && suggested.figures[0] === name,
        code: codeOf(name),
        nameDe: name,
        nameEn: name,
        unit: /perc|pct|anteil|quote|%/i.test(name) ? "%" : "",
        kind: /perc|pct|anteil|quote|%/i.test(name) ? "rate" : "count",
        decimals: "0",
        factor: "1",
        isProtected: true,
      })),
    x: suggested?.x ?? "",
    y: suggested?.y ?? "",
    key: "",
    fields: Object.fromEntries(
      Object.entries(suggested?.fields ?? {}).map(([field, column]) => [field, { column, fixed: "" }]),
    ),
    keepWithoutGeometry: false,
    layerName: "",
    layerTitle: "",
  };
}

/** "Versiegelte Fläche (%)" becomes "versiegelte-flaeche". */
function codeOf(name: string): string {
  return name
    .toLowerCase()
    .replaceAll("ä", "ae")
    .replaceAll("ö", "oe")
    .replaceAll("ü", "ue")
    .replaceAll("ß", "ss")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 60);
}

export const codePattern = /^[a-z0-9][a-z0-9-]{0,79}$/;

/** The draft as the server takes it; what is empty stays out. */
export function specOf(job: Pick<ImportJob, "kind">, draft: ImportDraft): Record<string, unknown> {
  const common = {
    sourceText: draft.source,
    licence: draft.licence,
    referenceDate: draft.referenceDate,
    decimal: draft.decimal === "auto" ? "" : draft.decimal,
    skipBadRows: draft.skipBadRows,
    repair: draft.repair,
  };
  switch (job.kind) {
    case "indicator":
      return filled({ ...common, ...indicatorPart(draft) });
    case "areas":
      return filled({
        ...common,
        level: draft.level,
        number: draft.areaNumber,
        name: draft.areaName,
        parent: draft.parent,
        boundaryVersion: draft.boundaryVersion,
      });
    case "records":
      return filled({
        ...common,
        key: draft.key,
        x: draft.x,
        y: draft.y,
        map: pairs(draft, ({ column }) => column),
        set: pairs(draft, ({ column, fixed }) => (column ? "" : fixed)),
        keepWithoutGeometry: draft.keepWithoutGeometry,
      });
    case "layer":
      return filled({
        ...common,
        name: draft.layerName,
        title: draft.layerTitle && { de: draft.layerTitle, en: draft.layerTitle },
        key: draft.key,
        x: draft.x,
        y: draft.y,
      });
  }
}

function indicatorPart(draft: ImportDraft): Record<string, unknown> {
  return {
    level: draft.level,
    area: filled({ number: draft.areaNumber, name: draft.areaName }),
    period: draft.period,
    indicators: draft.figures
      .filter(({ isTaken }) => isTaken)
      .map(({ column, code, nameDe, nameEn, unit, kind, decimals, factor, isProtected }) => ({
        definition: {
          code,
          name: { de: nameDe, en: nameEn || nameDe },
          theme: "other",
          kind,
          unit,
          direction: "NEUTRAL",
          decimals: Number(decimals) || 0,
          publicationAllowed: true,
          ...(kind === "count" && isProtected && { suppression: defaultSuppression }),
        },
        values: [
          filled({
            column,
            factor: Number(factor.replace(",", ".")) || 1,
            period: draft.period ? "" : draft.fixedPeriod,
          }),
        ],
      })),
  };
}

function pairs(
  { fields }: ImportDraft,
  of: (field: { column: string; fixed: string }) => string,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, field]) => (of(field) ? [[name, of(field)]] : [])),
  );
}

function filled(values: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ""));
}
