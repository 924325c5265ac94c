import { canonicalJson } from "../dataset/canonical-json.ts";
import type { Properties, StoredRecord } from "./record.ts";

/** What there is only once among the records of a type, visible or not. The store holds every write and import to it. */
export interface Unique {
  /** Fields of text or number that lists filter by and that together name it; a record without one of them is not held. */
  fields: readonly string[];
  /** States in which a record has made room for another one. */
  freeIn?: readonly string[];
  /** Why a second one is refused and what helps, in German; it says no more than the refused record itself. */
  sentence: (properties: Properties) => string;
}

/** One word for what the record takes up; null where it takes up nothing. */
export function uniqueKey(
  { fields, freeIn = [] }: Unique,
  { state, properties }: Pick<StoredRecord, "state" | "properties">,
): string | null {
  if (freeIn.includes(state)) return null;
  const values = fields.map((field) => properties[field] ?? null);
  return values.includes(null) ? null : canonicalJson(values);
}
