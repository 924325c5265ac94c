import type { FastifyInstance } from "fastify";
import type { Config } from "../config.ts";
import { Problem } from "../errors.ts";

/** How often the event loop shows that it turns. */
const tickMilliseconds = 100;
/** How long those who waited are refused after a stop, until the queue is gone. */
const sheddingMilliseconds = 500;
/** What tells how the process is must be answered also then. */
const alwaysAnswered = new Set(["/live", "/ready", "/metrics"]);

/**
 * Refuses requests that waited while the event loop stood still for `longestStop` milliseconds, with 503 and
 * `Retry-After`: their clients gave up or ask again, and answering them all would keep the loop from coming round
 * (RELIABILITY O-03). @fastify/under-pressure looks at the mean of a second, in which one long stop disappears.
 */
export function registerOverload(app: FastifyInstance, { longestStop }: Pick<Config, "longestStop">): void {
  let lastTick = performance.now();
  let shedUntil = 0;
  const look = () => {
    const now = performance.now();
    if (now - lastTick - tickMilliseconds > longestStop) shedUntil = now + sheddingMilliseconds;
    lastTick = now;
    return now;
  };
  const timer = setInterval(look, tickMilliseconds);
  timer.unref();
  app.addHook("onClose", async () => clearInterval(timer));
  // Nobody waited while the server still started.
  app.addHook("onListen", async () => {
    lastTick = performance.now();
    shedUntil = 0;
  });
  app.addHook("onRequest", async (request) => {
    if (look() < shedUntil && !alwaysAnswered.has(request.url)) {
      throw new Problem(503, "Der Dienst ist gerade überlastet. Bitte versuchen Sie es gleich noch einmal.", {
        retryAfterSeconds: 2,
      });
    }
  });
}
