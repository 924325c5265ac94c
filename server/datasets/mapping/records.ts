import { z } from "zod";
import { isAtMost } from "#domain/access/visibility.ts";
import { canonicalJson } from "#domain/dataset/canonical-json.ts";
import type { Properties } from "#domain/record/record.ts";
import type { RecordType } from "#domain/record/record-type.ts";
import { recordTypeOf, recordTypes } from "#domain/record/record-types.ts";
import { uniqueKey } from "#domain/record/unique.ts";
import type { StagedRecord } from "../../store/store.ts";
import { AreaLookup } from "../area-lookup.ts";
import { cellReader, optionalReader, textOf } from "../columns.ts";
import type { RecordsSpec } from "../import-spec.ts";
import { releaseStatement } from "../provenance.ts";
import { geometryReader } from "../row-geometry.ts";
import { ImportRefusal, type RowProblem } from "../sentences.ts";
import type { Table, TableRow } from "../table.ts";
import { districtFinder } from "./district-finder.ts";
import type { MappingContext, PreparedImport } from "./prepared-import.ts";
import { type FieldReader, fieldReaders } from "./record-properties.ts";

/**
 * Records of one type. State and visibility are the type's defaults; a stated release makes them PUBLIC, and
 * what the type calls protected is RESTRICTED in any case. Districts follow from the location.
 */
export async function prepareRecords(spec: RecordsSpec, context: MappingContext): Promise<PreparedImport> {
  const { report } = context;
  const table = onlyWhere(spec.where, context.table);
  const type = recordTypeOf(spec.type);
  if (!type) {
    const types = recordTypes.map((known) => known.type).join(", ");
    throw new ImportRefusal("unknown-record-type", { type: spec.type, types });
  }
  const fields = fieldReaders(type, withOrigin(spec, type), table);
  const key = optionalReader(table, spec.key);
  const stated = optionalReader(table, spec.district);
  const districts = await context.areas("district");
  const lookup = new AreaLookup(districts, context.cityName);
  const findDistricts = districtFinder(districts);
  const geometry = geometryReader({ ...context, table, spec, kinds: type.geometry.kinds });
  const mayHaveNone = type.geometry.optional === true && spec.keepWithoutGeometry;
  if (!geometry && !mayHaveNone) throw new ImportRefusal("no-geometry");

  const keys = new Map<string, number>();
  const uniques = new Map<string, number>();
  const rows: StagedRecord[] = [];
  for (const row of table.rows) {
    const taken = row.defect ?? take(row);
    if ("code" in taken) report.problem(row.number, taken);
    else rows.push(taken);
  }

  function take(row: TableRow): StagedRecord | RowProblem {
    const shape = geometry?.read(row) ?? { kind: "missing" };
    if (shape.kind === "problem") return shape.problem;
    if (shape.kind === "missing" && !mayHaveNone) return { code: "no-coordinates", facts: {} };
    const place = shape.kind === "geometry" ? shape.geometry : null;
    const properties = readProperties(type!, fields, row);
    if ("code" in properties) return properties;
    const importKey = textOf(key(row)) ?? derivedKey(properties.values, place);
    const first = keys.get(importKey);
    if (first !== undefined) return { code: "duplicate-key", facts: { key: importKey, first } };
    keys.set(importKey, row.number);
    const state = spec.state ?? type!.lifecycle.initial;
    const unique = type!.unique && uniqueKey(type!.unique, { state, properties: properties.values });
    const twin = unique ? uniques.get(unique) : undefined;
    if (twin !== undefined) return duplicateRecord(type!, properties.values, twin);
    if (unique) uniques.set(unique, row.number);
    return {
      importKey,
      record: {
        state,
        visibility: visibilityOf(type!, spec, properties.values),
        owner: spec.owner,
        participants: [],
        department: spec.department ?? null,
        districts: districtsOf(row, findDistricts(place)),
        geometry: place,
        properties: properties.values,
      },
    };
  }

  /** The location decides; a Stadtbezirk the file states otherwise is noted, or taken where there is no location. */
  function districtsOf(row: TableRow, located: string[]): string[] {
    const name = textOf(stated(row));
    if (!name || districts.length === 0) return located;
    const match = lookup.find({ name });
    if (match.kind !== "found") return located;
    if (located.length === 0) return [match.area.number];
    if (!located.includes(match.area.number)) {
      const there = districts.filter(({ number }) => located.includes(number)).map((d) => d.name ?? d.number);
      report.note("district-differs", { located: there.join(", "), given: name }, row.number);
    }
    return located;
  }

  return {
    crs: geometry?.crs ?? null,
    rowsAccepted: rows.length,
    releases: [
      {
        draft: {
          dataset: `records-${type.type}${spec.dataset ? `-${spec.dataset}` : ""}`,
          kind: "records",
          title: spec.title ?? type.names.plural,
          details: { recordType: type.type },
        },
        rows: { kind: "records", type: type.type, rows },
        titleOf: (record) => type.title(record.properties),
      },
    ],
  };
}

function duplicateRecord(type: RecordType, properties: Properties, first: number): RowProblem {
  const named = (type.unique?.fields ?? []).map(
    (field) => `${type.fields[field]?.name.de ?? field} „${String(properties[field])}“`,
  );
  return { code: "duplicate-record", facts: { what: named.join(", "), first } };
}

/** The rows the import is about, with their own numbers. */
function onlyWhere(where: RecordsSpec["where"], table: Table): Table {
  if (!where) return table;
  const cell = cellReader(table, where.column);
  return { ...table, rows: table.rows.filter((row) => row.defect || textOf(cell(row)) === where.equals) };
}

/** Types that carry their own source and date get them from the import's provenance when nothing else is said. */
function withOrigin(spec: RecordsSpec, type: RecordType): RecordsSpec {
  const { shape } = type.schema;
  const said = (field: string) => field in spec.map || field in spec.set || !(field in shape);
  return {
    ...spec,
    set: {
      ...spec.set,
      ...(!said("source") && { source: spec.sourceText }),
      ...(!said("sourceDate") && { sourceDate: spec.referenceDate }),
    },
  };
}

function readProperties(
  type: RecordType,
  fields: ReadonlyMap<string, FieldReader>,
  row: TableRow,
): { values: Record<string, unknown> } | RowProblem {
  const given: Record<string, unknown> = {};
  for (const [field, read] of fields) {
    const found = read(row);
    if ("problem" in found) return found.problem;
    if (found.value !== undefined) given[field] = found.value;
  }
  const parsed = type.schema.safeParse(given);
  if (parsed.success) return { values: parsed.data };
  const [issue] = parsed.error.issues;
  return {
    code: "invalid-field",
    facts: { field: z.core.toDotPath(issue!.path), why: issue!.message },
  };
}

/** Key of a record whose source has none: its content without what a correction would change. */
function derivedKey(properties: Readonly<Record<string, unknown>>, place: unknown): string {
  const { name, type, address } = properties;
  return canonicalJson([name ?? null, type ?? null, address ?? null, place]).slice(0, 300);
}

function visibilityOf(type: RecordType, spec: RecordsSpec, properties: Record<string, unknown>) {
  if (type.isProtected?.(properties)) return "RESTRICTED" as const;
  if (releaseStatement(spec.released)) return "PUBLIC" as const;
  const isOpen = isAtMost(type.defaultVisibility, "INTERNAL");
  return spec.draft && isOpen ? ("INTERNAL" as const) : type.defaultVisibility;
}
