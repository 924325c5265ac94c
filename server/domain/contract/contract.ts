import { z } from "zod";
import { roleSchema } from "../access/audience.ts";
import { visibilitySchema } from "../access/visibility.ts";
import { areaLevelSchema, areaSchema } from "../area/area.ts";
import { formulaSchema } from "../indicator/formula.ts";
import { indicatorSchema } from "../indicator/indicator.ts";
import { observationFlags, periodSchema, valueStateSchema } from "../indicator/observation.ts";
import { publicPlaceSchema } from "../release/public-face.ts";
import { releaseEntrySchema } from "../release/release-log.ts";
import { textSchema } from "../text/text.ts";
import { signInKinds } from "./account-contract.ts";

/**
 * Shapes of the answers the dashboard reads (DESIGN §4). The server serialises with these schemas, which
 * cut whatever is not listed, and the dashboard infers its types from them: one contract, written once.
 */

/** Lists answer like this; `next` is an address or null. */
export const listOf = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), total: z.number().int(), next: z.string().nullable() });

const boundsSchema = z.tuple([z.number(), z.number(), z.number(), z.number()]);
const positionSchema = z.tuple([z.number(), z.number()]);

export const meSchema = z.object({
  role: roleSchema,
  account: z.string().nullable(),
  department: z.string().nullable(),
  districts: z.array(z.string()),
  /** Levels this person may choose as "Sicht", lowest first; the last one is the default. */
  ceilings: z.array(visibilitySchema),
  /** Roles "Ansicht als …" offers; empty outside a demo on loopback. */
  demoRoles: z.array(roleSchema),
  /** What the person is called: the office; null for the public and in the demo's roles. */
  office: z.string().nullable(),
  /** How this account signs in: only a local one has a password here. Null without an account. */
  signInKind: z.enum(signInKinds).nullable(),
  /** Ways to sign in here: nobody can while the first account is missing. */
  signIn: z.object({ local: z.boolean(), oidc: z.boolean(), setup: z.boolean() }),
});
export type Me = z.infer<typeof meSchema>;

export const citySchema = z.object({
  name: textSchema,
  isDemo: z.boolean(),
  /** What every view has to say of the data; a demo confesses that it is one. */
  notice: textSchema.nullable(),
  bounds: boundsSchema,
  /** Levels that have areas, largest first; `defaultLevel` is shown at the start. */
  levels: z.array(
    z.object({
      level: areaLevelSchema,
      singular: textSchema,
      plural: textSchema,
      count: z.number().int(),
      boundaryVersion: z.string(),
      /** False where the city gave numbers and names but no borders: such areas stand in tables only. */
      isDrawn: z.boolean(),
    }),
  ),
  /** Indicator shown at the start; null for the first one. */
  defaultIndicator: z.string().nullable(),
  attribution: z.array(z.string()),
  baseMap: z.discriminatedUnion("kind", [
    z.object({ kind: z.literal("built-in") }),
    z.object({ kind: z.literal("pmtiles"), address: z.string() }),
    z.object({ kind: z.literal("style"), address: z.string() }),
  ]),
  /** Whether any other site may show the public embed; said by `/api/city`. */
  isEmbeddable: z.boolean().optional(),
});
export type City = z.infer<typeof citySchema>;

export const provenanceAnswerSchema = z.object({
  source: z.string(),
  licence: z.string(),
  referenceDate: z.string(),
});

export const layerGroups = [
  "areas",
  "renewal",
  "quarter-projects",
  "facilities",
  "sites",
  "evidence",
  "base",
  "other",
  "external",
] as const;

/** A layer as this audience sees it; `tiles` is null where nothing of it is public. */
export const layerSchema = z.object({
  layer: z.string(),
  group: z.enum(layerGroups),
  kind: z.enum(["areas", "records", "base", "features", "external"]),
  name: textSchema,
  geometry: z.enum(["point", "line", "polygon"]),
  /** Tile address with {z}/{x}/{y}, version included; of pictures where the kind is "external". */
  tiles: z.string().nullable(),
  version: z.string().nullable(),
  /** Names of the MVT layers inside the tiles. */
  vectorLayers: z.array(z.string()),
  minzoom: z.number().int(),
  maxzoom: z.number().int(),
  bounds: boundsSchema.nullable(),
  /** Things this audience sees, tiles and overlay together. */
  count: z.number().int(),
  /** Counts by family for facilities. */
  counts: z.record(z.string(), z.number().int()).optional(),
  /** True when /api/overlay/{layer} has more for this audience. */
  hasOverlay: z.boolean(),
  /** Address of a picture that explains an external map. */
  legend: z.string().optional(),
  provenance: z.array(provenanceAnswerSchema),
});
export type Layer = z.infer<typeof layerSchema>;
export const layersSchema = z.object({ items: z.array(layerSchema) });

