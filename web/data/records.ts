import type { QueryClient } from "@tanstack/react-query";
import type { Geometry } from "geojson";
import type { RecordAnswer } from "#domain/contract/contract.ts";
import { computedIndicators } from "#domain/indicator/computed-code.ts";
import type { Properties } from "#domain/record/record.ts";
import { readTagged, remove, send, type Tagged, write } from "./api.ts";

/** What a changed definition of a computed indicator changes beside its record. */
export const computedKeys = ["indicators", "values"];

/**
 * A record with the mark a later change has to name. It is read whole, whatever the Sicht: a form that does not know a
 * field would empty it. Forms are therefore offered only while the Sicht is not lowered.
 */
export function readToEdit(type: string, id: string): Promise<Tagged<RecordAnswer>> {
  return readTagged<RecordAnswer>(`api/records/${type}/${encodeURIComponent(id)}`);
}

/** Writes a new record, without a place unless one is given (WGS 84). Rejects with ApiError. */
export async function createRecord(
  client: QueryClient,
  type: string,
  properties: Properties,
  geometry: Geometry | null = null,
): Promise<RecordAnswer> {
  const { value } = await write<RecordAnswer>(`api/records/${type}`, { geometry, properties });
  await forgetRecords(client, type);
  return value;
}

/** Replaces the properties of a record, its place too if one is given, and leaves the rest. Rejects with status 412 when somebody saved meanwhile. */
export async function saveRecord(
  client: QueryClient,
  { value: { type, id, geometry: place, participants }, etag }: Tagged<RecordAnswer>,
  properties: Properties,
  geometry: unknown = place,
): Promise<RecordAnswer> {
  const { value } = await write<RecordAnswer>(
    `api/records/${type}/${encodeURIComponent(id)}`,
    { geometry, participants, properties },
    { ifMatch: etag },
  );
  await forgetRecords(client, type);
  return value;
}

/** Moves a record to another state of its lifecycle. Rejects with ApiError. */
export async function moveRecord(
  client: QueryClient,
  { type, id }: Pick<RecordAnswer, "type" | "id">,
  to: string,
): Promise<RecordAnswer> {
  const record = await send<RecordAnswer>(`api/records/${type}/${encodeURIComponent(id)}/transitions`, {
    to,
  });
  await forgetRecords(client, type);
  return record;
}

/** Deletes a record. Rejects with ApiError, with status 412 when somebody saved meanwhile. */
export async function removeRecord(
  client: QueryClient,
  { value: { type, id }, etag }: Tagged<RecordAnswer>,
): Promise<void> {
  await remove(`api/records/${type}/${encodeURIComponent(id)}`, { ifMatch: etag });
  await forgetRecords(client, type);
}

async function forgetRecords(client: QueryClient, type: string): Promise<void> {
  const keys = ["records", "record", "revisions", ...(type === computedIndicators ? computedKeys : [])];
  await Promise.all(keys.map((key) => client.invalidateQueries({ queryKey: [key] })));
}
