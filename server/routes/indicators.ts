import type { FastifyInstance } from "fastify";
import { z } from "zod";
import { readsFinerValues } from "#domain/access/access.ts";
import { visibilitySchema } from "#domain/access/visibility.ts";
import { areaLevelSchema } from "#domain/area/area.ts";
import { indicatorAnswerSchema, listOf, valueSchema } from "#domain/contract/contract.ts";
import { periodSchema } from "#domain/indicator/observation.ts";
import { toldValue } from "#domain/indicator/told-value.ts";
import { notFound } from "../errors.ts";
import type { Services } from "../services.ts";
import { ceilingSchema, personalHeaders } from "./audience-answer.ts";
import { typed } from "./typed-app.ts";

const valuesQuerySchema = z.strictObject({
  level: areaLevelSchema,
  period: periodSchema.optional(),
  ceiling: visibilitySchema.optional(),
});

/** Definitions and values; what a figure is made of is told to those who read finer values (MODEL §7). */
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
      const observations = await services.indicators.values(request.audience, {
        code: request.params.code,
        level,
        ...(period ? { period } : {}),
      });
      if (!observations) throw notFound();
      personalHeaders(request, reply);
      const isFiner = readsFinerValues(request.audience);
      const items = observations.map((one) =>
        toldValue(one, { isFiner, isConfidential: one.isConfidential ?? false }),
      );
      return { items, total: items.length, next: null };
    },
  );
}
