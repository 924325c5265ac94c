import { createHash, randomUUID } from "node:crypto";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { z } from "zod";
import { type Act, may, projected, readScope } from "#domain/access/access.ts";
import { isAtMost } from "#domain/access/visibility.ts";
import { listOf, recordSchema } from "#domain/contract/contract.ts";
import { checkTransition } from "#domain/record/lifecycle.ts";
import type { StoredRecord } from "#domain/record/record.ts";
import type { RecordType } from "#domain/record/record-type.ts";
import { recordTypes } from "#domain/record/record-types.ts";
import { notFound, Problem } from "../errors.ts";
import type { Services } from "../services.ts";
import type { RecordChange, WriteContext } from "../store/store.ts";
import { ceilingSchema, personalHeaders } from "./audience-answer.ts";
import {
  missingFieldsProblem,
  parseProperties,
  parseRecordGeometry,
  recordBodySchema,
  releaseBodySchema,
  transitionBodySchema,
  withdrawBodySchema,
} from "./record-body.ts";
import { recordQuery, recordQuerySchema } from "./record-query.ts";
import { type TypedApp, typed } from "./typed-app.ts";

const idParams = z.object({ id: z.string().min(1).max(60) });

const revisionsSchema = z.object({
  items: z.array(
    z.object({
      revision: z.number().int(),
      action: z.string(),
      actor: z.string(),
      at: z.string(),
      reason: z.string().nullable(),
      record: recordSchema,
    }),
  ),
});

/** `/api/records/{type}` for every declared type: the same routes, schemas from the declaration. */
export function recordRoutes(app: FastifyInstance, services: Services): void {
  for (const type of recordTypes) routesOfType(typed(app), services, type);
}

