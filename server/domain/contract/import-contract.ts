import { z } from "zod";
import { visibilitySchema } from "../access/visibility.ts";
import { areaLevelSchema } from "../area/area.ts";
import { datasetKinds, releaseStatementSchema, releaseStates } from "../dataset/release.ts";
import { textSchema } from "../text/text.ts";

/** Largest file that is taken, in bytes: 50 MiB (RELIABILITY §2). */
export const mostFileBytes = 50 * 1024 * 1024;

/** What the page imports. Grid and network are large working files of planning and stay with the command line. */
export const importKinds = ["areas", "indicator", "records", "layer"] as const;
export const importKindSchema = z.enum(importKinds);
export type ImportKind = z.infer<typeof importKindSchema>;

/** The three runs of an import job over its file: look into it, try it (writes nothing), write and publish it. */
export const jobSteps = ["preview", "check", "publish"] as const;
export type JobStep = (typeof jobSteps)[number];

/**
 * WAITING in the queue or RUNNING; PREVIEWED and CHECKED wait for a person; REFUSED names what is wrong and may be
 * tried again with other settings; ABORTED ("abgebrochen") is what a stopped server left, and may be run again.
 */
export const jobStates = [
  "WAITING",
  "RUNNING",
  "PREVIEWED",
  "CHECKED",
  "PUBLISHED",
  "REFUSED",
  "ABORTED",
] as const;
export type JobState = (typeof jobStates)[number];

/** How the file is to be read, where the guess was wrong. */
export const fileReadingSchema = z.strictObject({
  layer: z.string().min(1).max(200).optional(),
  encoding: z.string().min(1).max(40).optional(),
  separator: z.string().min(1).max(1).optional(),
  headerRow: z.number().int().min(1).max(1000).optional(),
  crs: z.string().min(1).max(40).optional(),
});
export type FileReading = z.infer<typeof fileReadingSchema>;

export const previewColumnSchema = z.strictObject({
  name: z.string(),
  /** What the cells look like; "empty" has none. */
  content: z.enum(["number", "text", "empty"]),
  filled: z.number().int().nonnegative(),
  samples: z.array(z.string()),
});

/** A mapping as the file suggests it: areas found by number or name, figures, coordinates. */
export const suggestedMappingSchema = z.strictObject({
  level: areaLevelSchema.optional(),
  areaNumber: z.string().optional(),
  areaName: z.string().optional(),
  period: z.string().optional(),
  /** Columns that hold figures, in the order of the file. */
  figures: z.array(z.string()),
  x: z.string().optional(),
  y: z.string().optional(),
  /** Field of the record type ← column. */
  fields: z.record(z.string(), z.string()),
  /** Rows with an area that is not found under this mapping, such as "Lemberg/Föhrich"; the first of them. */
  unmatched: z.array(z.strictObject({ row: z.number().int(), given: z.string() })),
  unmatchedCount: z.number().int().nonnegative(),
});
export type SuggestedMapping = z.infer<typeof suggestedMappingSchema>;

export const importPreviewSchema = z.strictObject({
  format: z.string(),
  encoding: z.string().nullable(),
  separator: z.string().nullable(),
  layer: z.string().nullable(),
  /** Layers or sheets to choose from, where the file has several and none was chosen: columns are empty then. */
  layers: z.array(z.string()),
  /** As the file names it; null when it names none. */
  crs: z.string().nullable(),
  /** System the coordinates more likely are in: too large for degrees. */
  likelyCrs: z.string().nullable(),
  hasGeometry: z.boolean(),
  rowCount: z.number().int().nonnegative(),
  columns: z.array(previewColumnSchema),
  /** First rows, each with its number in the file and its cells as text. */
  rows: z.array(z.strictObject({ number: z.number().int(), cells: z.array(z.string()) })),
  suggested: suggestedMappingSchema,
});
export type ImportPreview = z.infer<typeof importPreviewSchema>;

const factsSchema = z.record(z.string(), z.union([z.string(), z.number()]));

/** Why a run was refused: code and facts for a page that says it in its own words, the sentence for everybody. */
export const jobProblemSchema = z.strictObject({
  code: z.string(),
  facts: factsSchema,
  sentence: z.string(),
});
export type JobProblem = z.infer<typeof jobProblemSchema>;

