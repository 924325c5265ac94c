import { z } from "zod";
import { type Indicator, indicatorSchema } from "#domain/indicator/indicator.ts";
import type { Observation } from "#domain/indicator/observation.ts";
import { AreaLookup } from "../area-lookup.ts";
import { cellReader, optionalReader, textOf } from "../columns.ts";
import { type Figure, figureColumn, signMeaning } from "../figures.ts";
import type { IndicatorSpec } from "../import-spec.ts";
import { periodOf } from "../periods.ts";
import { ImportRefusal, type RowProblem } from "../sentences.ts";
import type { Cell, TableRow } from "../table.ts";
import { findArea } from "./find-area.ts";
import type { MappingContext, PreparedImport, PreparedRelease } from "./prepared-import.ts";

/** A figure that is no value, with the sign the file had for it: the reason is kept with the release. */
interface MissingFigure {
  area: string;
  period: string;
  sign: string;
}

interface SeriesValue {
  column: string;
  period: (row: TableRow) => string | undefined;
  /** What the file has in place of the period, for the sentence when it is none. */
  periodCell: (row: TableRow) => Cell;
  figure: (row: TableRow) => Figure;
}

interface Series {
  spec: IndicatorSpec["indicators"][number];
  definition: Indicator;
  applies: (row: TableRow) => boolean;
  values: SeriesValue[];
  observations: Observation[];
  missing: MissingFigure[];
  /** Rows and observations by area and period. */
  seen: Map<string, { row: number; observation: Observation }>;
}

/**
 * Indicators of a table, wide (a column per indicator or period) or long (area, period, value): one
 * release for each. A row is taken with all its figures or set aside with all of them. Missing figures
 * become observations that say so, never zeros and never gaps.
 */
export async function prepareIndicators(
  spec: IndicatorSpec,
  context: MappingContext,
): Promise<PreparedImport> {
  const { table, report } = context;
  const number = optionalReader(table, spec.area.number);
  const name = optionalReader(table, spec.area.name);
  const areas = await context.areas(spec.level);
  const lookup = new AreaLookup(areas, context.cityName);
  if (areas.length === 0) report.note("areas-not-loaded", { level: spec.level });
  const series = spec.indicators.map((indicator) => seriesOf(indicator, spec, context));
  const seenAreas = new Set<string>();
  let rowsAccepted = 0;
  for (const row of table.rows) {
    const given = { number: textOf(number(row)), name: textOf(name(row)) };
    const problem = row.defect ?? takeRow();
    if (problem) report.problem(row.number, problem);
    else rowsAccepted++;

    function takeRow(): RowProblem | undefined {
      const area = findArea(lookup, given, { row: row.number, level: spec.level, report });
      if (area.kind === "problem") return area.problem;
      const taken = series
        .filter(({ applies }) => applies(row))
        .map((one) => observe(one, area.number, row, spec));
      const wrong = taken.find((one) => one.kind === "problem");
      if (wrong?.kind === "problem") return wrong.problem;
      for (const one of taken) if (one.kind === "taken") one.keep();
      seenAreas.add(area.number);
      return undefined;
    }
  }
  noteGaps(series, context);
  const silent = areas.filter(({ number }) => !seenAreas.has(number));
  if (silent.length > 0) {
    const names = silent.map((area) => area.name ?? area.number).join(", ");
    report.note("areas-without-row", { count: silent.length, names });
  }
  return { crs: null, rowsAccepted, releases: series.map((one) => releaseOf(one, spec)) };
}