function routesOfType(app: TypedApp, services: Services, type: RecordType): void {
  const { store } = services;
  const path = `/api/records/${type.type}`;
  const tags = [type.type];

  const found = async (request: FastifyRequest, id: string): Promise<StoredRecord> => {
    const record = await store.record(type.type, id, readScope(request.audience, type));
    if (!record) throw notFound();
    return record;
  };
  const allowed = (request: FastifyRequest, act: Act, record?: StoredRecord) => {
    if (may(request.audience, act, type, record)) return;
    throw new Problem(
      request.audience.account ? 403 : 401,
      request.audience.account ? "Dazu fehlt die Berechtigung." : "Bitte melden Sie sich an.",
    );
  };

  app.get(
    path,
    { schema: { tags, querystring: recordQuerySchema(type), response: { 200: listOf(recordSchema) } } },
    async (request, reply) => {
      const page = await store.records(recordQuery(type, request.audience, request.query));
      personalHeaders(request, reply);
      return {
        items: page.items.map((record) => projected(request.audience, type, record)),
        total: page.total,
        next: page.next && nextAddress(path, request.query, page.next),
      };
    },
  );

  app.get(
    `${path}/:id`,
    {
      schema: {
        tags,
        params: idParams,
        querystring: ceilingSchema,
        response: { 200: recordSchema, 304: z.undefined() },
      },
    },
    async (request, reply) => {
      const record = await found(request, request.params.id);
      const etag = etagOf(request, record);
      personalHeaders(request, reply).header("etag", etag);
      if (request.headers["if-none-match"] === etag) return reply.code(304).send(undefined);
      return projected(request.audience, type, record);
    },
  );

  app.get(
    `${path}/:id/revisions`,
    { schema: { tags, params: idParams, querystring: ceilingSchema, response: { 200: revisionsSchema } } },
    async (request, reply) => {
      await found(request, request.params.id);
      // What was once said of a record is for the administration; the public reads what is in force.
      if (!["PLANNER", "SECRETARIAT"].includes(request.audience.role)) throw notFound();
      const revisions = await store.revisions(type.type, request.params.id);
      personalHeaders(request, reply);
      return { items: revisions.map((r) => ({ ...r, record: projected(request.audience, type, r.record) })) };
    },
  );

  app.post(
    path,
    { schema: { tags, body: recordBodySchema, response: { 201: recordSchema } } },
    async (request, reply) => {
      allowed(request, "create");
      const { audience, body } = request;
      const now = new Date().toISOString();
      const department = body.department === undefined ? audience.department : body.department;
      if (audience.role === "PLANNER" && department !== audience.department) allowed(request, "edit");
      const geometry = parseRecordGeometry(type, body.geometry, services.areas().extent());
      const record: StoredRecord = {
        id: randomUUID(),
        type: type.type,
        revision: 1,
        state: type.lifecycle.initial,
        visibility: type.defaultVisibility,
        owner: audience.account ?? "",
        participants: body.participants,
        department,
        districts: services.areas().districtsOf(geometry),
        geometry,
        properties: parseProperties(type, body.properties, type.lifecycle.initial),
        createdAt: now,
        updatedAt: now,
      };
      if (type.isProtected?.(record.properties)) record.visibility = "RESTRICTED";
      const written = await write(request, now, { action: "create", record });
      reply.code(201).header("location", `${path}/${written.id}`).header("etag", etagOf(request, written));
      return projected(audience, type, written);
    },
  );

  app.put(
    `${path}/:id`,
    { schema: { tags, params: idParams, body: recordBodySchema, response: { 200: recordSchema } } },
    async (request, reply) => {
      const current = await found(request, request.params.id);
      allowed(request, "edit", current);
      checkPrecondition(request, current, type, { required: true });
      const { body, audience } = request;
      const department = body.department === undefined ? current.department : body.department;
      if (audience.role === "PLANNER" && department !== current.department) {
        throw new Problem(403, "Die Zuständigkeit ändert nur die Geschäftsstelle.");
      }
      const geometry = parseRecordGeometry(type, body.geometry, services.areas().extent());
      const properties = parseProperties(type, body.properties, current.state);
      if (type.isProtected?.(properties) && current.visibility !== "RESTRICTED") {
        throw new Problem(409, "Ein geschützter Standort muss zuerst zurückgezogen werden.");
      }
      const record: StoredRecord = {
        ...current,
        participants: body.participants,
        department,
        districts: services.areas().districtsOf(geometry),
        geometry,
        properties,
      };
      return answer(request, reply, await change(request, current, "edit", record));
    },
  );

  app.delete(`${path}/:id`, { schema: { tags, params: idParams } }, async (request, reply) => {
    const current = await found(request, request.params.id);
    allowed(request, "delete", current);
    checkPrecondition(request, current, type, { required: true });
    await write(request, new Date().toISOString(), {
      action: "delete",
      expectedRevision: current.revision,
      record: current,
    });
    return reply.code(204).send();
  });

  app.post(
    `${path}/:id/transitions`,
    { schema: { tags, params: idParams, body: transitionBodySchema, response: { 200: recordSchema } } },
    async (request, reply) => {
      const current = await found(request, request.params.id);
      allowed(request, "transition", current);
      checkPrecondition(request, current, type, { required: false });
      const { to, reason } = request.body;
      const check = checkTransition(type.lifecycle, {
        from: current.state,
        to,
        properties: current.properties,
      });
      if (check.kind === "missing-fields") throw missingFieldsProblem(type, check.fields);
      if (check.kind !== "allowed") throw impossibleTransition(type, current.state);
      return answer(
        request,
        reply,
        await change(request, current, "transition", { ...current, state: to }, reason),
      );
    },
  );

  app.post(
    `${path}/:id/release`,
    { schema: { tags, params: idParams, body: releaseBodySchema, response: { 200: recordSchema } } },
    async (request, reply) => {
      const current = await found(request, request.params.id);
      allowed(request, "release", current);
      checkPrecondition(request, current, type, { required: false });
      const { visibility, reason } = request.body;
      if (visibility === current.visibility || !isAtMost(visibility, current.visibility)) {
        throw new Problem(409, "Eine Freigabe öffnet die Sichtbarkeit; hier wäre nichts zu öffnen.");
      }
      return answer(
        request,
        reply,
        await change(request, current, "release", { ...current, visibility }, reason),
      );
    },
  );

  app.post(
    `${path}/:id/withdraw`,
    { schema: { tags, params: idParams, body: withdrawBodySchema, response: { 200: recordSchema } } },
    async (request, reply) => {
      const current = await found(request, request.params.id);
      allowed(request, "withdraw", current);
      checkPrecondition(request, current, type, { required: false });
      const { visibility = "RESTRICTED", reason } = request.body;
      if (visibility === current.visibility || isAtMost(visibility, current.visibility)) {
        throw new Problem(409, "Eine Rücknahme schließt die Sichtbarkeit; hier wäre nichts zu schließen.");
      }
      return answer(
        request,
        reply,
        await change(request, current, "withdraw", { ...current, visibility }, reason),
      );
    },
  );

  function change(
    request: FastifyRequest,
    current: StoredRecord,
    action: "edit" | "transition" | "release" | "withdraw",
    next: StoredRecord,
    reason?: string,
  ): Promise<StoredRecord> {
    const now = new Date().toISOString();
    const record = { ...next, revision: current.revision + 1, updatedAt: now };
    return write(request, now, {
      action,
      expectedRevision: current.revision,
      record,
      ...(reason ? { reason } : {}),
    });
  }

  function answer(
    request: FastifyRequest,
    reply: { header: (name: string, value: string) => unknown },
    record: StoredRecord,
  ) {
    reply.header("etag", etagOf(request, record));
    return projected(request.audience, type, record);
  }

  /** One change through the store; its refusals become answers. */
  async function write(
    request: FastifyRequest,
    at: string,
    change: {
      action: RecordChange["action"];
      record: StoredRecord;
      expectedRevision?: number;
      reason?: string;
    },
  ): Promise<StoredRecord> {
    const { record } = change;
    const base = { type: type.type, id: record.id, title: type.title(record.properties) };
    const outcome = await store.write([{ ...base, ...change } as RecordChange], writeContext(request, at));
    switch (outcome.kind) {
      case "written":
      case "replayed":
        return outcome.records[0] ?? record;
      case "key-reused":
        throw new Problem(422, "Dieser Idempotency-Key gehört zu einer anderen Anfrage.");
      case "conflict":
        throw conflict(request, type, outcome.current);
      case "deleted":
        throw new Problem(
          410,
          `${type.names.singular.de} wurde gelöscht von ${outcome.actor} am ${germanDate(outcome.at)}.`,
        );
      case "missing":
        throw notFound();
    }
  }
}

