import { randomUUID } from "node:crypto";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import { may, projected } from "#domain/access/access.ts";
import { listOf, recordSchema } from "#domain/contract/contract.ts";
import {
  askedServiceSchema,
  externalLayerChangeSchema,
  externalServiceSchema,
  newExternalLayerSchema,
} from "#domain/contract/external-layer-contract.ts";
import {
  externalLayerSchema,
  externalLayer as externalLayerType,
} from "#domain/external-layer/external-layer.ts";
import type { StoredRecord } from "#domain/record/record.ts";
import { notFound, Problem } from "../errors.ts";
import { askService } from "../external-layers/ask-service.ts";
import {
  type ExternalLayerService,
  type PassedOn,
  tilePart,
} from "../external-layers/external-layer-service.ts";
import { type Outbound, OutboundRefusal } from "../outbound/outbound.ts";
import type { CostLimit } from "../plugins/cost-limit.ts";
import type { Services } from "../services.ts";
import { ceilingSchema, personalHeaders } from "./audience-answer.ts";
import { etagOf, recordDesk } from "./record-desk.ts";
import { idParams } from "./record-reading.ts";
import { recordReleaseRoutes } from "./record-release.ts";
import { typed } from "./typed-app.ts";

const path = "/api/external-layers";
const tags = [externalLayerType.type];

/** About the milliseconds that a question to another service and its answer cost here. */
const coldCost = 5;

const place = z.string().regex(/^\d{1,7}$/);
const tileParams = idParams.extend({ z: z.string().regex(/^(1?\d|20)$/), x: place, y: place });
/** `revision` only tells browsers apart what they keep. */
const pictureQuery = ceilingSchema.extend({ revision: z.string().max(10).optional() });

/**
 * `/api/external-layers`: maps of other services of the city. Pictures, legends and features come through this
 * server, so the page asks nobody else; who may not see a layer gets the answer for one that is not there.
 */
