import type { Migration } from "./migration.ts";

/** Releases that are one file of arrays: the population grid and the walking network, in parts of up to 1 MiB. */
export const releaseContent: Migration = {
  number: 2,
  name: "release-content",
  statements: ({ text, integer, bytes, end }) => [
    `create table release_content (
      release_id ${text} not null references dataset_release (id), position ${integer} not null,
      content ${bytes} not null,
      primary key (release_id, position)) ${end}`,
  ],
};
