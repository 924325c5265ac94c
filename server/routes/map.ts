import type { FastifyInstance } from "fastify";
import { z } from "zod";
import { citySchema, layersSchema } from "#domain/contract/contract.ts";
import { mappedRecordTypes } from "#domain/record/record-types.ts";
import { describeCity, levelNaming } from "../city.ts";
import type { Config } from "../config.ts";
import { notFound, Problem } from "../errors.ts";
import type { ExternalLayerService } from "../external-layers/external-layer-service.ts";
import { asGeoJson, mapFeatures, readableRecords } from "../layers/record-features.ts";
import type { Services } from "../services.ts";
import { ceilingSchema, personalHeaders } from "./audience-answer.ts";
import { recordQuery, recordQuerySchema } from "./record-query.ts";
import { typed } from "./typed-app.ts";

const layerParams = z.object({ layer: z.string().max(100) });

/** What the map starts with: the city, its layers, and what an audience sees beyond the public tiles. */
export function mapRoutes(
  app: FastifyInstance,
  services: Services,
  { config, external }: { config: Config; external: ExternalLayerService },
): void {
  typed(app).get(
    "/api/city",
    { schema: { tags: ["map"], querystring: ceilingSchema, response: { 200: citySchema } } },
    async (request, reply) => {
      const city = describeCity(services.city(), services.areas(), config.baseMap);
      if (!city) {
        throw new Problem(503, "Es ist noch keine Stadt geladen.", {
          detail: "Laden Sie ein Stadtpaket: npm run city -- load VERZEICHNIS",
        });
      }
      personalHeaders(request, reply);
      return { ...city, isEmbeddable: config.embedAncestors.length > 0 };
    },
  );

  typed(app).get(
    "/api/layers",
    { schema: { tags: ["map"], querystring: ceilingSchema, response: { 200: layersSchema } } },
    async (request, reply) => {
      personalHeaders(request, reply);
      const own = await services.layers.describe(request.audience, levelNaming(services.city()));
      return { items: [...own, ...(await external.describe(request.audience))] };
    },
  );

  app.get<{ Params: { layer: string }; Querystring: Record<string, unknown> }>(
    "/api/overlay/:layer",
    { schema: { tags: ["map"], params: layerParams } },
    async (request, reply) => {
      const { layer } = request.params;
      const { scope, ...query } = request.query;
      personalHeaders(request, reply).type("application/geo+json; charset=utf-8");
      const type = mappedRecordTypes.find((declared) => declared.type === layer);
      if (scope === "all" && type) {
        const parsed = recordQuerySchema(type).safeParse(query);
        if (!parsed.success)
          throw new Problem(400, "Nach diesem Feld kann nicht gefiltert oder sortiert werden.");
        const wanted = recordQuery(type, request.audience, parsed.data);
        const records = await readableRecords(services.store, type, request.audience, wanted);
        return { type: "FeatureCollection", features: mapFeatures(type, records).map(asGeoJson) };
      }
      const overlay = await services.layers.overlay(layer, request.audience);
      if (!overlay) throw notFound();
      return overlay;
    },
  );
}
