import { existsSync, readFileSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import fastifyStatic from "@fastify/static";
import type { FastifyInstance } from "fastify";
import type { Config } from "../config.ts";
import { pagePolicy, workerPolicy } from "./security-headers.ts";

/**
 * The built dashboard. Assets carry a hash in their name and may be kept for a year; their compressed
 * copies were made by the build. The page itself gets the nonce of this answer's policy.
 */
export async function registerWebApp(app: FastifyInstance, directory: string, config: Config): Promise<void> {
  const page = join(directory, "index.html");
  if (!existsSync(page)) return;
  const template = readFileSync(page, "utf8");
  const outsideHost = config.baseMap.kind === "style" ? new URL(config.baseMap.address).origin : undefined;

  await app.register(fastifyStatic, {
    root: resolve(directory, "assets"),
    prefix: "/assets/",
    preCompressed: true,
    immutable: true,
    maxAge: "365d",
    decorateReply: false,
    index: false,
    setHeaders: (reply) => reply.header("content-security-policy", workerPolicy(outsideHost)),
  });

  app.get("/", async (_request, reply) => {
    const nonce = pagePolicy(reply, outsideHost);
    return reply
      .type("text/html; charset=utf-8")
      .header("cache-control", "no-cache")
      .send(template.replaceAll("__CSP_NONCE__", nonce));
  });
}

/** A base map file beside the database, read in ranges by the map. */
export async function registerBaseMapFile(app: FastifyInstance, baseMap: Config["baseMap"]): Promise<void> {
  if (baseMap.kind !== "pmtiles") return;
  await app.register(fastifyStatic, { root: resolve(dirname(baseMap.path)), serve: false });
  app.get("/basemap.pmtiles", (_request, reply) => reply.sendFile(basename(baseMap.path), { maxAge: "1h" }));
}
