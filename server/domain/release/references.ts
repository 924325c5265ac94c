import { isAtMost, type Visibility } from "../access/visibility.ts";
import type { Properties } from "../record/record.ts";
import type { RecordType } from "../record/record-type.ts";

/** A record that another one names in one of its fields. */
export interface RecordReference {
  field: string;
  /** Types the id may belong to. */
  types: readonly string[];
  id: string;
}

/** Records that this one names in fields people at this level read. */
export function referencesOf(type: RecordType, properties: Properties, level: Visibility): RecordReference[] {
  return Object.entries(type.references ?? {}).flatMap(([field, types]) => {
    const id = properties[field];
    const isRead = isAtMost(type.fields[field]?.visibility ?? "PUBLIC", level);
    return typeof id === "string" && id !== "" && isRead ? [{ field, types, id }] : [];
  });
}

/** Fields of any of these types that may name a record of the given type. */
export function fieldsNaming(
  types: readonly RecordType[],
  named: string,
): { type: RecordType; field: string }[] {
  return types.flatMap((type) =>
    Object.entries(type.references ?? {}).flatMap(([field, targets]) =>
      targets.includes(named) ? [{ type, field }] : [],
    ),
  );
}
