import type { ImportJob } from "#domain/contract/import-contract.ts";
import type { FigureDraft, ImportDraft } from "./import-draft.ts";

type Given = Readonly<Record<string, unknown>>;
type GivenFigure = {
  definition: Given & { name?: { de?: string; en?: string } };
  values: readonly Given[];
};

/**
 * The draft with what was last asked to be checked, the way back from `specOf`: whoever goes on with an import at
 * another desk, or after the server ended, finds the mapping as it was.
 */
export function withSpec(draft: ImportDraft, { kind, spec }: Pick<ImportJob, "kind" | "spec">): ImportDraft {
  if (!spec) return draft;
  const text = (value: unknown): string => (value === undefined || value === null ? "" : String(value));
  const common: Partial<ImportDraft> = {
    source: text(spec.sourceText),
    licence: text(spec.licence),
    referenceDate: text(spec.referenceDate),
    decimal: spec.decimal === "comma" || spec.decimal === "point" ? spec.decimal : "auto",
    skipBadRows: spec.skipBadRows === true,
    repair: spec.repair === true,
  };
  const place = { key: text(spec.key), x: text(spec.x), y: text(spec.y) };
  const level = (spec.level as ImportDraft["level"] | undefined) ?? draft.level;
  switch (kind) {
    case "indicator": {
      const area = (spec.area ?? {}) as Given;
      const figures = (spec.indicators ?? []) as readonly GivenFigure[];
      return {
        ...draft,
        ...common,
        level,
        areaNumber: text(area.number),
        areaName: text(area.name),
        period: text(spec.period),
        fixedPeriod: text(figures[0]?.values[0]?.period),
        figures: draft.figures.map((one) => figureOf(one, figures)),
      };
    }
    case "areas":
      return {
        ...draft,
        ...common,
        level,
        areaNumber: text(spec.number),
        areaName: text(spec.name),
        parent: text(spec.parent),
        boundaryVersion: text(spec.boundaryVersion),
      };
    case "records":
      return {
        ...draft,
        ...common,
        ...place,
        fields: fieldsOf(spec),
        keepWithoutGeometry: spec.keepWithoutGeometry === true,
      };
    case "layer":
      return {
        ...draft,
        ...common,
        ...place,
        layerName: text(spec.name),
        layerTitle: text((spec.title as Given | undefined)?.de),
      };
  }
}

function figureOf(before: FigureDraft, figures: readonly GivenFigure[]): FigureDraft {
  const given = figures.find(({ values }) => values[0]?.column === before.column);
  if (!given) return { ...before, isTaken: false };
  const { code, name, unit, kind, decimals, suppression } = given.definition;
  return {
    column: before.column,
    isTaken: true,
    code: String(code),
    nameDe: name?.de ?? "",
    nameEn: name?.en ?? "",
    unit: String(unit ?? ""),
    kind: kind as FigureDraft["kind"],
    decimals: String(decimals),
    factor: String(given.values[0]?.factor ?? 1).replace(".", ","),
    isProtected: kind !== "count" || suppression !== undefined,
  };
}

function fieldsOf(spec: Given): ImportDraft["fields"] {
  const columns = Object.entries((spec.map ?? {}) as Record<string, string>);
  const fixed = Object.entries((spec.set ?? {}) as Record<string, string>);
  return Object.fromEntries([
    ...columns.map(([field, column]) => [field, { column, fixed: "" }]),
    ...fixed.map(([field, value]) => [field, { column: "", fixed: value }]),
  ]);
}
