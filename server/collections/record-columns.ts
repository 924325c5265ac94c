import { z } from "zod";
import { isAtMost, type Visibility } from "#domain/access/visibility.ts";
import type { StoredRecord } from "#domain/record/record.ts";
import type { FieldDeclaration, RecordType } from "#domain/record/record-type.ts";
import type { Text } from "#domain/text/text.ts";
import type { Attribute, Column, ColumnKind } from "./collection.ts";

interface ReadColumn extends Column {
  read: (record: StoredRecord) => Attribute;
}

/** The part of a JSON schema that says how a value becomes columns. */
interface Shape {
  type?: string | string[];
  format?: string;
  properties?: Record<string, Shape>;
  items?: Shape | false;
  anyOf?: Shape[];
}

/**
 * Columns of a type's flat features for readers of fields up to `ceiling`, in the order of its declaration.
 * An object becomes a column for each of its parts (`ageRange_from`), a list of words one text, anything deeper
 * JSON. Enumerations keep their code and have their German name in a column of its own (`type_name`).
 */
export function recordColumns(type: RecordType, ceiling: Visibility): ReadColumn[] {
  const shapes = (z.toJSONSchema(type.schema, { unrepresentable: "any" }) as Shape).properties ?? {};
  const derived = type.derivedFields ?? {};
  const declared = Object.entries(type.fields).filter(
    ([field, { visibility = "PUBLIC" }]) => isAtMost(visibility, ceiling) && !Object.hasOwn(derived, field),
  );
  return [
    ...declared.flatMap(([field, declaration]) =>
      fieldColumns(
        { ...declaration, name: field, title: declaration.name },
        shapes[field] ?? {},
        ({ properties }) => properties[field],
      ),
    ),
    ...Object.entries(derived).flatMap(([field, declaration]) =>
      fieldColumns(
        { ...declaration, name: field, title: declaration.name },
        { type: declaration.filter === "number" ? "number" : "string" },
        (record) => type.derived?.(record)[field],
      ),
    ),
    ...envelopeColumns(type),
  ];
}

type Head = Pick<Column, "name" | "title" | "values" | "unit"> & Pick<FieldDeclaration, "parts">;

function fieldColumns(head: Head, shape: Shape, value: (record: StoredRecord) => unknown): ReadColumn[] {
  const inner = shape.anyOf?.find(({ type }) => type !== "null") ?? shape;
  if (inner.properties) {
    return Object.entries(inner.properties).flatMap(([part, partShape]) => {
      const { name = { de: part, en: part }, unit } = head.parts?.[part] ?? {};
      return fieldColumns(
        { name: `${head.name}_${part}`, title: both(head.title, name), ...(unit ? { unit } : {}) },
        partShape,
        (record) => (value(record) as Record<string, unknown> | undefined)?.[part],
      );
    });
  }
  const { name, title, values, unit } = head;
  const column: ReadColumn = {
    name,
    title,
    kind: kindOf(inner),
    ...(unit ? { unit } : {}),
    ...(values ? { values } : {}),
    read: (record) => attributeOf(value(record)),
  };
  if (!values) return [column];
  const named = (code: unknown) => values[String(code)]?.de ?? String(code);
  const names: ReadColumn = {
    name: `${name}_name`,
    title: { de: `${title.de} (Name)`, en: `${title.en} (name)` },
    kind: "text",
    read: (record) => {
      const codes = value(record);
      if (codes === undefined || codes === null) return null;
      return Array.isArray(codes) ? codes.map(named).join(", ") : named(codes);
    },
  };
  return [column, names];
}

/** What may be empty names its kind beside "null". */
function kindOf({ type: types, format }: Shape): ColumnKind {
  const type = [types].flat().find((one) => one !== "null");
  if (type === "integer" || type === "number" || type === "boolean") return type;
  return type === "string" && format === "date" ? "date" : "text";
}

function attributeOf(value: unknown): Attribute {
  if (value === undefined || value === null) return null;
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return value;
  if (Array.isArray(value) && value.every((item) => typeof item !== "object")) return value.join(", ");
  return JSON.stringify(value);
}

function both({ de, en }: Text, part: Text): Text {
  return { de: `${de}: ${part.de}`, en: `${en}: ${part.en}` };
}

/** What every record says of itself. Owner and participants are people and no attribute. */
function envelopeColumns(type: RecordType): ReadColumn[] {
  const states = Object.fromEntries(
    Object.entries(type.lifecycle.states).map(([state, { name }]) => [state, name]),
  );
  return [
    ...fieldColumns(
      { name: "state", title: { de: "Status", en: "State" }, values: states },
      { type: "string" },
      ({ state }) => state,
    ),
    text("visibility", { de: "Sichtbarkeit", en: "Visibility" }, ({ visibility }) => visibility),
    text("department", { de: "Zuständiges Amt", en: "Department" }, ({ department }) => department),
    text("districts", { de: "Stadtbezirke", en: "Districts" }, ({ districts }) => districts.join(", ")),
    { ...text("createdAt", { de: "Erfasst", en: "Created" }, ({ createdAt }) => createdAt), kind: "time" },
    { ...text("updatedAt", { de: "Geändert", en: "Changed" }, ({ updatedAt }) => updatedAt), kind: "time" },
  ];
}

function text(name: string, title: Text, read: ReadColumn["read"]): ReadColumn {
  return { name, title, kind: "text", read };
}
