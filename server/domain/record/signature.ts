import type { Properties, StoredRecord } from "./record.ts";

/**
 * How a record is signed by an office. What is signed is not edited any more: another record takes its place, and the
 * signed one stays readable beside it. Without a signature such a record is not released.
 */
export interface Signature {
  /** State it is signed in. */
  signed: string;
  /** State of one that another has taken the place of. */
  replaced: string;
  /** Field with the id of the record it takes the place of. */
  predecessor: string;
  /** Fields in which it agrees with that record, beside the department. */
  about: readonly string[];
  /** Fields the server alone writes, when it is signed: by which office, on which day, as which version (from 1). */
  fields: { office: string; date: string; version: string };
}

/** Whether it is signed or was, and therefore stays as it is. */
export function isSigned({ signed, replaced }: Signature, { state }: Pick<StoredRecord, "state">): boolean {
  return state === signed || state === replaced;
}

/** Properties as sent, with the fields of the signature as they were before. */
export function withSignatureOf(
  { fields }: Signature,
  sent: Properties,
  before: Properties = {},
): Properties {
  const own = Object.values(fields);
  const isOwn = ([field]: [string, unknown]) => own.includes(field);
  return Object.fromEntries([
    ...Object.entries(sent).filter((entry) => !isOwn(entry)),
    ...Object.entries(before).filter(isOwn),
  ]);
}

/** Properties with the signature; the version counts on from that of the record it takes the place of. */
export function signedProperties(
  { fields }: Signature,
  properties: Properties,
  { office, date, predecessor }: { office: string; date: string; predecessor: Properties | null },
): Properties {
  const version = Number(predecessor?.[fields.version] ?? 0) + 1;
  return { ...properties, [fields.office]: office, [fields.date]: date, [fields.version]: version };
}

/** Whether one record can take the place of another: signed, about the same, and of the same department. */
export function canReplace(
  signature: Signature,
  record: Pick<StoredRecord, "properties" | "department">,
  predecessor: Pick<StoredRecord, "properties" | "department" | "state">,
): boolean {
  return (
    predecessor.state === signature.signed &&
    predecessor.department === record.department &&
    signature.about.every((field) => predecessor.properties[field] === record.properties[field])
  );
}
