import type { FastifyInstance } from "fastify";
import { z } from "zod";
import { visibilitySchema } from "#domain/access/visibility.ts";
import { areaLevelSchema } from "#domain/area/area.ts";
import { indicatorAnswerSchema, listOf, valueSchema } from "#domain/contract/contract.ts";
import { periodSchema } from "#domain/indicator/observation.ts";
import { notFound } from "../errors.ts";
import type { Services } from "../services.ts";
import { ceilingSchema, personalHeaders } from "./audience-answer.ts";
import { typed } from "./typed-app.ts";

const valuesQuerySchema = z.strictObject({
  level: areaLevelSchema,
  period: periodSchema.optional(),
  ceiling: visibilitySchema.optional(),
});

/** Definitions and values; numerators and denominators stay on the server (MODEL §7). */
export function indicatorRoutes(app: FastifyInstance, services: Services): void {
  typed(app).get(
    "/api/indicators",
    {
      schema: {
        tags: ["indicators"],
        querystring: ceilingSchema,
        response: { 200: listOf(indicatorAnswerSchema) },
      },
    },
    async (request, reply) => {
      const items = await services.indicators.list(request.audience);
      personalHeaders(request, reply);
      return { items, total: items.length, next: null };
    },
  );

  typed(app).get(
    "/api/indicators/:code/values",
    {
      schema: {
        tags: ["indicators"],
        params: z.object({ code: z.string().max(80) }),
        querystring: valuesQuerySchema,
        response: { 200: listOf(valueSchema) },
      },
    },
    async (request, reply) => {
      const { level, period } = request.query;
      const items = await services.indicators.values(request.audience, {
        code: request.params.code,
        level,
        ...(period ? { period } : {}),
      });
      if (!items) throw notFound();
      personalHeaders(request, reply);
      return { items, total: items.length, next: null };
    },
  );
}
