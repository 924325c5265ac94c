import { isAtMost } from "#domain/access/visibility.ts";
import type { StoredRecord } from "#domain/record/record.ts";
import type { RecordType } from "#domain/record/record-type.ts";
import { recordTypeOf, recordTypes } from "#domain/record/record-types.ts";
import { fieldsNaming, referencesOf } from "#domain/release/references.ts";
import { Problem } from "../errors.ts";
import { recordPageSize } from "../layers/record-features.ts";
import type { RecordChange, Store } from "../store/store.ts";

/**
 * MODEL §13.1: what a record's readers see of it may name no record that is closed to them. Throws Problem 409
 * naming the field. Whoever may write the record learns nothing by that: a closed record and none at all are
 * refused alike.
 */
export async function refuseClosedReferences(
  store: Store,
  type: RecordType,
  record: Pick<StoredRecord, "properties" | "visibility">,
): Promise<void> {
  // Its few readers are let in one by one, and an answer here would tell which ids exist.
  if (record.visibility === "RESTRICTED") return;
  for (const { field, types, id } of referencesOf(type, record.properties, record.visibility)) {
    const found = await Promise.all(types.map((name) => store.record(name, id, "everything")));
    if (found.some((one) => one && isAtMost(one.visibility, record.visibility))) continue;
    const name = type.fields[field]?.name.de ?? field;
    throw new Problem(409, `„${name}“ verweist auf etwas, das nicht ebenso weit freigegeben ist.`, {
      errors: [{ pointer: `/properties/${field}`, detail: "nicht ebenso weit freigegeben" }],
    });
  }
}

/**
 * Changes that take the id of a withdrawn record out of every record that stays more visible than it, for the same
 * transaction: a withdrawal cannot wait until somebody has edited the others.
 */
export async function withoutReferencesTo(
  store: Store,
  withdrawn: StoredRecord,
  { at }: { at: string },
): Promise<RecordChange[]> {
  const changes: RecordChange[] = [];
  for (const { type, field } of fieldsNaming(recordTypes, withdrawn.type)) {
    const naming = await store.records({
      type: type.type,
      scope: "everything",
      filters: [{ field, op: "eq", value: withdrawn.id }],
      limit: recordPageSize,
    });
    for (const record of naming.items) {
      if (isAtMost(withdrawn.visibility, record.visibility)) continue;
      if (referencesOf(type, record.properties, record.visibility).every((named) => named.field !== field))
        continue;
      const { [field]: _id, ...properties } = record.properties;
      changes.push({
        action: "edit",
        type: type.type,
        id: record.id,
        title: recordTypeOf(type.type)?.title(properties) ?? "",
        expectedRevision: record.revision,
        record: { ...record, properties, revision: record.revision + 1, updatedAt: at },
        reason: `„${type.fields[field]?.name.de ?? field}“ entfernt: der Datensatz wurde zurückgenommen.`,
      });
    }
  }
  return changes;
}
