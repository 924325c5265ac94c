import type { FastifyInstance } from "fastify";
import { Problem } from "../errors.ts";

const reading = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Writes come from our own pages or from programs, never from another site's page (RELIABILITY A-08): a
 * foreign `Sec-Fetch-Site` or `Origin` is refused before the body is read, and forms cannot send JSON.
 */
export function registerCrossSiteGuard(app: FastifyInstance, options: { publicUrl: string }): void {
  const ownOrigin = new URL(options.publicUrl).origin;
  app.removeContentTypeParser("text/plain");
  app.addHook("onRequest", async (request) => {
    if (reading.has(request.method)) return;
    const site = request.headers["sec-fetch-site"];
    const { origin, host } = request.headers;
    const isForeignSite = site !== undefined && site !== "same-origin" && site !== "none";
    const isForeignOrigin = origin !== undefined && origin !== ownOrigin && origin !== `http://${host}`;
    if (isForeignSite || isForeignOrigin)
      throw new Problem(403, "Von einer anderen Seite aus wird nichts gespeichert.");
  });
}
