import { z } from "zod";
import { type Indicator, indicatorSchema } from "#domain/indicator/indicator.ts";
import type { Observation } from "#domain/indicator/observation.ts";
import { cellReader, textOf } from "../columns.ts";
import { type Figure, figureColumn } from "../figures.ts";
import type { IndicatorSpec } from "../import-spec.ts";
import { periodOf } from "../periods.ts";
import { ImportRefusal } from "../sentences.ts";
import type { Cell, Table, TableRow } from "../table.ts";

/** A figure that is no value, with the sign the file had for it: the reason is kept with the release. */
export interface MissingFigure {
  area: string;
  period: string;
  sign: string;
}

/** A column, or a sum of columns, with the period its figures belong to. */
export interface SeriesValue {
  column: string;
  period: (row: TableRow) => string | undefined;
  /** What the file has in place of the period, for the sentence when it is none. */
  periodCell: (row: TableRow) => Cell;
  figure: (row: TableRow) => Figure;
  /** Counts behind the figure, where the file has columns for them. */
  numerator?: (row: TableRow) => Figure;
  denominator?: (row: TableRow) => Figure;
}

/** One indicator of a table while its rows are read: how to read them, and what was read so far. */
export interface Series {
  spec: IndicatorSpec["indicators"][number];
  definition: Indicator;
  applies: (row: TableRow) => boolean;
  values: SeriesValue[];
  observations: Observation[];
  missing: MissingFigure[];
  /** Rows and observations by area and period. */
  seen: Map<string, { row: number; observation: Observation }>;
}

/** Prepares the reading of one indicator. Throws `ImportRefusal` for missing columns, periods and definitions. */
export function seriesOf(
  indicator: IndicatorSpec["indicators"][number],
  spec: IndicatorSpec,
  table: Table,
): Series {
  const periodCell = spec.period === undefined ? undefined : cellReader(table, spec.period);
  const where = indicator.where && cellReader(table, indicator.where.column);
  const applies = (row: TableRow) => !where || textOf(where(row)) === indicator.where!.equals;
  const rows = table.rows.filter((row) => !row.defect && applies(row));
  const periods = new Set<string>();
  const values = indicator.values.map((value): SeriesValue => {
    const columns = [value.column, ...value.plus];
    const readers = columns.map((column) => figureReader(table, column, rows, spec.decimal));
    const fixed = value.period === undefined ? undefined : periodOf(value.period);
    const why = !periodCell && !fixed ? "Stichtag, Jahr oder Schuljahr fehlt" : "Zeitpunkt kommt zweimal vor";
    if ((!periodCell && !fixed) || periods.has(fixed ?? "")) {
      throw new ImportRefusal("bad-specification", { where: `period von „${value.column}“`, why });
    }
    periods.add(fixed ?? "");
    return {
      column: columns.join(" + "),
      periodCell: periodCell ?? (() => null),
      period: (row) => fixed ?? periodOf(periodCell!(row)),
      figure: (row) => scaled(sumOf(readers.map((read) => read(row))), value.factor),
      ...(value.numerator && { numerator: figureReader(table, value.numerator, rows, spec.decimal) }),
      ...(value.denominator && { denominator: figureReader(table, value.denominator, rows, spec.decimal) }),
    };
  });
  return {
    spec: indicator,
    definition: definitionOf(indicator, spec),
    applies,
    values,
    observations: [],
    missing: [],
    seen: new Map(),
  };
}

function figureReader(
  table: Table,
  column: string,
  rows: readonly TableRow[],
  decimal: IndicatorSpec["decimal"],
): (row: TableRow) => Figure {
  const cell = cellReader(table, column);
  const cells = rows.map((row) => ({ row: row.number, cell: cell(row) }));
  const { figure } = figureColumn(column, cells, decimal);
  return (row) => figure(cell(row));
}

/** A sum is known only when all its parts are. */
function sumOf(figures: readonly Figure[]): Figure {
  const gap = figures.find(({ kind }) => kind !== "number");
  if (gap) return gap;
  return { kind: "number", value: figures.reduce((sum, f) => sum + (f.kind === "number" ? f.value : 0), 0) };
}

/** Twelve digits are kept: 0.1399… × 100 shall not end in …0001. */
function scaled(figure: Figure, factor: number): Figure {
  if (figure.kind !== "number" || factor === 1) return figure;
  return { kind: "number", value: Number((figure.value * factor).toPrecision(12)) };
}

function definitionOf({ definition }: IndicatorSpec["indicators"][number], spec: IndicatorSpec): Indicator {
  const parsed = indicatorSchema.safeParse({
    source: spec.sourceText,
    licence: spec.licence,
    levels: [spec.level],
    ...definition,
  });
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new ImportRefusal("bad-definition", {
    code: definition.code,
    where: z.core.toDotPath(issue!.path),
    why: issue!.message,
  });
}
