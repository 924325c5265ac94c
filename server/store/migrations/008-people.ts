import type { Migration } from "./migration.ts";

/** The audit page asks for what happened to a record, by an account, in a time. */
export const people: Migration = {
  number: 8,
  name: "people",
  statements: () => [
    "create index audit_of_record on audit (type, id, sequence)",
    "create index audit_of_actor on audit (actor, sequence)",
    "create index audit_at on audit (at)",
  ],
};
