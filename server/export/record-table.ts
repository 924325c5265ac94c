import type { Geometry } from "geojson";
import type { visibilities } from "#domain/access/visibility.ts";
import { labelPoint } from "#domain/geometry/label-point.ts";
import type { StoredRecord } from "#domain/record/record.ts";
import type { FieldDeclaration, RecordType } from "#domain/record/record-type.ts";
import type { CsvCell } from "#domain/text/csv-cell.ts";

export const visibilityNames: Readonly<Record<(typeof visibilities)[number], string>> = {
  PUBLIC: "Öffentlich",
  DISTRICT: "Bezirksintern",
  INTERNAL: "Verwaltungsintern",
  RESTRICTED: "Vertraulich",
};

/** Projected records as a table with German heads: one column per declared field that any of them has. */
export function recordTable(
  type: RecordType,
  records: readonly StoredRecord[],
): { header: string[]; rows: CsvCell[][] } {
  const fields = Object.entries({ ...type.fields, ...type.derivedFields }).filter(([field]) =>
    records.some((record) => fieldValue(type, record, field) !== undefined),
  );
  const header = [
    "ID",
    ...fields.map(([, field]) => (field.unit ? `${field.name.de} (${field.unit})` : field.name.de)),
    "Status",
    "Sichtbarkeit",
    "Zuständiges Amt",
    "Stadtbezirke",
    "Länge (WGS 84)",
    "Breite (WGS 84)",
  ];
  const rows = records.map((record): CsvCell[] => {
    const [longitude = null, latitude = null] = pointOf(record.geometry) ?? [];
    return [
      record.id,
      ...fields.map(([field, declaration]) => cellOf(fieldValue(type, record, field), declaration)),
      type.lifecycle.states[record.state]?.name.de ?? record.state,
      visibilityNames[record.visibility],
      record.department,
      record.districts.join(", "),
      longitude,
      latitude,
    ];
  });
  return { header, rows };
}

function fieldValue(type: RecordType, record: StoredRecord, field: string): unknown {
  return record.properties[field] ?? type.derived?.(record)[field];
}

function cellOf(value: unknown, declaration: FieldDeclaration): CsvCell {
  const named = (key: unknown) => declaration.values?.[String(key)]?.de ?? String(key);
  if (value === undefined || value === null) return null;
  if (typeof value === "number" || typeof value === "boolean") return value;
  if (typeof value === "string") return named(value);
  if (Array.isArray(value) && value.every((item) => typeof item !== "object"))
    return value.map(named).join(", ");
  return JSON.stringify(value);
}

function pointOf(geometry: Geometry | null): readonly number[] | null {
  if (!geometry) return null;
  return geometry.type === "Point" ? geometry.coordinates : labelPoint(geometry);
}
