import type { StoredRecord } from "#domain/record/record.ts";
import type { StagedRecord } from "./store.ts";

/**
 * The part of a record that an import states. The envelope's counters and dates are the store's; the rest decides
 * whether the source says something new.
 */
export function importedContent(record: StoredRecord | StagedRecord["record"]): StagedRecord["record"] {
  const { state, visibility, owner, participants, department, districts, geometry, properties } = record;
  return { state, visibility, owner, participants, department, districts, geometry, properties };
}
