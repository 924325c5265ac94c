import { z } from "zod";
import { inScope, projected, readScope } from "#domain/access/access.ts";
import { readsHistory } from "#domain/access/history-access.ts";
import { listOf, recordSchema, revisionSchema } from "#domain/contract/contract.ts";
import { notFound } from "../errors.ts";
import type { Services } from "../services.ts";
import { ceilingSchema, personalHeaders } from "./audience-answer.ts";
import { etagOf, type RecordDesk } from "./record-desk.ts";
import { recordQuery, recordQuerySchema } from "./record-query.ts";
import type { TypedApp } from "./typed-app.ts";

export const idParams = z.object({ id: z.string().min(1).max(60) });

const revisionsSchema = z.object({ items: z.array(revisionSchema) });

/** List, single record and its history, each as this audience may read it. */
export function recordReadingRoutes(
  app: TypedApp,
  {
    store,
    offices,
    basePath,
  }: Pick<Services, "store" | "offices"> & {
    /** Path under which a proxy shows the server to the world, "" for none. */
    basePath: string;
  },
  desk: RecordDesk,
): void {
  const { type, find } = desk;
  const path = `/api/records/${type.type}`;
  const tags = [type.type];

  app.get(
    path,
    { schema: { tags, querystring: recordQuerySchema(type), response: { 200: listOf(recordSchema) } } },
    async (request, reply) => {
      const page = await store.records(recordQuery(type, request.audience, request.query));
      personalHeaders(request, reply);
      return {
        items: page.items.map((record) => projected(request.audience, type, record)),
        total: page.total,
        next: page.next && nextAddress(`${basePath}${path}`, request.query, page.next),
      };
    },
  );

  const response = { 200: recordSchema, 304: z.undefined() };
  app.get(
    `${path}/:id`,
    { schema: { tags, params: idParams, querystring: ceilingSchema, response } },
    async (request, reply) => {
      const record = await find(request, request.params.id);
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
      const { audience } = request;
      await find(request, request.params.id);
      if (!readsHistory(audience)) throw notFound();
      const scope = readScope(audience, type);
      const revisions = await store.revisions(type.type, request.params.id);
      personalHeaders(request, reply);
      // A version from before its release stays with those who could read it then.
      const readable = revisions.filter(({ record }) => inScope(scope, record));
      const named = await offices.of(readable.map(({ actor }) => actor));
      return {
        items: readable.map(({ actor, ...revision }) => ({
          ...revision,
          office: named.get(actor) ?? null,
          record: projected(audience, type, revision.record),
        })),
      };
    },
  );
}

function nextAddress(path: string, query: Record<string, unknown>, after: string): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...query, after })) {
    if (value !== undefined) parameters.set(name, String(value));
  }
  return `${path}?${parameters}`;
}
