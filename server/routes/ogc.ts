import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import { cityNotice } from "../city.ts";
import type { Collection } from "../collections/collection.ts";
import { collectionSummaries, collectionSummary, findCollection } from "../collections/collections.ts";
import type { Config } from "../config.ts";
import { notFound } from "../errors.ts";
import { formOf, ogcHeaders, sendJson } from "../ogc/answer.ts";
import {
  collectionDocument,
  conformanceClasses,
  landingPage,
  mediaTypes,
  selfLinks,
} from "../ogc/documents.ts";
import { html, linkList, sendPage } from "../ogc/html.ts";
import { sendItem, sendItems } from "../ogc/items.ts";
import { crsParameter, knowOnly, readItemsQuery } from "../ogc/items-query.ts";
import { openApiDocument } from "../ogc/openapi.ts";
import { featureDocument, queryablesDocument, schemaDocument } from "../ogc/schema.ts";
import type { CostLimit } from "../plugins/cost-limit.ts";
import type { Services } from "../services.ts";

const schema = { tags: ["ogc"] };
const collectionParams = z.object({ collection: z.string().max(110) });
const itemParams = z.object({ collection: z.string().max(110), item: z.string().max(110) });

/** What answers cost in points of `CostLimit`; a page of items costs by its features. */
const documentCost = 2;
const apiCost = 20;
const featuresPerPoint = 25;

/**
 * OGC API – Features 1 (Core, GeoJSON, OpenAPI 3.0, HTML) and 2 (coordinate systems) under `/ogc`. Collections are
 * what this audience may see; one it sees nothing of answers as one that does not exist (RELIABILITY T-05).
 */
