import { z } from "zod";
import { visibilitySchema } from "../access/visibility.ts";
import { areaLevelSchema } from "../area/area.ts";

/** What rows a dataset holds. */
export const datasetKinds = ["areas", "observations", "features", "records", "grid", "network"] as const;

/** Kinds whose content is one file of arrays: in no layer, list, search or export, and for planners only. */
export const bulkKinds = ["grid", "network"] as const;
export type BulkKind = (typeof bulkKinds)[number];

export function isBulk(kind: (typeof datasetKinds)[number]): kind is BulkKind {
  return kind === "grid" || kind === "network";
}

/** Who said that figures may be read by everyone, and when; without it imported figures are INTERNAL. */
export const releaseStatementSchema = z.strictObject({
  office: z.string().min(1).max(200),
  date: z.iso.date(),
});

export type ReleaseStatement = z.infer<typeof releaseStatementSchema>;

/** Where figures come from: every number on screen can name this. */
export const provenanceSchema = z.strictObject({
  source: z.string().min(1).max(500),
  licence: z.string().min(1).max(200),
  referenceDate: z.string().min(4).max(40),
  address: z.string().max(1000).optional(),
  fileName: z.string().max(300).optional(),
  fileSha256: z.string().max(64).optional(),
  retrievedOn: z.string().max(40).optional(),
  note: z.string().max(2000).optional(),
});
export type Provenance = z.infer<typeof provenanceSchema>;

/**
 * A release of a dataset: immutable once published. `dataset` names the series ("areas-district",
 * "indicator-sealed-area", "layer-noise", "base"); importing again makes a new release of it.
 */
export const releaseManifestSchema = z.strictObject({
  dataset: z.string().regex(/^[a-z0-9][a-z0-9-]{0,99}$/),
  kind: z.enum(datasetKinds),
  title: z.strictObject({ de: z.string(), en: z.string() }),
  level: areaLevelSchema.optional(),
  boundaryVersion: z.string().max(60).optional(),
  visibility: visibilitySchema,
  released: releaseStatementSchema.optional(),
  isDemo: z.boolean(),
  provenance: provenanceSchema,
  /** sha256 of the rows in order: an equal import makes no new release. */
  contentHash: z.string(),
  /** Kind-specific facts: the indicator definition, the drawing hints of a layer. */
  details: z.record(z.string(), z.unknown()).default({}),
});
export type ReleaseManifest = z.infer<typeof releaseManifestSchema>;

export const releaseStates = ["STAGED", "PUBLISHED", "SUPERSEDED", "ABORTED"] as const;
export interface Release extends ReleaseManifest {
  id: string;
  state: (typeof releaseStates)[number];
  createdAt: string;
  publishedAt: string | null;
  rowCount: number;
}
