import type { FastifyInstance } from "fastify";
import { asksDrawnAreas } from "#domain/access/planning-access.ts";
import { drawnAreaAnswerSchema, drawnAreaQuestionSchema } from "#domain/contract/drawn-area-contract.ts";
import { askDrawnArea } from "../analysis/drawn-area-desk.ts";
import { notFound } from "../errors.ts";
import type { Services } from "../services.ts";
import { ceilingSchema } from "./audience-answer.ts";
import { typed } from "./typed-app.ts";

/** `/api/analysis/drawn-area`: the people of an area somebody draws, for those inside who may ask. */
export async function drawnAreaRoutes(fastify: FastifyInstance, services: Services): Promise<void> {
  await fastify.register(async (scope) => {
    // Before anything is read of the request: to others a wrong body must answer like a right one.
    scope.addHook("onRequest", async (request) => {
      if (!asksDrawnAreas(request.audience)) throw notFound();
    });
    typed(scope).post(
      "/api/analysis/drawn-area",
      {
        schema: {
          tags: ["analysis"],
          querystring: ceilingSchema,
          body: drawnAreaQuestionSchema,
          response: { 200: drawnAreaAnswerSchema },
        },
      },
      async ({ audience, body }, reply) => {
        const { account } = audience;
        if (account === null) throw notFound();
        const answer = await askDrawnArea(
          services,
          { ...audience, account },
          { polygon: body.polygon, now: new Date() },
        );
        reply.header("cache-control", "private, no-store").header("vary", "Cookie, Authorization");
        return answer;
      },
    );
  });
}
