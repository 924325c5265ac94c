import { randomUUID } from "node:crypto";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import { ownScope, projected, readScope } from "#domain/access/access.ts";
import type { Audience } from "#domain/access/audience.ts";
import { listOf, recordSchema } from "#domain/contract/contract.ts";
import { savedViewBodySchema, savedViewMoveSchema } from "#domain/contract/saved-view-contract.ts";
import type { StoredRecord } from "#domain/record/record.ts";
import {
  mostViews,
  type SavedView,
  savedViewOf,
  savedView as savedViewType,
  type WrittenView,
  writtenViewSchema,
} from "#domain/view/saved-view.ts";
import { Problem } from "../errors.ts";
import type { Services } from "../services.ts";
import { ceilingSchema, personalHeaders } from "./audience-answer.ts";
import { parseProperties } from "./record-body.ts";
import { etagOf, recordDesk } from "./record-desk.ts";
import { idParams } from "./record-reading.ts";
import { typed } from "./typed-app.ts";

const path = "/api/views";
const tags = [savedViewType.type];

/** More than all people of a city share with each other. */
const mostListed = 1000;

/**
 * `/api/views`: views kept for a meeting, with ETag, If-Match and Idempotency-Key like records. Place in the list and
 * scenario are the server's to say; what a view shows is asked for anew by whoever opens it.
 */
export function savedViewRoutes(fastify: FastifyInstance, services: Services): void {
  const app = typed(fastify);
  const desk = recordDesk(services, savedViewType);
  const response = { 200: recordSchema };

  app.get(
    path,
    { schema: { tags, querystring: ceilingSchema, response: { 200: listOf(recordSchema) } } },
    async (request, reply) => {
      const { audience } = request;
      const { items } = await services.store.records({
        type: savedViewType.type,
        scope: readScope(audience, savedViewType),
        limit: mostListed,
      });
      personalHeaders(request, reply);
      const shown = items.toSorted(byPlace).map((record) => projected(audience, savedViewType, record));
      return { items: shown, total: shown.length, next: null };
    },
  );

  app.post(
    path,
    { schema: { tags, body: savedViewBodySchema, response: { 201: recordSchema } } },
    async (request, reply) => {
      desk.mustBeAllowed(request, "create");
      const { audience, body } = request;
      const written = parsed(body.properties);
      const own = await ownViews(audience);
      if (own.length >= mostViews)
        throw new Problem(409, `Mehr als ${mostViews} Ansichten lassen sich nicht merken.`);
      const at = new Date().toISOString();
      const record: StoredRecord = {
        id: randomUUID(),
        type: savedViewType.type,
        revision: 1,
        state: savedViewType.lifecycle.initial,
        visibility: visibilityOf(body.isShared),
        owner: audience.account ?? "",
        participants: [],
        department: audience.department,
        districts: [],
        geometry: null,
        properties: { ...savedViewOf(written, nextPlace(own, written.list)) },
        createdAt: at,
        updatedAt: at,
      };
      const made = await desk.write(request, { action: "create", record, at });
      reply.code(201).header("location", `${path}/${made.id}`);
      return answer(request, reply, made);
    },
  );

  app.get(
    `${path}/:id`,
    {
      schema: {
        tags,
        params: idParams,
        querystring: ceilingSchema,
        response: { ...response, 304: z.undefined() },
      },
    },
    async (request, reply) => {
      const record = await desk.find(request, request.params.id);
      const etag = etagOf(request, record);
      personalHeaders(request, reply).header("etag", etag);
      if (request.headers["if-none-match"] === etag) return reply.code(304).send(undefined);
      return projected(request.audience, savedViewType, record);
    },
  );

  app.put(
    `${path}/:id`,
    { schema: { tags, params: idParams, body: savedViewBodySchema, response } },
    async (request, reply) => {
      const current = await begin(request, "edit");
      const { properties, isShared } = request.body;
      const written = parsed(properties);
      const { list, place } = viewOf(current);
      const stays = written.list === list;
      const record = changed(current, {
        visibility: visibilityOf(isShared),
        properties: {
          ...savedViewOf(written, stays ? place : nextPlace(await ownViews(request.audience), written.list)),
        },
      });
      return answer(request, reply, await desk.write(request, edit(current, record)));
    },
  );

  app.post(
    `${path}/:id/move`,
    { schema: { tags, params: idParams, body: savedViewMoveSchema, response } },
    async (request, reply) => {
      const current = await begin(request, "edit");
      const { list } = viewOf(current);
      const views = (await ownViews(request.audience)).filter((one) => viewOf(one).list === list);
      const from = views.findIndex(({ id }) => id === current.id);
      const to = request.body.to === "earlier" ? from - 1 : from + 1;
      const other = views[to];
      if (!other) throw new Problem(409, "Die Ansicht steht schon am Rand ihrer Liste.");
      views[from] = other;
      views[to] = current;
      // Places given twice by two windows at once are put right on the way.
      const moved = views.flatMap((record, index) =>
        record.id === current.id || viewOf(record).place !== index + 1
          ? [edit(record, changed(record, { properties: { ...viewOf(record), place: index + 1 } }))]
          : [],
      );
      const [own, ...also] = moved.toSorted((one) => (one.record.id === current.id ? -1 : 0));
      if (!own) throw new Error("the moved view is not in its own list");
      const rest = also.map((change) => ({
        ...change,
        type: savedViewType.type,
        id: change.record.id,
        title: savedViewType.title(change.record.properties),
      }));
      return answer(request, reply, await desk.write(request, { ...own, also: rest }));
    },
  );

  app.delete(`${path}/:id`, { schema: { tags, params: idParams } }, async (request, reply) => {
    const record = await begin(request, "delete");
    const at = new Date().toISOString();
    await desk.write(request, { action: "delete", record, expectedRevision: record.revision, at });
    return reply.code(204).send();
  });

  async function begin(
    request: FastifyRequest<{ Params: { id: string } }>,
    act: "edit" | "delete",
  ): Promise<StoredRecord> {
    const current = await desk.findToChange(request, request.params.id);
    desk.mustBeAllowed(request, act, current);
    desk.checkState(request, current, { required: true });
    return current;
  }

  /** What this person keeps, list by list in its order. */
  async function ownViews(audience: Audience): Promise<StoredRecord[]> {
    const { items } = await services.store.records({
      type: savedViewType.type,
      scope: ownScope(audience, savedViewType),
      limit: mostListed,
    });
    return items.toSorted(byPlace);
  }
}

