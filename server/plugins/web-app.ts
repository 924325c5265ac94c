import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fastifyStatic from "@fastify/static";
import type { FastifyInstance } from "fastify";

/**
 * The built dashboard. Assets carry a hash in their name and may be kept for a year; their compressed
 * copies were made by the build. The page itself gets the nonce of this answer's policy.
 */
export async function registerWebApp(app: FastifyInstance, directory: string): Promise<void> {
  const page = join(directory, "index.html");
  if (!existsSync(page)) return;
  const template = readFileSync(page, "utf8");

  await app.register(fastifyStatic, {
    root: join(directory, "assets"),
    prefix: "/assets/",
    preCompressed: true,
    immutable: true,
    maxAge: "365d",
    decorateReply: false,
    index: false,
  });

  app.get("/", async (request, reply) =>
    reply
      .type("text/html; charset=utf-8")
      .header("cache-control", "no-cache")
      .send(template.replaceAll("__CSP_NONCE__", request.styleNonce)),
  );
}