export function ogcRoutes(app: FastifyInstance, services: Services, config: Config, costs: CostLimit): void {
  const base = `${config.publicUrl}/ogc`;
  const home = { href: base, title: "Offene Schnittstelle" };
  const list = { href: `${base}/collections`, title: "Sammlungen" };

  function about() {
    const city = services.city();
    return {
      title: `Sozialraumkarte ${city?.name.de ?? ""}`.trim(),
      description: cityNotice(city)?.de ?? "Gebiete, Einrichtungen und Vorhaben als OGC API – Features",
    };
  }
  const notice = () => cityNotice(services.city())?.de;

  for (const path of ["/ogc", "/ogc/"]) {
    app.get(path, { schema }, async (request, reply) => {
      const form = await document(request, reply, documentCost);
      const page = landingPage(base, about());
      const links = [...selfLinks(base, form), ...page.links];
      if (form === "html") {
        const body = html`<p>${page.description}</p>${linkList(links)}`;
        return sendPage(reply, { title: page.title, path: [home], body, notice: notice() });
      }
      return sendJson(reply, mediaTypes.json, { ...page, links });
    });
  }

  app.get("/ogc/conformance", { schema }, async (request, reply) => {
    const form = await document(request, reply, documentCost);
    if (form === "json") return sendJson(reply, mediaTypes.json, { conformsTo: conformanceClasses });
    const body = html`<ul>${conformanceClasses.map((name) => html`<li>${name}</li>`)}</ul>`;
    return sendPage(reply, { title: "Erfüllte Anforderungen", path: [home], body });
  });

  app.get("/ogc/api", { schema }, async (request, reply) => {
    const form = await document(request, reply, apiCost);
    const summaries = await collectionSummaries(services, request.audience);
    const collections = await Promise.all(
      summaries.map(({ id }) => findCollection(services, id, request.audience)),
    );
    const api = openApiDocument(
      base,
      about(),
      collections.filter((collection) => collection !== undefined),
    );
    if (form === "json") return sendJson(reply, mediaTypes.openapi, api);
    const body = html`<p><a href="${base}/api?f=json">Als OpenAPI 3.0</a></p>
<ul>${Object.entries(api.paths).map(([path, { get }]) => html`<li><code>${path}</code> ${get.summary}</li>`)}</ul>`;
    return sendPage(reply, { title: "Beschreibung der Schnittstelle", path: [home], body });
  });

  app.get("/ogc/collections", { schema }, async (request, reply) => {
    const form = await document(request, reply, documentCost);
    const extent = services.areas().extent();
    const collections = (await collectionSummaries(services, request.audience)).map((summary) =>
      collectionDocument(base, summary, extent),
    );
    if (form === "html") {
      const body = html`<ul>${collections.map(
        ({ id, title, description }) =>
          html`<li><a href="${base}/collections/${id}">${title}</a>: ${description}</li>`,
      )}</ul>`;
      return sendPage(reply, { title: list.title, path: [home], body, notice: notice() });
    }
    const links = selfLinks(list.href, form);
    return sendJson(reply, mediaTypes.json, { links, crs: collections[0]?.crs ?? [], collections });
  });

  app.get<{ Params: z.infer<typeof collectionParams> }>(
    "/ogc/collections/:collection",
    { schema: { ...schema, params: collectionParams } },
    async (request, reply) => {
      const form = await document(request, reply, documentCost);
      const { collection: id } = request.params;
      const summary = await collectionSummary(services, id, request.audience);
      if (!summary) throw notFound();
      const page = collectionDocument(base, summary, services.areas().extent());
      if (form === "json") return sendJson(reply, mediaTypes.json, page);
      const body = html`<p>${page.description}</p>${linkList(page.links)}`;
      return sendPage(reply, { title: page.title, path: [home, list], body, notice: notice() });
    },
  );

  for (const [name, describe] of [
    ["schema", schemaDocument],
    ["feature-schema", featureDocument],
    ["queryables", queryablesDocument],
  ] as const) {
    app.get<{ Params: z.infer<typeof collectionParams> }>(
      `/ogc/collections/:collection/${name}`,
      { schema: { ...schema, params: collectionParams } },
      async (request, reply) => {
        const form = await document(request, reply, documentCost);
        const collection = await collectionOf(request, request.params.collection);
        const page = describe(`${base}/collections/${collection.id}/${name}`, collection);
        if (form === "json") return sendJson(reply, mediaTypes.schema, page);
        const body = html`<dl>${Object.entries(page.properties).map(
          ([key, { title }]) => html`<dt><code>${key}</code></dt><dd>${title}</dd>`,
        )}</dl>`;
        const own = { href: `${base}/collections/${collection.id}`, title: collection.title.de };
        return sendPage(reply, { title: `${collection.title.de}: Merkmale`, path: [home, list, own], body });
      },
    );
  }

  app.get<{ Params: z.infer<typeof collectionParams>; Querystring: Record<string, unknown> }>(
    "/ogc/collections/:collection/items",
    { schema: { ...schema, params: collectionParams } },
    async (request, reply) => {
      const form = formOf(request);
      const collection = await collectionOf(request, request.params.collection);
      const query = readItemsQuery(request.query, collection);
      const page = await collection.items(query);
      await costs.chargeStranger(request, documentCost + page.features.length / featuresPerPoint);
      ogcHeaders(request, reply).header("content-crs", `<${query.crs.uri}>`);
      const place = { base, path: [home, list], notice: notice() };
      return sendItems(reply, { place, form, collection, page, query, asked: request.query });
    },
  );

  app.get<{ Params: z.infer<typeof itemParams>; Querystring: Record<string, unknown> }>(
    "/ogc/collections/:collection/items/:item",
    { schema: { ...schema, params: itemParams } },
    async (request, reply) => {
      const form = formOf(request);
      knowOnly(request.query, ["f", "crs", "ceiling"]);
      const crs = crsParameter(request.query, "crs");
      await costs.chargeStranger(request, documentCost);
      const collection = await collectionOf(request, request.params.collection);
      const feature = await collection.item(request.params.item);
      if (!feature) throw notFound();
      ogcHeaders(request, reply).header("content-crs", `<${crs.uri}>`);
      const place = { base, path: [home, list], notice: notice() };
      return sendItem(reply, { place, form, collection, feature, crs });
    },
  );

  /** What all documents that take no parameter but their form have in common. */
  async function document(request: FastifyRequest, reply: FastifyReply, cost: number) {
    const form = formOf(request);
    knowOnly(request.query as Record<string, unknown>, ["f", "ceiling"]);
    await costs.chargeStranger(request, cost);
    ogcHeaders(request, reply);
    return form;
  }

  async function collectionOf(request: FastifyRequest, id: string): Promise<Collection> {
    const collection = await findCollection(services, id, request.audience);
    if (!collection) throw notFound();
    return collection;
  }
}