function parsed(properties: Record<string, unknown>): WrittenView {
  const type = { ...savedViewType, schema: writtenViewSchema };
  return parseProperties(type, properties, savedViewType.lifecycle.initial) as WrittenView;
}

const viewOf = (record: StoredRecord) => record.properties as unknown as SavedView;
const visibilityOf = (isShared: boolean) => (isShared ? "INTERNAL" : "RESTRICTED");

function nextPlace(own: readonly StoredRecord[], list: string): number {
  return Math.max(0, ...own.map(viewOf).flatMap((view) => (view.list === list ? [view.place] : []))) + 1;
}

function byPlace(one: StoredRecord, other: StoredRecord): number {
  const [a, b] = [viewOf(one), viewOf(other)];
  return (
    a.list.localeCompare(b.list, "de") ||
    a.place - b.place ||
    one.createdAt.localeCompare(other.createdAt) ||
    one.id.localeCompare(other.id)
  );
}

function changed(current: StoredRecord, change: Partial<StoredRecord>): StoredRecord {
  return { ...current, ...change, revision: current.revision + 1, updatedAt: new Date().toISOString() };
}

function edit(current: StoredRecord, record: StoredRecord) {
  return {
    action: "edit" as const,
    record,
    expectedRevision: current.revision,
    at: record.updatedAt,
  };
}

function answer(request: FastifyRequest, reply: FastifyReply, record: StoredRecord) {
  reply.header("etag", etagOf(request, record)).header("cache-control", "no-store");
  return projected(request.audience, savedViewType, record);
}
