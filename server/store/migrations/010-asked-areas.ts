import type { Migration } from "./migration.ts";

/**
 * Areas people drew and asked figures for, with the answer: what was told once decides what can be told next, whoever
 * asks. Rows are never changed or removed.
 */
export const askedAreas: Migration = {
  number: 10,
  name: "asked-areas",
  statements: ({ text, integer, bytes, json, counter, end }) => [
    `create table asked_area (
      number ${counter}, release_id ${text} not null references dataset_release (id),
      cells_hash ${text} not null, cells ${bytes}, account ${text} not null, role ${text} not null,
      at ${text} not null, is_answered ${integer} not null, hidden_groups ${json} not null,
      unique (release_id, cells_hash, account)) ${end}`,
    "create index asked_area_answered on asked_area (release_id, is_answered, number)",
    "create index asked_area_account on asked_area (account, at)",
  ],
};
