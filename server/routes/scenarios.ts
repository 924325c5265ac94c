import { randomUUID } from "node:crypto";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import { readsHistory } from "#domain/access/history-access.ts";
import { listOf, revisionSchema } from "#domain/contract/contract.ts";
import { scenarioAnswerSchema } from "#domain/contract/scenario-answer.ts";
import type { StoredRecord } from "#domain/record/record.ts";
import { type Scenario, scenario as scenarioType } from "#domain/scenario/scenario.ts";
import type { ScenarioPart } from "#domain/scenario/scenario-parts.ts";
import { notFound, Problem } from "../errors.ts";
import { partKey, type ReadableScenario } from "../scenarios/scenario-reader.ts";
import type { Services } from "../services.ts";
import { ceilingSchema, personalHeaders } from "./audience-answer.ts";
import { parseProperties } from "./record-body.ts";
import { type DeskChange, etagOf, recordDesk } from "./record-desk.ts";
import { idParams } from "./record-reading.ts";
import { type TypedApp, typed } from "./typed-app.ts";

/** Those it is shared with: accounts and departments ("department:51"). */
const participantsSchema = z
  .array(z.string().regex(/^(department:[0-9]{1,4}|[A-Za-z0-9][A-Za-z0-9.:@_-]{0,119})$/))
  .max(50);

const bodySchema = z.strictObject({
  /** A scenario has no place of its own; the page sends null as for every record. */
  geometry: z.null().optional(),
  properties: z.record(z.string(), z.unknown()),
  participants: participantsSchema.default([]),
});
const shareSchema = z.strictObject({ participants: participantsSchema });
const cloneSchema = z.strictObject({ name: z.string().trim().min(1).max(120).optional() });

const revisionsSchema = z.object({
  items: z.array(revisionSchema.extend({ record: scenarioAnswerSchema })),
});

const path = "/api/scenarios";
const schema = { tags: [scenarioType.type] };

/**
 * `/api/scenarios`: kept like records, with ETag, If-Match and Idempotency-Key, but read by the rule of the
 * `ScenarioReader`. One that somebody may not read wholly answers like one that does not exist.
 */