function writeContext(request: FastifyRequest, at: string): WriteContext {
  const actor = request.audience.account ?? "";
  const key = request.headers["idempotency-key"];
  if (typeof key !== "string" || key === "") return { actor, at };
  if (key.length > 200) throw new Problem(400, "Der Idempotency-Key ist zu lang.");
  const bodyHash = createHash("sha256")
    .update(`${request.method} ${request.url}\n${JSON.stringify(request.body ?? null)}`)
    .digest("hex");
  return { actor, at, idempotency: { key, bodyHash } };
}

/** A revision as this person sees it: another audience's ETag never matches (T-06b). */
function etagOf(request: FastifyRequest, record: StoredRecord): string {
  const { role, account, ceiling } = request.audience;
  const mark = createHash("sha256").update(`${role} ${account} ${ceiling}`).digest("hex").slice(0, 8);
  return `"${record.revision}-${record.id.slice(0, 8)}-${mark}"`;
}

function checkPrecondition(
  request: FastifyRequest,
  current: StoredRecord,
  type: RecordType,
  { required }: { required: boolean },
): void {
  const wanted = request.headers["if-match"];
  if (wanted === undefined) {
    if (!required) return;
    throw new Problem(
      428,
      "Zum Speichern fehlt die Angabe, auf welchem Stand die Änderung beruht (If-Match).",
    );
  }
  if (wanted !== etagOf(request, current)) throw conflict(request, type, current);
}

function conflict(request: FastifyRequest, type: RecordType, current: StoredRecord): Problem {
  return new Problem(412, "Inzwischen hat jemand anderes gespeichert. Bitte vergleichen Sie beide Stände.", {
    current: projected(request.audience, type, current),
  });
}

function impossibleTransition(type: RecordType, from: string): Problem {
  const next = (type.lifecycle.states[from]?.next ?? []).map(
    (state) => `„${type.lifecycle.states[state]?.name.de ?? state}“`,
  );
  const possible = next.length > 0 ? `Möglich ist: ${next.join(", ")}.` : "Dies ist der letzte Stand.";
  return new Problem(409, `Dieser Stand kann hier nicht folgen. ${possible}`);
}

function nextAddress(path: string, query: Record<string, unknown>, after: string): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...query, after })) {
    if (value !== undefined) parameters.set(name, String(value));
  }
  return `${path}?${parameters}`;
}

function germanDate(iso: string): string {
  return new Intl.DateTimeFormat("de-DE", { dateStyle: "medium", timeZone: "Europe/Berlin" }).format(
    new Date(iso),
  );
}
