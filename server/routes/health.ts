import type { FastifyInstance } from "fastify";
import { Problem } from "../errors.ts";
import type { Services } from "../services.ts";

/**
 * `/live`: the process runs. `/ready`: the database answers and a city is there to show; "degraded" says what does
 * not work meanwhile, with 200, because everything can still be read.
 */
export function healthRoutes(app: FastifyInstance, services: Services): void {
  app.get("/live", async (_request, reply) =>
    reply.header("cache-control", "no-store").send({ status: "live" }),
  );

  app.get("/ready", async (_request, reply) => {
    await services.store.ping();
    // Space that somebody made is found here, also when nobody has written since.
    await services.store.lookForSpace();
    if (services.areas().levels().length === 0) {
      throw new Problem(503, "Es ist noch keine Stadt geladen.", { retryAfterSeconds: 5 });
    }
    return reply.header("cache-control", "no-store").send({
      status: statusOf(services),
      database: services.store.engine,
    });
  });
}

function statusOf({ store }: Services): string {
  if (store.readOnly) return "degraded: read-only";
  return store.isFull() ? "degraded: storage" : "ready";
}