function seriesOf(
  indicator: IndicatorSpec["indicators"][number],
  spec: IndicatorSpec,
  { table }: MappingContext,
): Series {
  const periodCell = spec.period === undefined ? undefined : cellReader(table, spec.period);
  const where = indicator.where && cellReader(table, indicator.where.column);
  const applies = (row: TableRow) => !where || textOf(where(row)) === indicator.where!.equals;
  const values = indicator.values.map((value) => {
    const columns = [value.column, ...value.plus];
    const readers = columns.map((column) => {
      const cell = cellReader(table, column);
      const rows = table.rows.filter((row) => !row.defect && applies(row));
      const cells = rows.map((row) => ({ row: row.number, cell: cell(row) }));
      const { figure } = figureColumn(column, cells, spec.decimal);
      return (row: TableRow) => figure(cell(row));
    });
    const fixed = value.period === undefined ? undefined : periodOf(value.period);
    if (!periodCell && !fixed) {
      const where = `period von „${value.column}“`;
      throw new ImportRefusal("bad-specification", { where, why: "Stichtag, Jahr oder Schuljahr fehlt" });
    }
    return {
      column: columns.join(" + "),
      periodCell: periodCell ?? (() => null),
      period: (row: TableRow) => fixed ?? periodOf(periodCell!(row)),
      figure: (row: TableRow) => scaled(sumOf(readers.map((read) => read(row))), value.factor),
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

type Taken = { kind: "problem"; problem: RowProblem } | { kind: "taken"; keep: () => void };

function observe(series: Series, areaNumber: string, row: TableRow, spec: IndicatorSpec): Taken {
  const observations: Observation[] = [];
  const missing: MissingFigure[] = [];
  for (const value of series.values) {
    const period = value.period(row);
    if (!period) {
      const facts = { column: spec.period ?? "", given: textOf(value.periodCell(row)) ?? "" };
      return { kind: "problem", problem: { code: "not-a-period", facts } };
    }
    const key = `${areaNumber} ${period}`;
    const first = series.seen.get(key);
    if (first && first.row !== row.number && !series.spec.sumRows) {
      const facts = { area: areaNumber, period, first: first.row };
      return { kind: "problem", problem: { code: "duplicate-observation", facts } };
    }
    const figure = value.figure(row);
    if (figure.kind === "text") {
      const facts = { column: value.column, given: figure.text };
      return { kind: "problem", problem: { code: "not-a-figure", facts } };
    }
    if (figure.kind === "sign") missing.push({ area: areaNumber, period, sign: figure.sign });
    observations.push({
      indicatorCode: series.definition.code,
      level: spec.level,
      areaNumber,
      period,
      value: figure.kind === "number" ? figure.value : null,
      state: figure.kind === "number" ? "VALUE" : figure.kind === "sign" ? figure.state : "UNKNOWN",
    });
  }
  const keep = () => {
    for (const observation of observations) {
      const key = `${areaNumber} ${observation.period}`;
      const first = series.seen.get(key)?.observation;
      if (first) addTo(first, observation);
      else {
        series.seen.set(key, { row: row.number, observation });
        series.observations.push(observation);
      }
    }
    series.missing.push(...missing);
  };
  return { kind: "taken", keep };
}

/** A sum is a figure only when all its parts are; else it has the state of the first part that is none. */
function addTo(sum: Observation, part: Observation): void {
  if (sum.value === null) return;
  sum.state = part.state;
  sum.value = part.value === null ? null : sum.value + part.value;
}

/** Counts of empty cells and of each sign, by column, for the report. */
function noteGaps(series: readonly Series[], { table, report }: MappingContext): void {
  for (const { values, applies } of series) {
    for (const { column, figure } of values) {
      const counts = new Map<string, number>();
      for (const row of table.rows) {
        if (row.defect || !applies(row)) continue;
        const found = figure(row);
        const key = found.kind === "missing" ? "" : found.kind === "sign" ? found.sign : undefined;
        if (key !== undefined) counts.set(key, (counts.get(key) ?? 0) + 1);
      }
      for (const [sign, count] of counts) {
        if (sign === "") report.note("missing-figures", { column, count });
        else report.note("sign-of-statistics", { column, sign, count, meaning: signMeaning(sign) });
      }
    }
  }
}

function releaseOf({ definition, observations, missing }: Series, spec: IndicatorSpec): PreparedRelease {
  const dataset = `indicator-${definition.code}${spec.dataset ? `-${spec.dataset}` : ""}`;
  return {
    draft: {
      dataset,
      kind: "observations",
      title: definition.name,
      level: spec.level,
      details: { indicator: definition, ...(missing.length > 0 && { missingFigures: missing }) },
      mayBePublic: definition.publicationAllowed,
    },
    rows: { kind: "observations", rows: observations },
  };
}