export function scenarioRoutes(fastify: FastifyInstance, services: Services): void {
  const app = typed(fastify);
  const { scenarios } = services;
  const { mustBeAllowed, checkState, write, tellDeleted } = recordDesk(services, scenarioType);

  readingRoutes(app, services);

  app.post(
    path,
    { schema: { ...schema, body: bodySchema, response: { 201: scenarioAnswerSchema } } },
    async (request, reply) => {
      mustBeAllowed(request, "create");
      const properties = parsed(request.body.properties);
      await refuseUnusable(request, properties);
      return create(request, reply, properties, request.body.participants);
    },
  );

  app.post(
    `${path}/:id/clone`,
    {
      schema: { ...schema, params: idParams, body: cloneSchema, response: { 201: scenarioAnswerSchema } },
    },
    async (request, reply) => {
      const { scenario } = await find(request, request.params.id);
      mustBeAllowed(request, "create");
      const name = request.body.name ?? `${scenario.name.slice(0, 100)} (Kopie)`;
      return create(request, reply, { ...scenario, name }, []);
    },
  );

  app.put(
    `${path}/:id`,
    {
      schema: { ...schema, params: idParams, body: bodySchema, response: { 200: scenarioAnswerSchema } },
    },
    async (request, reply) => {
      const current = await begin(request, "edit");
      const properties = parsed(request.body.properties);
      await refuseUnusable(request, properties, current.missing);
      const { participants } = request.body;
      return save(request, reply, current.record, { properties, participants });
    },
  );

  app.put(
    `${path}/:id/participants`,
    {
      schema: { ...schema, params: idParams, body: shareSchema, response: { 200: scenarioAnswerSchema } },
    },
    async (request, reply) => {
      const current = await begin(request, "edit");
      return save(request, reply, current.record, { participants: request.body.participants });
    },
  );

  app.delete(`${path}/:id`, { schema: { ...schema, params: idParams } }, async (request, reply) => {
    const { record } = await begin(request, "delete");
    const at = new Date().toISOString();
    await written(request, { action: "delete", record, expectedRevision: record.revision, at });
    return reply.code(204).send();
  });

  async function find(request: FastifyRequest, id: string): Promise<ReadableScenario> {
    const found = await scenarios.find(request.audience, id);
    if (!found) throw notFound();
    return found;
  }

  /** Who deletes a scenario could read all its parts; who could read it at its end is told. */
  async function findToChange(request: FastifyRequest, id: string): Promise<ReadableScenario> {
    const found = await scenarios.find(request.audience, id);
    if (found) return found;
    const [last] = (await scenarios.revisions(request.audience, id)).slice(-1);
    if (last?.action === "delete") await tellDeleted(request, id);
    throw notFound();
  }

  async function begin(
    request: FastifyRequest<{ Params: { id: string } }>,
    act: "edit" | "delete",
  ): Promise<ReadableScenario> {
    const current = await findToChange(request, request.params.id);
    mustBeAllowed(request, act, current.record);
    checkState(request, current.record, { required: true });
    return current;
  }

  async function create(
    request: FastifyRequest,
    reply: FastifyReply,
    properties: Scenario,
    participants: string[],
  ) {
    const { account, department } = request.audience;
    const at = new Date().toISOString();
    const record: StoredRecord = {
      id: randomUUID(),
      type: scenarioType.type,
      revision: 1,
      state: scenarioType.lifecycle.initial,
      visibility: scenarioType.defaultVisibility,
      owner: account ?? "",
      participants,
      department,
      districts: [],
      geometry: null,
      properties,
      createdAt: at,
      updatedAt: at,
    };
    const made = await written(request, { action: "create", record, at });
    reply.code(201).header("location", `${path}/${made.id}`);
    return answer(request, reply, made);
  }

  async function save(
    request: FastifyRequest,
    reply: FastifyReply,
    current: StoredRecord,
    change: Partial<StoredRecord>,
  ) {
    const at = new Date().toISOString();
    const record = { ...current, ...change, revision: current.revision + 1, updatedAt: at };
    const saved = await written(request, {
      action: "edit",
      record,
      expectedRevision: current.revision,
      at,
    });
    return answer(request, reply, saved);
  }

  /** Writes; where somebody else was faster, their version is shown only to those who may read it. */
  async function written(request: FastifyRequest, change: DeskChange): Promise<StoredRecord> {
    try {
      return await write(request, change);
    } catch (error) {
      if (!(error instanceof Problem) || error.extras.current === undefined) throw error;
      if (!(await scenarios.find(request.audience, change.record.id))) throw notFound();
      throw error;
    }
  }

  async function answer(request: FastifyRequest, reply: FastifyReply, record: StoredRecord) {
    reply.header("etag", etagOf(request, record)).header("cache-control", "no-store");
    const read = await scenarios.readable(request.audience, record);
    return asAnswer(read ?? { record, scenario: record.properties as Scenario, missing: [] });
  }

  /** A part the author may not read is refused in the words for one that never was. Deleted ones may stay. */
  async function refuseUnusable(
    request: FastifyRequest,
    properties: Scenario,
    missing: readonly ScenarioPart[] = [],
  ): Promise<void> {
    const kept = new Set(missing.map(partKey));
    const unusable = (await scenarios.unusable(request.audience, properties)).filter(
      (part) => !kept.has(partKey(part)),
    );
    if (unusable.length === 0) return;
    throw new Problem(422, "Das Szenario bezieht sich auf etwas, das es hier nicht gibt.", {
      errors: unusable.map(({ pointer }) => ({
        pointer: `/properties${pointer}`,
        detail: "Das gibt es hier nicht.",
      })),
    });
  }
}

function readingRoutes(app: TypedApp, { scenarios, offices }: Services): void {
  app.get(
    path,
    {
      schema: { ...schema, querystring: ceilingSchema, response: { 200: listOf(scenarioAnswerSchema) } },
    },
    async (request, reply) => {
      const items = (await scenarios.list(request.audience)).map(asAnswer);
      personalHeaders(request, reply);
      return { items, total: items.length, next: null };
    },
  );

  app.get(
    `${path}/:id`,
    {
      schema: {
        ...schema,
        params: idParams,
        querystring: ceilingSchema,
        response: { 200: scenarioAnswerSchema, 304: z.undefined() },
      },
    },
    async (request, reply) => {
      const found = await scenarios.find(request.audience, request.params.id);
      if (!found) throw notFound();
      const etag = etagOf(request, found.record);
      personalHeaders(request, reply).header("etag", etag);
      if (request.headers["if-none-match"] === etag && found.missing.length === 0) {
        return reply.code(304).send(undefined);
      }
      return asAnswer(found);
    },
  );

  app.get(
    `${path}/:id/revisions`,
    {
      schema: { ...schema, params: idParams, querystring: ceilingSchema, response: { 200: revisionsSchema } },
    },
    async (request, reply) => {
      if (!(await scenarios.find(request.audience, request.params.id))) throw notFound();
      const revisions = await scenarios.revisions(request.audience, request.params.id);
      personalHeaders(request, reply);
      const named = await offices.of(revisions.map(({ actor }) => actor));
      return {
        items: revisions.map(({ read, actor, ...revision }) => ({
          ...revision,
          office: readsHistory(request.audience) ? (named.get(actor) ?? null) : null,
          record: asAnswer(read),
        })),
      };
    },
  );
}

function parsed(properties: Record<string, unknown>): Scenario {
  return parseProperties(scenarioType, properties, scenarioType.lifecycle.initial) as Scenario;
}

function asAnswer({ record, missing }: ReadableScenario) {
  return { ...record, missing: missing.map(({ recordType, recordId }) => ({ recordType, recordId })) };
}
