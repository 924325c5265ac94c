import { createHash } from "node:crypto";
import type { FastifyInstance } from "fastify";
import { z } from "zod";
import { cityNotice } from "../city.ts";
import type { Config } from "../config.ts";
import type { Services } from "../services.ts";
import { publicStyle } from "../style/public-style.ts";
import { isCurrent } from "../tiles/warm-tile-answers.ts";
import { typed } from "./typed-app.ts";

/** `names=0` leaves letters out, for clients that draw none without a glyph server. */
const querySchema = z.strictObject({ names: z.enum(["0", "1"]).default("1") });

/** `GET /style.json`: the public map as a MapLibre style, the same for everyone. */
export function styleRoutes(app: FastifyInstance, services: Services, { publicUrl }: Config): void {
  typed(app).get(
    "/style.json",
    { schema: { tags: ["map"], querystring: querySchema } },
    async (request, reply) => {
      const city = services.city();
      const notice = cityNotice(city);
      const style = publicStyle(services.tiles, {
        publicUrl,
        name: `Sozialraumkarte ${city?.name.de ?? ""}`.trim(),
        attribution: [...(city?.attribution ?? []), ...(notice ? [notice.de] : [])].join(" · "),
        hasNames: request.query.names === "1",
      });
      const body = JSON.stringify(style);
      const etag = `"${createHash("sha256").update(body).digest("hex").slice(0, 20)}"`;
      // Layers come and go with each release: who keeps it unasked would ask for what is gone.
      reply.header("cache-control", "public, no-cache").header("etag", etag);
      if (isCurrent(request.headers["if-none-match"], etag)) return reply.code(304).send();
      return reply.type("application/json; charset=utf-8").send(body);
    },
  );
}
