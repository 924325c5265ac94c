import type { FastifyInstance } from "fastify";
import { z } from "zod";
import { visibilitySchema } from "#domain/access/visibility.ts";
import { areaLevelSchema } from "#domain/area/area.ts";
import { areaAnswerSchema, listOf } from "#domain/contract/contract.ts";
import type { Services } from "../services.ts";
import { personalHeaders } from "./audience-answer.ts";
import { typed } from "./typed-app.ts";

const querySchema = z.strictObject({
  level: areaLevelSchema,
  geometry: z.enum(["true", "false"]).default("false"),
  ceiling: visibilitySchema.optional(),
});

/** `GET /api/areas?level=district`: the areas in force, with residents where a figure is loaded. */
export function areaRoutes(app: FastifyInstance, services: Services): void {
  typed(app).get(
    "/api/areas",
    { schema: { tags: ["areas"], querystring: querySchema, response: { 200: listOf(areaAnswerSchema) } } },
    async (request, reply) => {
      const { level, geometry } = request.query;
      const areas = services.areas().list(level, { withGeometry: geometry === "true" });
      const residents = await services.indicators.latest(request.audience, { code: "residents", level });
      personalHeaders(request, reply);
      const items = areas.map((area) => ({
        ...area,
        residents: area.residents ?? residents.get(area.number) ?? null,
      }));
      return { items, total: items.length, next: null };
    },
  );
}
