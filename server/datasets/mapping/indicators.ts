import type { Observation } from "#domain/indicator/observation.ts";
import { AreaLookup } from "../area-lookup.ts";
import { optionalReader, textOf } from "../columns.ts";
import { type Figure, signMeaning } from "../figures.ts";
import type { IndicatorSpec } from "../import-spec.ts";
import type { RowProblem } from "../sentences.ts";
import type { TableRow } from "../table.ts";
import { findArea } from "./find-area.ts";
import { type MissingFigure, type Series, seriesOf } from "./indicator-series.ts";
import type { MappingContext, PreparedImport, PreparedRelease } from "./prepared-import.ts";

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
  const series = spec.indicators.map((indicator) => seriesOf(indicator, spec, table));
  const seenAreas = new Set<string>();
  let rowsAccepted = 0;
  for (const row of table.rows) {
    const problem = row.defect ?? take(row);
    if (problem) report.problem(row.number, problem);
    else rowsAccepted++;
  }

  function take(row: TableRow): RowProblem | undefined {
    const given = { number: textOf(number(row)), name: textOf(name(row)) };
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

  noteGaps(series, context);
  const silent = areas.filter(({ number }) => !seenAreas.has(number));
  if (silent.length > 0) {
    const names = silent.map((area) => area.name ?? area.number).join(", ");
    report.note("areas-without-row", { count: silent.length, names });
  }
  return { crs: null, rowsAccepted, releases: series.map((one) => releaseOf(one, spec)) };
}

type Taken = { kind: "problem"; problem: RowProblem } | { kind: "taken"; keep: () => void };

/** What one row says about one indicator; `keep` adds it once all indicators of the row are right. */
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
      ...counted("numerator", value.numerator?.(row)),
      ...counted("denominator", value.denominator?.(row)),
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

function counted(name: "numerator" | "denominator", figure: Figure | undefined): Partial<Observation> {
  return figure?.kind === "number" ? { [name]: figure.value } : {};
}

/** A sum is a figure only when all its parts are; else it has the state of the first part that is none. */
function addTo(sum: Observation, part: Observation): void {
  if (sum.value === null) return;
  sum.state = part.state;
  sum.value = part.value === null ? null : sum.value + part.value;
  for (const name of ["numerator", "denominator"] as const) {
    if (sum[name] == null || part[name] == null) delete sum[name];
    else sum[name] += part[name];
  }
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
