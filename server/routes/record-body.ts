import { z } from "zod";
import { visibilitySchema } from "#domain/access/visibility.ts";
import type { Extent } from "#domain/geometry/coordinate-hint.ts";
import type { GeometryProblem } from "#domain/geometry/geometry-problem.ts";
import { parseGeometry, sketchLimits } from "#domain/geometry/parse-geometry.ts";
import { missingFields } from "#domain/record/lifecycle.ts";
import type { Properties, StoredRecord } from "#domain/record/record.ts";
import type { RecordType } from "#domain/record/record-type.ts";
import { publicPlaceSchema } from "#domain/release/public-face.ts";
import type { AreaIndex } from "../areas/area-index.ts";
import { geometrySentence } from "../datasets/geometry-sentences.ts";
import { Problem } from "../errors.ts";

/** What a form sends: strict, so that owner, state and visibility can never be set by a body. */
export const recordBodySchema = z.strictObject({
  geometry: z.unknown(),
  properties: z.record(z.string(), z.unknown()),
  participants: z.array(z.string().min(1).max(120)).max(50).default([]),
  department: z.string().max(20).nullable().optional(),
});

export const transitionBodySchema = z.strictObject({
  to: z.string().min(1).max(60),
  reason: z.string().max(2000).optional(),
});

/** Why, and from which day on (left out: today). */
const releaseAct = { reason: z.string().trim().min(1).max(2000), on: z.iso.date().optional() };

/** What a form says of a public face: another title, a coarser place, or neither. */
export const publicFaceBodySchema = z.strictObject({
  title: z.string().trim().min(1).max(200).nullable(),
  place: publicPlaceSchema,
});
export type PublicFaceBody = z.infer<typeof publicFaceBodySchema>;

export const releaseBodySchema = z.strictObject({
  visibility: visibilitySchema,
  ...releaseAct,
  /** Confirms a release before the state that decides; see the 409 that asks for it. */
  confirmedEarly: z.boolean().default(false),
  /** What people outside the administration will read instead; left out it stays as it is. */
  publicFace: publicFaceBodySchema.optional(),
});

export const withdrawBodySchema = z.strictObject({
  visibility: visibilitySchema.optional(),
  ...releaseAct,
});

/** Properties as the declaration's schema wants them. Throws Problem 400 for unknown, 422 for wrong fields. */
export function parseProperties(
  type: RecordType,
  properties: Record<string, unknown>,
  state: string,
): Properties {
  const parsed = type.schema.safeParse(properties);
  if (!parsed.success) {
    const isUnknownKey = parsed.error.issues.some(({ code }) => code === "unrecognized_keys");
    throw new Problem(isUnknownKey ? 400 : 422, "Einige Angaben sind nicht gültig.", {
      errors: parsed.error.issues.map((issue) => ({
        pointer: `/properties/${[...issue.path, ...("keys" in issue ? issue.keys : [])].join("/")}`,
        detail: issue.code === "unrecognized_keys" ? "Dieses Feld gibt es nicht." : issue.message,
      })),
    });
  }
  const missing = missingFields(type.lifecycle.states[state], parsed.data);
  if (missing.length > 0) throw missingFieldsProblem(type, missing);
  return parsed.data;
}

export function missingFieldsProblem(type: RecordType, fields: readonly string[]): Problem {
  const names = fields.map((field) => `„${type.fields[field]?.name.de ?? field}“`).join(", ");
  return new Problem(422, `Für diesen Stand fehlt noch: ${names}.`, {
    errors: fields.map((field) => ({ pointer: `/properties/${field}`, detail: "fehlt" })),
  });
}

/**
 * Geometry as the declaration allows it, wound as RFC 7946 asks. Throws Problem 422 with the place of each
 * fault. `extent` is the box of the city: what lies outside was probably written in another order or system.
 */
export function parseRecordGeometry(
  type: RecordType,
  value: unknown,
  extent: Extent | null,
): StoredRecord["geometry"] {
  if (value === null || value === undefined) {
    if (type.geometry.optional) return null;
    throw new Problem(422, "Die Lage fehlt.", { errors: [{ pointer: "/geometry", detail: "fehlt" }] });
  }
  const parsed = parseGeometry(value, sketchLimits, {
    kinds: type.geometry.kinds,
    ...(extent ? { extent: widened(extent) } : {}),
  });
  if (parsed.kind === "ok") return parsed.geometry;
  throw new Problem(
    422,
    `Die Lage ist nicht gültig: ${geometrySentence(parsed.problems[0] as GeometryProblem)}.`,
    {
      errors: parsed.problems.map((problem) => ({
        pointer: `/geometry${problem.pointer}`,
        detail: geometrySentence(problem),
      })),
    },
  );
}

/**
 * Official numbers of the Stadtbezirke a record belongs to: those of the areas it is about, otherwise those it lies in.
 * Throws Problem 422 for an area there is not.
 */
export function districtsOfRecord(
  type: RecordType,
  { geometry, properties }: Pick<StoredRecord, "geometry" | "properties">,
  areas: AreaIndex,
): string[] {
  if (!type.areasOf) return areas.districtsOf(geometry);
  const { field, read } = type.areasOf;
  const about = read(properties);
  if (about === "city") return areas.districts();
  const found = about.flatMap((area) => {
    const districts = areas.districtsOfArea(area);
    if (districts) return districts;
    throw new Problem(422, `Ein Gebiet „${area.number}“ gibt es auf dieser Ebene nicht.`, {
      errors: [{ pointer: `/properties/${field}`, detail: "gibt es auf dieser Ebene nicht" }],
    });
  });
  return [...new Set(found)].sort();
}

/** Sites may lie just outside the city's border: 0.1 degrees, some ten kilometres. */
function widened([west, south, east, north]: Extent): Extent {
  return [west - 0.1, south - 0.1, east + 0.1, north + 0.1];
}
