import type { FastifyRequest } from "fastify";
import { readScope } from "#domain/access/access.ts";
import { isAtMost } from "#domain/access/visibility.ts";
import { withOwnOffice } from "#domain/record/own-office.ts";
import type { Properties, StoredRecord } from "#domain/record/record.ts";
import type { RecordType } from "#domain/record/record-type.ts";
import {
  canReplace,
  isSigned,
  type Signature,
  signedProperties,
  withSignatureOf,
} from "#domain/record/signature.ts";
import { Problem } from "../errors.ts";
import type { Services } from "../services.ts";
import type { RecordChange, Store } from "../store/store.ts";

/** Office in whose name this person writes. */
async function officeOf(
  offices: Services["offices"],
  { account }: FastifyRequest["audience"],
): Promise<string> {
  const asked = account ?? "";
  return (await offices.of([asked])).get(asked) ?? asked;
}

/** What somebody sent, with the offices nobody can send: the own one for what is theirs, else as it was. */
export async function inOwnName(
  { offices }: Pick<Services, "offices">,
  type: RecordType,
  { audience }: Pick<FastifyRequest, "audience">,
  { sent, before }: { sent: Properties; before: Properties | null },
): Promise<Properties> {
  if (!type.ownOffice) return sent;
  return withOwnOffice(type.ownOffice, sent, { before, office: await officeOf(offices, audience) });
}

/** What somebody sent, with the signature nobody can send. Throws Problem 409 for content that is signed. */
export function unsignedContent(
  type: RecordType,
  sent: Properties,
  current: Pick<StoredRecord, "state" | "properties"> | null,
): Properties {
  const { signature } = type;
  if (!signature) return sent;
  if (current && isSigned(signature, current)) {
    throw new Problem(409, "Unterzeichnetes ändert niemand mehr. Bitte schreiben Sie eine neue Fassung.");
  }
  return withSignatureOf(signature, sent, current?.properties);
}

/** Throws Problem 409 where a record is to be released that nobody has signed. */
export function refuseUnsigned(type: RecordType, record: Pick<StoredRecord, "state">): void {
  if (!type.signature || isSigned(type.signature, record)) return;
  throw new Problem(409, "Freigegeben wird nur, was unterzeichnet ist.");
}

/**
 * The properties of a record that is being signed: with office, day and version. Nothing for any other step. Throws
 * Problem 409 when the record it is to take the place of can no longer be replaced.
 */
export async function signing(
  { store, offices }: Pick<Services, "store" | "offices">,
  type: RecordType,
  { audience }: Pick<FastifyRequest, "audience">,
  { record, to, at }: { record: StoredRecord; to: string; at: string },
): Promise<Pick<StoredRecord, "properties"> | null> {
  const { signature } = type;
  if (!signature || to !== signature.signed) return null;
  const id = record.properties[signature.predecessor];
  const predecessor =
    typeof id === "string" ? await store.record(type.type, id, readScope(audience, type)) : null;
  if (typeof id === "string") {
    const isFree = predecessor && canReplace(signature, record, predecessor);
    if (!isFree || (await hasSuccessor(store, type, signature, id))) {
      throw new Problem(
        409,
        "Die Fassung, die ersetzt werden soll, gilt nicht mehr oder gehört nicht dazu.",
        {
          errors: [{ pointer: `/properties/${signature.predecessor}`, detail: "nicht ersetzbar" }],
        },
      );
    }
  }
  return {
    properties: signedProperties(signature, record.properties, {
      office: await officeOf(offices, audience),
      date: new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Berlin" }).format(new Date(at)),
      predecessor: predecessor?.properties ?? null,
    }),
  };
}

/**
 * The change that marks as replaced what a signed record takes the place of, for the same transaction. A more visible
 * one waits until the new one is as visible: before that, the mark would tell its readers of a version they may not know.
 */
export async function replacement(
  store: Store,
  type: RecordType,
  { state, visibility, properties }: StoredRecord,
  at: string,
): Promise<RecordChange[]> {
  const { signature } = type;
  const id = signature && properties[signature.predecessor];
  if (!signature || state !== signature.signed || typeof id !== "string") return [];
  const predecessor = await store.record(type.type, id, "everything");
  if (predecessor?.state !== signature.signed || !isAtMost(visibility, predecessor.visibility)) return [];
  const revision = predecessor.revision + 1;
  return [
    {
      action: "transition",
      type: type.type,
      id,
      title: type.title(predecessor.properties),
      expectedRevision: predecessor.revision,
      record: { ...predecessor, state: signature.replaced, revision, updatedAt: at },
    },
  ];
}

async function hasSuccessor(store: Store, type: RecordType, signature: Signature, id: string) {
  const { items } = await store.records({
    type: type.type,
    scope: "everything",
    filters: [
      { field: signature.predecessor, op: "eq", value: id },
      { field: "state", op: "in", value: [signature.signed, signature.replaced] },
    ],
    limit: 1,
  });
  return items.length > 0;
}
