import { randomUUID } from "node:crypto";
import type { FastifyReply, FastifyRequest } from "fastify";
import { type Act, fieldsOfOthers, movesTo, projected } from "#domain/access/access.ts";
import { recordSchema } from "#domain/contract/contract.ts";
import { checkTransition } from "#domain/record/lifecycle.ts";
import type { Properties, StoredRecord } from "#domain/record/record.ts";
import type { RecordType } from "#domain/record/record-type.ts";
import { withPlacedFace } from "../areas/coarse-place.ts";
import { Problem } from "../errors.ts";
import type { Services } from "../services.ts";
import {
  districtsOfRecord,
  missingFieldsProblem,
  parseProperties,
  parseRecordGeometry,
  recordBodySchema,
  transitionBodySchema,
} from "./record-body.ts";
import { type DeskChange, etagOf, type RecordDesk } from "./record-desk.ts";
import { refuseUnfitFormula } from "./record-formula.ts";
import { idParams } from "./record-reading.ts";
import { refuseClosedReferences } from "./record-references.ts";
import { inOwnName, replacement, signing, unsignedContent } from "./record-signing.ts";
import type { TypedApp } from "./typed-app.ts";

/** Create, replace, delete, and the one way to change the state. */
export function recordWritingRoutes(app: TypedApp, services: Services, desk: RecordDesk): void {
  const { type, findToChange, mustBeAllowed, checkState, write } = desk;
  const path = `/api/records/${type.type}`;
  const tags = [type.type];
  const response = { 200: recordSchema };

  app.post(
    path,
    { schema: { tags, body: recordBodySchema, response: { 201: recordSchema } } },
    async (request, reply) => {
      mustBeAllowed(request, "create");
      const { audience, body } = request;
      const department = body.department === undefined ? audience.department : body.department;
      if (audience.role !== "SECRETARIAT" && department !== audience.department) {
        throw new Problem(403, "Neues wird für das eigene Amt angelegt.");
      }
      const at = new Date().toISOString();
      const geometry = parseRecordGeometry(type, body.geometry, services.areas().extent());
      const named = await inOwnName(services, type, request, { sent: body.properties, before: null });
      const sent = parseProperties(type, named, type.lifecycle.initial);
      const properties = unsignedContent(type, sent, null);
      refuseFieldsOfOthers(request, {}, properties);
      const record: StoredRecord = {
        id: randomUUID(),
        type: type.type,
        revision: 1,
        state: type.lifecycle.initial,
        visibility: type.isProtected?.(properties) ? "RESTRICTED" : type.defaultVisibility,
        owner: audience.account ?? "",
        participants: body.participants,
        department,
        districts: districtsOfRecord(type, { geometry, properties }, services.areas()),
        geometry,
        properties,
        createdAt: at,
        updatedAt: at,
      };
      mustBeAllowed(request, "create", record);
      await refuseClosedReferences(services.store, type, record);
      await refuseUnfitFormula(services, type, audience, record);
      const written = await write(request, { action: "create", record, at });
      reply.code(201).header("location", `${path}/${written.id}`);
      return answer(request, reply, written);
    },
  );

  app.put(
    `${path}/:id`,
    { schema: { tags, params: idParams, body: recordBodySchema, response } },
    async (request, reply) => {
      const current = await begin(request, "edit", { required: true });
      const { body, audience } = request;
      const department = body.department === undefined ? current.department : body.department;
      if (audience.role !== "SECRETARIAT" && department !== current.department) {
        throw new Problem(403, "Die Zuständigkeit ändert nur die Geschäftsstelle.");
      }
      const geometry = parseRecordGeometry(type, body.geometry, services.areas().extent());
      const before = current.properties;
      const named = await inOwnName(services, type, request, { sent: body.properties, before });
      const sent = parseProperties(type, named, current.state);
      const properties = unsignedContent(type, sent, current);
      refuseFieldsOfOthers(request, current.properties, properties);
      if (type.isProtected?.(properties) && current.visibility !== "RESTRICTED") {
        throw new Problem(409, "Was geschützt ist, muss zuerst zurückgezogen werden.");
      }
      const districts = districtsOfRecord(type, { geometry, properties }, services.areas());
      mustBeAllowed(request, "edit", { ...current, districts });
      await refuseClosedReferences(services.store, type, { ...current, properties });
      await refuseUnfitFormula(services, type, audience, { ...current, properties });
      const { participants } = body;
      return save(request, reply, "edit", current, {
        participants,
        department,
        districts,
        geometry,
        properties,
      });
    },
  );

  app.delete(`${path}/:id`, { schema: { tags, params: idParams } }, async (request, reply) => {
    const record = await begin(request, "delete", { required: true });
    refuseFieldsOfOthers(request, record.properties, {});
    const at = new Date().toISOString();
    await write(request, { action: "delete", record, expectedRevision: record.revision, at });
    return reply.code(204).send();
  });

  app.post(
    `${path}/:id/transitions`,
    { schema: { tags, params: idParams, body: transitionBodySchema, response } },
    async (request, reply) => {
      const current = await begin(request, "transition");
      const { to, reason } = request.body;
      if (!movesTo(request.audience, type, to)) {
        throw new Problem(403, "Das beschließt allein die Geschäftsstelle.");
      }
      const step = { from: current.state, to, properties: current.properties };
      const check = checkTransition(type.lifecycle, step);
      if (check.kind === "missing-fields") throw missingFieldsProblem(type, check.fields);
      if (check.kind !== "allowed") throw impossibleTransition(type, current.state);
      const at = new Date().toISOString();
      const signed = await signing(services, type, request, { record: current, to, at });
      const change = { ...signed, state: to };
      const also = await replacement(services.store, type, { ...current, ...change }, at);
      return save(request, reply, "transition", current, change, { reason, also });
    },
  );

  function refuseFieldsOfOthers({ audience }: FastifyRequest, before: Properties, after: Properties): void {
    const [field] = fieldsOfOthers(audience, type, { before, after });
    if (field === undefined) return;
    throw new Problem(403, `„${type.fields[field]?.name.de ?? field}“ schreibt ein anderes Amt.`, {
      errors: [{ pointer: `/properties/${field}`, detail: "schreibt ein anderes Amt" }],
    });
  }

  /** The record as it is, once it is clear that this person may change it and knows its state. */
  async function begin(
    request: FastifyRequest<{ Params: { id: string } }>,
    act: Act,
    { required } = { required: false },
  ): Promise<StoredRecord> {
    const current = await findToChange(request, request.params.id);
    mustBeAllowed(request, act, current);
    checkState(request, current, { required });
    return current;
  }

  async function save(
    request: FastifyRequest,
    reply: FastifyReply,
    action: "edit" | "transition",
    current: StoredRecord,
    change: Partial<StoredRecord>,
    { reason, also = [] }: Pick<DeskChange, "reason" | "also"> = {},
  ) {
    const at = new Date().toISOString();
    const changed = { ...current, ...change, revision: current.revision + 1, updatedAt: at };
    const record = withPlacedFace(type, changed, services.areas());
    const written = await write(request, {
      action,
      record,
      expectedRevision: current.revision,
      reason,
      at,
      also,
    });
    return answer(request, reply, written);
  }

  function answer(request: FastifyRequest, reply: FastifyReply, record: StoredRecord) {
    reply.header("etag", etagOf(request, record)).header("cache-control", "no-store");
    return projected(request.audience, type, record);
  }
}

function impossibleTransition(type: RecordType, from: string): Problem {
  const next = (type.lifecycle.states[from]?.next ?? []).map(
    (state) => `„${type.lifecycle.states[state]?.name.de ?? state}“`,
  );
  const possible = next.length > 0 ? `Möglich ist: ${next.join(", ")}.` : "Dies ist der letzte Stand.";
  return new Problem(409, `Dieser Stand kann hier nicht folgen. ${possible}`);
}