export const areaAnswerSchema = areaSchema.extend({
  /** A point well inside, for labels and for jumping there. */
  labelPoint: positionSchema.nullable(),
  /** Null for an area that is only listed and has no border. */
  bounds: boundsSchema.nullable(),
  geometry: z.unknown().optional(),
});
export type AreaAnswer = z.infer<typeof areaAnswerSchema>;

export const indicatorAnswerSchema = indicatorSchema.extend({
  // Computed ones name those of all their parts.
  source: z.string(),
  licence: z.string(),
  /** Periods with figures, ascending. */
  periods: z.array(periodSchema),
  /** Levels with figures. */
  levels: z.array(areaLevelSchema),
  visibility: visibilitySchema,
  isDemo: z.boolean(),
  provenance: provenanceAnswerSchema,
  /** The kept definition it is computed by; left out of measured ones. */
  computed: z
    .object({ id: z.string(), state: z.string(), version: z.number().int(), formula: formulaSchema })
    .optional(),
});
export type IndicatorAnswer = z.infer<typeof indicatorAnswerSchema>;

export const valueSchema = z.object({
  areaNumber: z.string(),
  period: periodSchema,
  value: z.number().nullable(),
  state: valueStateSchema,
  flag: z.enum(observationFlags).optional(),
  /** Vertraulich: hidden from everybody who may not read finer values. */
  isConfidential: z.boolean().optional(),
  /** unsicher: made from so few people that its interval is wider than ten points. */
  isUncertain: z.boolean().optional(),
  /** Counts behind a rate and Wilson's interval of 95 % as shares of 1; only for those who read finer values. */
  parts: z
    .object({
      numerator: z.number(),
      denominator: z.number(),
      interval: z.object({ low: z.number(), high: z.number() }).nullable(),
    })
    .optional(),
});
export type Value = z.infer<typeof valueSchema>;

export const recordSchema = z.object({
  id: z.string(),
  type: z.string(),
  revision: z.number().int(),
  state: z.string(),
  visibility: visibilitySchema,
  owner: z.string(),
  participants: z.array(z.string()),
  department: z.string().nullable(),
  districts: z.array(z.string()),
  geometry: z.unknown().nullable(),
  properties: z.record(z.string(), z.unknown()),
  createdAt: z.string(),
  updatedAt: z.string(),
  /** Day since which it is as visible as it is, where a release or withdrawal made it so. */
  visibleSince: z.string().nullable(),
  /** Every release and withdrawal, oldest first; empty for people outside the administration. */
  releaseLog: z.array(releaseEntrySchema),
  /** What people outside the administration read instead; null for themselves and where it is the same. */
  publicFace: z
    .object({
      title: z.string().nullable(),
      place: publicPlaceSchema,
      areaNumber: z.string().nullable(),
      geometry: z.unknown().nullable(),
    })
    .nullable(),
  /** The area that stands for a place the reader is not told exactly; null where it is exact. */
  coarsePlace: z.object({ place: publicPlaceSchema.unwrap(), areaNumber: z.string().nullable() }).nullable(),
});
export type RecordAnswer = z.infer<typeof recordSchema>;

/** A version of a record: what was done, and by which office as far as the reader may know. */
export const revisionSchema = z.object({
  revision: z.number().int(),
  action: z.string(),
  office: z.string().nullable(),
  at: z.string(),
  reason: z.string().nullable(),
  record: recordSchema,
});
export type RevisionAnswer = z.infer<typeof revisionSchema>;

export const searchHitSchema = z.object({
  kind: z.enum(["area", "record"]),
  /** Level of an area or type of a record. */
  type: z.string(),
  /** Number of an area or id of a record. */
  id: z.string(),
  title: z.string(),
  subtitle: textSchema,
  position: positionSchema.nullable(),
  bounds: boundsSchema.nullable(),
});
export type SearchHit = z.infer<typeof searchHitSchema>;

/** RFC 9457. `title` is German; `errors` points at fields with JSON pointers. */
export const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  detail: z.string().optional(),
  instance: z.string().optional(),
  errors: z.array(z.object({ pointer: z.string(), detail: z.string() })).optional(),
  current: z.unknown().optional(),
});
export type ProblemAnswer = z.infer<typeof problemSchema>;
