import type { Migration } from "./migration.ts";

/** Import jobs of the page: `document` is the job as it is answered, the columns are what the queue asks for. */
export const importJobs: Migration = {
  number: 4,
  name: "import-jobs",
  statements: ({ text, json, counter, end }) => [
    `create table import_job (
      number ${counter}, id ${text} not null unique, state ${text} not null,
      server ${text} not null, updated_at ${text} not null, document ${json} not null) ${end}`,
  ],
};
