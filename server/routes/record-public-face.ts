import { z } from "zod";
import { projected } from "#domain/access/access.ts";
import { areaLevelSchema } from "#domain/area/area.ts";
import { recordSchema } from "#domain/contract/contract.ts";
import type { StoredRecord } from "#domain/record/record.ts";
import type { RecordType } from "#domain/record/record-type.ts";
import type { PublicFace } from "#domain/release/public-face.ts";
import type { AreaIndex } from "../areas/area-index.ts";
import { coarsePlacesOf, placedFace } from "../areas/coarse-place.ts";
import { Problem } from "../errors.ts";
import type { Services } from "../services.ts";
import { ceilingSchema, personalHeaders } from "./audience-answer.ts";
import { type PublicFaceBody, publicFaceBodySchema } from "./record-body.ts";
import { etagOf, type RecordDesk } from "./record-desk.ts";
import { idParams } from "./record-reading.ts";
import type { TypedApp } from "./typed-app.ts";

const changeBodySchema = z.strictObject({
  ...publicFaceBodySchema.shape,
  reason: z.string().trim().min(1).max(2000),
});

const placesSchema = z.object({
  items: z.array(
    z.object({
      place: areaLevelSchema.exclude(["city"]),
      areaNumber: z.string(),
      areaName: z.string(),
    }),
  ),
});

/**
 * The public face of a record: which areas may stand for its place, and the one way to change it beside its release.
 * To take a face away shows more of the record, so it is the Geschäftsstelle's like a release, and says why.
 */
export function recordPublicFaceRoutes(
  app: TypedApp,
  services: Pick<Services, "areas">,
  desk: RecordDesk,
): void {
  const { type, find, findToChange, mustBeAllowed, checkState, write } = desk;
  const path = `/api/records/${type.type}/:id/public-face`;
  const schema = { tags: [type.type], params: idParams };

  app.get(
    path,
    { schema: { ...schema, querystring: ceilingSchema, response: { 200: placesSchema } } },
    async (request, reply) => {
      const record = await find(request, request.params.id);
      mustBeAllowed(request, "release", record);
      personalHeaders(request, reply);
      return { items: coarsePlacesOf(record.geometry, services.areas()) };
    },
  );

  app.post(
    path,
    { schema: { ...schema, body: changeBodySchema, response: { 200: recordSchema } } },
    async (request, reply) => {
      const { reason, ...wanted } = request.body;
      const current = await findToChange(request, request.params.id);
      mustBeAllowed(request, "release", current);
      checkState(request, current, { required: false });
      const at = new Date().toISOString();
      const record: StoredRecord = {
        ...current,
        publicFace: facedAs(type, current, wanted, services.areas()),
        revision: current.revision + 1,
        updatedAt: at,
      };
      const expectedRevision = current.revision;
      const written = await write(request, { action: "edit", record, expectedRevision, reason, at });
      reply.header("etag", etagOf(request, written)).header("cache-control", "no-store");
      return projected(request.audience, type, written);
    },
  );
}

/** The face a form asks for, drawn for where the record is. Throws Problem 422 for what this record cannot have. */
export function facedAs(
  type: RecordType,
  { geometry }: Pick<StoredRecord, "geometry">,
  { title, place }: PublicFaceBody,
  areas: AreaIndex,
): PublicFace | null {
  if (title === null && place === null) return null;
  if (title !== null && !type.titleField) throw impossible("title", "Hier gibt es keinen eigenen Titel.");
  const placed = placedFace(type, geometry, place, areas);
  if (place !== null && place !== "NONE" && !placed.geometry)
    throw impossible("place", "Die Lage liegt in keinem Gebiet dieser Ebene.");
  return { title, place, ...placed };
}

function impossible(field: string, why: string): Problem {
  return new Problem(422, `Diese öffentliche Fassung ist nicht möglich. ${why}`, {
    errors: [{ pointer: `/${field}`, detail: why }],
  });
}
