import { z } from "zod";
import { commonFieldCeiling, listFace, readScope } from "#domain/access/access.ts";
import type { Audience } from "#domain/access/audience.ts";
import { isAtMost, visibilitySchema } from "#domain/access/visibility.ts";
import type { RecordType } from "#domain/record/record-type.ts";
import { Problem } from "../errors.ts";
import { recordPageSize } from "../layers/record-features.ts";
import type { RecordFilter, RecordQuery } from "../store/store.ts";

/** Parameters every list of records takes beside its fields. */
const commonParameters = {
  ceiling: visibilitySchema.optional(),
  q: z.string().max(200).optional(),
  bbox: z
    .string()
    .regex(/^-?\d+(\.\d+)?(,-?\d+(\.\d+)?){3}$/)
    .optional(),
  district: z.string().max(200).optional(),
  state: z.string().max(200).optional(),
  visibility: z.string().max(200).optional(),
  department: z.string().max(200).optional(),
  sort: z.string().max(80).optional(),
  limit: z.coerce.number().int().min(1).max(recordPageSize).default(100),
  after: z.string().max(500).optional(),
};

const envelopeFields = new Set(["title", "state", "visibility", "department", "createdAt", "updatedAt"]);

/** Fields of a type a list can be filtered by, declared and derived. */
function filterFields(type: RecordType): [string, "text" | "number" | "list", string][] {
  const declared = { ...type.fields, ...type.derivedFields };
  return Object.entries(declared).flatMap(([field, { filter, visibility }]) =>
    filter ? [[field, filter, visibility ?? "PUBLIC"] as [string, typeof filter, string]] : [],
  );
}

/**
 * Query string of a type's list: `field=value` or `field=a,b`, and `min.field`, `max.field` for numbers.
 * Strict: a parameter that is no column answers 400 naming it.
 */
export function recordQuerySchema(type: RecordType) {
  const fields = filterFields(type).flatMap(([field, filter]) =>
    filter === "number" ? [field, `min.${field}`, `max.${field}`] : [field],
  );
  return z.strictObject({
    ...commonParameters,
    ...Object.fromEntries(fields.map((field) => [field, z.string().max(500).optional()])),
  });
}
export type RecordQueryString = z.infer<ReturnType<typeof recordQuerySchema>> & Record<string, unknown>;

/**
 * The store's query for this audience. Fields it cannot read on every record neither filter nor sort, and
 * a box finds no record whose location it may not know. Throws Problem 400 naming the parameter.
 */
export function recordQuery(type: RecordType, audience: Audience, query: RecordQueryString): RecordQuery {
  const readable = readableFilters(type, audience);
  const filters: RecordFilter[] = readable.flatMap(([field, filter]) => fieldFilters(field, filter, query));
  for (const [field] of filterFields(type)) {
    if (query[field] !== undefined && !readable.some(([name]) => name === field))
      throw unknownParameter(field);
  }
  for (const field of ["state", "visibility", "department"] as const) {
    const value = query[field];
    if (value !== undefined) filters.push({ field, op: "in", value: value.split(",") });
  }
  const box = query.bbox?.split(",").map(Number) as RecordBox | undefined;
  return {
    type: type.type,
    scope: readScope(audience, type),
    face: listFace(audience),
    filters: [...filters, ...locationGuard(type, audience, box)],
    limit: query.limit,
    ...(box ? { bbox: box } : {}),
    ...(query.district ? { districts: query.district.split(",") } : {}),
    ...(query.q ? { text: query.q } : {}),
    ...(query.after ? { after: query.after } : {}),
    ...sortOf(
      query.sort,
      readable.map(([field]) => field),
    ),
  };
}

type RecordBox = [number, number, number, number];

/**
 * The same rule for readers that name whole values instead of a query string: each field of `equals` must have
 * exactly that value. `filters` are the caller's own and name envelope columns. Throws Problem 400.
 */
export function exactRecordQuery(
  type: RecordType,
  audience: Audience,
  query: { limit: number; after?: string; bbox?: RecordBox; equals: Readonly<Record<string, string>> },
  filters: readonly RecordFilter[] = [],
): RecordQuery {
  const readable = [...readableFilters(type, audience).map(([field]) => field), ...envelopeFields];
  const { limit, after, bbox, equals } = query;
  const exact = Object.entries(equals).map(([field, value]): RecordFilter => {
    if (!readable.includes(field)) throw unknownParameter(field);
    return { field, op: "eq", value };
  });
  return {
    type: type.type,
    scope: readScope(audience, type),
    face: listFace(audience),
    filters: [...exact, ...filters, ...locationGuard(type, audience, bbox)],
    limit,
    ...(after ? { after } : {}),
    ...(bbox ? { bbox } : {}),
  };
}

/** Fields this audience reads on every record of the type, whatever the record. */
export function readableFilters(type: RecordType, audience: Audience) {
  const ceiling = commonFieldCeiling(audience);
  return filterFields(type).filter(([, , visibility]) => isAtMost(visibility as never, ceiling));
}

/** A box finds no record whose location this audience may not know. */
function locationGuard(type: RecordType, audience: Audience, box: RecordBox | undefined): RecordFilter[] {
  const guard = type.delicateLocation;
  if (!box || !guard || isAtMost(guard.visibility, commonFieldCeiling(audience))) return [];
  return [{ field: guard.field, op: "in", value: guard.openValues }];
}

function fieldFilters(field: string, filter: string, query: Record<string, unknown>): RecordFilter[] {
  const filters: RecordFilter[] = [];
  const value = query[field];
  if (typeof value === "string") filters.push({ field, op: "in", value: value.split(",") });
  if (filter !== "number") return filters;
  for (const [bound, op] of [
    ["min", "gte"],
    ["max", "lte"],
  ] as const) {
    const limit = query[`${bound}.${field}`];
    if (limit === undefined) continue;
    const number = Number(limit);
    if (!Number.isFinite(number)) throw unknownParameter(`${bound}.${field}`);
    filters.push({ field, op, value: number });
  }
  return filters;
}

function sortOf(sort: string | undefined, readable: readonly string[]): Pick<RecordQuery, "sort"> {
  if (!sort) return {};
  const descending = sort.startsWith("-");
  const field = descending ? sort.slice(1) : sort;
  if (!envelopeFields.has(field) && !readable.includes(field)) throw unknownParameter("sort");
  return { sort: { field, descending } };
}

function unknownParameter(name: string): Problem {
  return new Problem(400, "Nach diesem Feld kann nicht gefiltert oder sortiert werden.", {
    errors: [{ pointer: `/${name}`, detail: "unbekannt" }],
  });
}
