import type { RecordType } from "#domain/record/record-type.ts";
import { cellReader, textOf } from "../columns.ts";
import { figureColumn } from "../figures.ts";
import type { RecordsSpec } from "../import-spec.ts";
import { ImportRefusal, type RowProblem } from "../sentences.ts";
import type { Table, TableRow } from "../table.ts";
import { fieldValue, wantedBy } from "./field-value.ts";

export type FieldReader = (row: TableRow) => { value: unknown } | { problem: RowProblem };

/** Readers of the mapped fields of a type, by field. Fields nobody declared refuse the import. */
export function fieldReaders(type: RecordType, spec: RecordsSpec, table: Table): Map<string, FieldReader> {
  const shape = type.schema.shape;
  const fields = Object.keys(shape);
  for (const field of [...Object.keys(spec.map), ...Object.keys(spec.set), ...Object.keys(spec.values)]) {
    if (!Object.hasOwn(shape, field)) {
      throw new ImportRefusal("unknown-field", { field, fields: fields.join(", ") });
    }
  }
  const readers = new Map<string, FieldReader>();
  for (const [field, origin] of Object.entries(spec.map)) {
    const wanted = wantedBy(shape[field] as Parameters<typeof wantedBy>[0]);
    if (origin.includes("{")) readers.set(field, templateReader(origin, table));
    else if (wanted === "number") readers.set(field, numberReader(field, origin, spec, table));
    else readers.set(field, cellValueReader(origin, spec.values[field], table, wanted));
  }
  for (const [field, value] of Object.entries(spec.set)) {
    const wanted = wantedBy(shape[field] as Parameters<typeof wantedBy>[0]);
    const fixed = typeof value === "string" ? fieldValue(value, wanted) : value;
    readers.set(field, () => ({ value: fixed }));
  }
  return readers;
}

/** Translates every value that has no translation of its own. */
const anyOther = "*";

function cellValueReader(
  column: string,
  translations: Readonly<Record<string, string>> | undefined,
  table: Table,
  wanted: ReturnType<typeof wantedBy>,
): FieldReader {
  const cell = cellReader(table, column);
  return (row) => {
    const found = cell(row);
    if (!translations || found === null) return { value: fieldValue(found, wanted) };
    const given = String(found);
    const translation = [given, anyOther].find((key) => Object.hasOwn(translations, key));
    if (translation === undefined) return { problem: { code: "unknown-value", facts: { column, given } } };
    return { value: fieldValue(translations[translation]!, wanted) };
  };
}

function numberReader(field: string, column: string, spec: RecordsSpec, table: Table): FieldReader {
  const cell = cellReader(table, column);
  const cells = table.rows.filter((row) => !row.defect).map((row) => ({ row: row.number, cell: cell(row) }));
  const { figure } = figureColumn(column, cells, spec.decimal);
  return (row) => {
    const found = figure(cell(row));
    if (found.kind === "number") return { value: found.value };
    if (found.kind === "text")
      return { problem: { code: "not-a-figure", facts: { column: field, given: found.text } } };
    return { value: undefined };
  };
}

/** "{street}, {postcode} Stuttgart"; nothing when all its columns are empty. */
function templateReader(template: string, table: Table): FieldReader {
  const columns = [...template.matchAll(/\{([^{}]+)\}/g)].map((match) => match[1]!);
  const cells = new Map(columns.map((column) => [column, cellReader(table, column)]));
  return (row) => {
    const texts = new Map([...cells].map(([column, cell]) => [column, textOf(cell(row)) ?? ""]));
    if ([...texts.values()].every((text) => text === "")) return { value: undefined };
    const filled = template.replace(/\{([^{}]+)\}/g, (_, column: string) => texts.get(column) ?? "");
    return {
      value: filled
        .replace(/\s+/g, " ")
        .replace(/(^[ ,;]+)|([ ,;]+$)/g, "")
        .replace(/ ,/g, ","),
    };
  };
}