export function externalLayerRoutes(
  fastify: FastifyInstance,
  services: Services,
  { external, outbound, costs }: { external: ExternalLayerService; outbound: Outbound; costs: CostLimit },
): void {
  const app = typed(fastify);
  const desk = recordDesk(services, externalLayerType);
  const schema = { tags };

  app.get(
    path,
    { schema: { ...schema, querystring: ceilingSchema, response: { 200: listOf(recordSchema) } } },
    async (request, reply) => {
      const items = (await external.list(request.audience)).map((record) => shown(request, record));
      personalHeaders(request, reply);
      return { items, total: items.length, next: null };
    },
  );

  app.post(
    `${path}/capabilities`,
    { schema: { ...schema, body: askedServiceSchema, response: { 200: externalServiceSchema } } },
    async (request, reply) => {
      desk.mustBeAllowed(request, "create");
      const { service, address, title, layers } = await answered(422, () =>
        askService(outbound, request.body.address),
      );
      reply.header("cache-control", "no-store");
      return {
        service,
        address,
        title,
        layers: layers.map(({ layer, ...rest }) => ({ ...rest, name: layer })),
      };
    },
  );

  app.post(
    path,
    { schema: { ...schema, body: newExternalLayerSchema, response: { 201: recordSchema } } },
    async (request, reply) => {
      desk.mustBeAllowed(request, "create");
      const { service, address, layer, title, attribution } = request.body;
      // What a service says of itself is asked for again: the page only chooses.
      const offer = await answered(422, () => askService(outbound, address, service));
      const offered = offer.layers.find((one) => one.layer === layer);
      if (!offered) throw new Problem(422, "Diese Ebene bietet der Dienst nicht an.");
      if (offered.problem) throw new Problem(422, offered.problem);
      const { version, format, crs, legend, bounds } = offered;
      const properties = externalLayerSchema.parse({
        ...{ title, service, address: offer.address, layer, attribution },
        ...{ version, format, crs, legend, bounds },
      });
      const at = new Date().toISOString();
      const record: StoredRecord = {
        id: randomUUID(),
        type: externalLayerType.type,
        revision: 1,
        state: externalLayerType.lifecycle.initial,
        visibility: externalLayerType.defaultVisibility,
        owner: request.audience.account ?? "",
        participants: [],
        department: request.audience.department,
        districts: [],
        geometry: null,
        properties,
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
    { schema: { ...schema, params: idParams, querystring: ceilingSchema, response: { 200: recordSchema } } },
    async (request, reply) => answer(request, reply, await desk.find(request, request.params.id)),
  );

  app.put(
    `${path}/:id`,
    {
      schema: {
        ...schema,
        params: idParams,
        body: externalLayerChangeSchema,
        response: { 200: recordSchema },
      },
    },
    async (request, reply) => {
      const current = await desk.findToChange(request, request.params.id);
      desk.mustBeAllowed(request, "edit", current);
      desk.checkState(request, current, { required: true });
      const at = new Date().toISOString();
      const record = {
        ...current,
        properties: { ...current.properties, ...request.body },
        revision: current.revision + 1,
        updatedAt: at,
      };
      const expectedRevision = current.revision;
      return answer(
        request,
        reply,
        await desk.write(request, { action: "edit", record, expectedRevision, at }),
      );
    },
  );

  app.delete(`${path}/:id`, { schema: { ...schema, params: idParams } }, async (request, reply) => {
    const record = await desk.findToChange(request, request.params.id);
    desk.mustBeAllowed(request, "delete", record);
    const at = new Date().toISOString();
    await desk.write(request, { action: "delete", record, expectedRevision: record.revision, at });
    return reply.code(204).send();
  });

  recordReleaseRoutes(app, services, desk, path);

  app.get(
    `${path}/:id/tiles/:z/:x/:y`,
    { schema: { ...schema, params: tileParams, querystring: pictureQuery } },
    async (request, reply) => {
      const { id, ...numbers } = request.params;
      const tile = { z: Number(numbers.z), x: Number(numbers.x), y: Number(numbers.y) };
      const record = await found(request, id, "WMS");
      if (tile.x >= 2 ** tile.z || tile.y >= 2 ** tile.z) throw notFound();
      if (!external.isKept(record, tilePart(tile))) await costs.chargeStranger(request, coldCost);
      return passOn(request, reply, record, await answered(502, () => external.tile(record, tile)));
    },
  );

  app.get(
    `${path}/:id/legend`,
    { schema: { ...schema, params: idParams, querystring: pictureQuery } },
    async (request, reply) => {
      const record = await found(request, request.params.id, "WMS");
      if (!record.properties.legend) throw notFound();
      if (!external.isKept(record, "legend")) await costs.chargeStranger(request, coldCost);
      return passOn(request, reply, record, await answered(502, () => external.legend(record)));
    },
  );

  app.get(
    `${path}/:id/features`,
    { schema: { ...schema, params: idParams, querystring: pictureQuery } },
    async (request, reply) => {
      const record = await found(request, request.params.id, "WFS", "OAF");
      if (!external.isKept(record, "features")) await costs.chargeStranger(request, 10 * coldCost);
      return passOn(request, reply, record, await answered(502, () => external.features(record)));
    },
  );

  /** A layer of one of these services, if this audience sees it. */
  async function found({ audience }: FastifyRequest, id: string, ...kinds: string[]): Promise<StoredRecord> {
    const record = await external.find(audience, id);
    if (!record || !kinds.includes(String(record.properties.service))) throw notFound();
    return record;
  }
}

function answer(request: FastifyRequest, reply: FastifyReply, record: StoredRecord) {
  reply.header("etag", etagOf(request, record)).header("cache-control", "no-store");
  return shown(request, record);
}

/** Where a map comes from is told to those who tend it. */
function shown({ audience }: FastifyRequest, record: StoredRecord) {
  const tends = may(audience, "edit", externalLayerType, record);
  const { properties, ...rest } = projected(audience, externalLayerType, record);
  return { ...rest, properties: tends ? record.properties : properties };
}

/**
 * Public maps may be kept for less than a withdrawal takes to be everywhere (RELIABILITY A-18); others are asked for
 * again each time, because the next person at this browser may not see them.
 */
function passOn(
  request: FastifyRequest,
  reply: FastifyReply,
  record: StoredRecord,
  { type, body, tag }: PassedOn,
) {
  personalHeaders(request, reply).header("etag", tag);
  if (record.visibility === "PUBLIC") reply.header("cache-control", "public, max-age=45");
  if (request.headers["if-none-match"] === tag) return reply.code(304).send();
  return reply.type(type).send(body);
}

/** Refusals of the guard and of other services as answers: 422 for what may not be asked, `otherwise` for the rest. */
async function answered<T>(otherwise: 422 | 502, ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    if (!(error instanceof OutboundRefusal)) throw error;
    throw new Problem(error.isForbidden ? 422 : otherwise, error.message);
  }
}
