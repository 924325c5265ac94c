import type { FastifyInstance } from "fastify";
import { asksIndices } from "#domain/access/planning-access.ts";
import { indexRequestSchema } from "#domain/priority-index/index-request.ts";
import { askIndex } from "../analysis/index-desk.ts";
import { notFound } from "../errors.ts";
import type { Services } from "../services.ts";
import { ceilingSchema } from "./audience-answer.ts";
import { typed } from "./typed-app.ts";

/** `/api/analysis/index`: scores, classes and robustness of a definition, inside the administration only. */
export async function analysisIndexRoutes(fastify: FastifyInstance, services: Services): Promise<void> {
  await fastify.register(async (scope) => {
    // Before anything is read of the request: to others a wrong body must answer like a right one.
    scope.addHook("onRequest", async (request) => {
      if (!asksIndices(request.audience)) throw notFound();
    });
    typed(scope).post(
      "/api/analysis/index",
      { schema: { tags: ["analysis"], querystring: ceilingSchema, body: indexRequestSchema } },
      async ({ audience, body }, reply) => {
        const answer = await askIndex(services, audience, body);
        reply.header("cache-control", "private, no-store").header("vary", "Cookie, Authorization");
        return answer;
      },
    );
  });
}
