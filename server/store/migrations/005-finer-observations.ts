import type { Migration } from "./migration.ts";

/**
 * Raw figures of cells that disclosure control hides. They stand in a table of their own, so that whoever reads the
 * observations of a release never has one in hand.
 */
export const finerObservations: Migration = {
  number: 5,
  name: "finer-observations",
  statements: ({ text, integer, real, end }) => [
    `create table finer_observation (
      release_id ${text} not null references dataset_release (id), position ${integer} not null,
      indicator_code ${text} not null, level ${text} not null, area_number ${text} not null,
      period ${text} not null, value ${real}, state ${text} not null,
      numerator ${real}, denominator ${real}, flag ${text},
      primary key (release_id, position)) ${end}`,
  ],
};