export const jobReportSchema = z.object({
  format: z.string(),
  encoding: z.string().nullable(),
  crs: z.string().nullable(),
  rowsRead: z.number().int(),
  rowsAccepted: z.number().int(),
  /** The first rows set aside; `setAsideCount` counts all. */
  setAside: z.array(
    z.object({ row: z.number().int(), code: z.string(), facts: factsSchema, sentence: z.string() }),
  ),
  setAsideCount: z.number().int(),
  notes: z.array(
    z.object({
      rows: z.array(z.number().int()),
      rowCount: z.number().int(),
      code: z.string(),
      facts: factsSchema,
      sentence: z.string(),
    }),
  ),
  datasets: z.array(
    z.object({
      dataset: z.string(),
      outcome: z.enum(["published", "unchanged", "dry-run"]),
      rows: z.number().int(),
      created: z.number().int(),
      changed: z.number().int(),
      unchanged: z.number().int(),
      releaseId: z.string().nullable(),
    }),
  ),
  /** What disclosure control did to each indicator that has a rule; counts only. */
  disclosures: z.array(
    z.object({
      indicator: z.string(),
      primary: z.number().int(),
      secondary: z.number().int(),
      unprotected: z.number().int(),
      onlyParts: z.array(z.string()),
    }),
  ),
});
export type JobReport = z.infer<typeof jobReportSchema>;

export const jobProgressSchema = z.strictObject({
  phase: z.enum(["reading", "mapping", "writing", "publishing"]),
  done: z.number().int().optional(),
  total: z.number().int().optional(),
});
export type JobProgress = z.infer<typeof jobProgressSchema>;

/** Import job (Importauftrag): one uploaded file on its way into the database. */
export const importJobSchema = z.strictObject({
  id: z.string(),
  kind: importKindSchema,
  recordType: z.string().nullable(),
  /** Account that uploaded the file. */
  account: z.string(),
  state: z.enum(jobStates),
  step: z.enum(jobSteps),
  /** As the person's machine called it; never the name of a file here. */
  fileName: z.string(),
  fileBytes: z.number().int(),
  reading: fileReadingSchema,
  /** Settings of the last check, as the page sent them. */
  spec: z.record(z.string(), z.unknown()).nullable(),
  released: releaseStatementSchema.nullable(),
  preview: importPreviewSchema.nullable(),
  report: jobReportSchema.nullable(),
  problem: jobProblemSchema.nullable(),
  createdAt: z.string(),
  updatedAt: z.string(),
});
export type ImportJob = z.infer<typeof importJobSchema>;

/** A job as it is answered: with what is known of a running one, and how many run before a waiting one. */
export const jobAnswerSchema = importJobSchema.extend({
  progress: jobProgressSchema.nullable(),
  ahead: z.number().int().nonnegative(),
});
export type JobAnswer = z.infer<typeof jobAnswerSchema>;

/** One release of a dataset, as the list of datasets tells it. */
export const releaseLineSchema = z.strictObject({
  id: z.string(),
  state: z.enum(releaseStates),
  publishedAt: z.string().nullable(),
  referenceDate: z.string(),
  visibility: visibilitySchema,
  released: releaseStatementSchema.nullable(),
  /** Null where even the number would tell: records may be confidential one by one. */
  rowCount: z.number().int().nullable(),
});
export const datasetLineSchema = z.strictObject({
  dataset: z.string(),
  kind: z.enum(datasetKinds),
  title: textSchema,
  level: areaLevelSchema.nullable(),
  boundaryVersion: z.string().nullable(),
  isDemo: z.boolean(),
  source: z.string(),
  licence: z.string(),
  /** Missing for people who do not import. */
  fileName: z.string().nullable(),
  current: releaseLineSchema,
  /** Former releases that are kept, newest first; for people who may go back to one. */
  former: z.array(releaseLineSchema),
  /** True when this person may make the former release the current one again. */
  mayUndo: z.boolean(),
});
export type DatasetLine = z.infer<typeof datasetLineSchema>;
