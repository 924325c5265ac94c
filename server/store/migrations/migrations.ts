import { records } from "./001-records.ts";
import { releaseContent } from "./002-release-content.ts";
import { accounts } from "./003-accounts.ts";
import { importJobs } from "./004-import-jobs.ts";
import { finerObservations } from "./005-finer-observations.ts";
import { people } from "./008-people.ts";
import { publicFace } from "./009-public-face.ts";
import { askedAreas } from "./010-asked-areas.ts";
import type { Migration } from "./migration.ts";

/** All steps in order; the last number is the schema this version knows. */
export const migrations: readonly Migration[] = [
  records,
  releaseContent,
  accounts,
  importJobs,
  finerObservations,
  people,
  publicFace,
  askedAreas,
];
