import type { Migration } from "./migration.ts";

/** Title and box of the public face beside those of the record, for lists to sort, search and cut by. */
export const publicFace: Migration = {
  number: 9,
  name: "public-face",
  statements: ({ engine, text, real }) => [
    ...["public_title", "public_title_lower", "public_title_key"].map(
      (column) => `alter table record add column ${column} ${text} not null default ''`,
    ),
    `alter table record add column public_place ${text} not null default 'exact'`,
    ...["west", "south", "east", "north"].map(
      (side) => `alter table record add column public_${side} ${real}`,
    ),
    `update record set
      public_title = title, public_title_lower = title_lower, public_title_key = title_key`,
    "create index record_public_title on record (type, public_title_key, id)",
    "create index record_coarse on record (type) where public_place = 'coarse'",
    ...(engine === "sqlite"
      ? [
          "drop index record_scope",
          `create index record_scope on record
            (type, visibility, owner, department, districts, participants, title_lower, public_title_lower)`,
        ]
      : []),
  ],
};
