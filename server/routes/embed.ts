import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import { embedViewOf } from "#domain/embed/embed-view.ts";
import type { Config } from "../config.ts";
import { embedContent } from "../embed/embed-content.ts";
import { embedDetails } from "../embed/embed-details.ts";
import { embedBody } from "../embed/embed-html.ts";
import { placeList } from "../embed/place-list.ts";
import { notFound } from "../errors.ts";
import { plainPage } from "../pages/page-html.ts";
import { embedPolicy } from "../plugins/security-headers.ts";
import { escaped } from "../print/svg-text.ts";
import type { Services } from "../services.ts";

/** Without a built dashboard the page has no map; everything it says it says all the same. */
const bareTemplate =
  '<!doctype html><html lang="de"><head><meta charset="utf-8"><title>__TITLE__</title></head><body>__BODY__</body></html>';

const selectSchema = z.string().regex(/^(area|record):[\w-]{1,40}:.{1,80}$/);

/**
 * `GET /embed`, the details of one thing in it and its places as a list. No cookie is read: whoever asks, these are
 * answers for the public, the same for everyone, and a shared cache may keep them for half a minute, which is less
 * than a withdrawal may take (DESIGN §3.2).
 */
export function embedRoutes(
  app: FastifyInstance,
  services: Services,
  config: Config,
  webDirectory: string | undefined,
): void {
  const file = join(webDirectory ?? "", "embed.html");
  const template = webDirectory && existsSync(file) ? readFileSync(file, "utf8") : bareTemplate;
  const ancestors = config.embedAncestors;
  // A style from elsewhere would be a request to elsewhere: the embed then shows the built-in map.
  const baseMap =
    config.baseMap.kind === "pmtiles"
      ? ({ kind: "pmtiles", address: "basemap.pmtiles" } as const)
      : ({ kind: "built-in" } as const);

  const contentOf = (request: FastifyRequest) =>
    embedContent(services, embedViewOf(new URL(request.url, config.publicUrl).searchParams), {
      ancestors,
      baseMap,
    });
  const asked = (request: FastifyRequest, name: string) =>
    new URL(request.url, config.publicUrl).searchParams.get(name) ?? "";

  app.get("/embed", { schema: { tags: ["embed"] } }, async (request, reply) => {
    const content = await contentOf(request);
    return answer(reply).send(
      template
        .replace('<html lang="de">', `<html lang="${content.language}">`)
        .replace("__TITLE__", () => escaped(`${content.title} – ${content.city.name[content.language]}`))
        .replace("__BODY__", () => embedBody(content)),
    );
  });

  app.get("/embed/details", { schema: { tags: ["embed"] } }, async (request, reply) => {
    const selection = selectSchema.safeParse(asked(request, "select"));
    const details = selection.success
      ? await embedDetails(services, await contentOf(request), selection.data)
      : undefined;
    if (details === undefined) throw notFound();
    return answer(reply).send(details);
  });

  app.get("/embed/places", { schema: { tags: ["embed"] } }, async (request, reply) => {
    const content = await contentOf(request);
    const list = await placeList(services, content, asked(request, "layer"));
    if (!list) throw notFound();
    const nonce = embedPolicy(answer(reply), ancestors);
    return reply.send(plainPage({ ...list, language: content.language, nonce, base: "../" }));
  });

  function answer(reply: FastifyReply): FastifyReply {
    embedPolicy(reply, ancestors);
    return reply.type("text/html; charset=utf-8").header("cache-control", "public, max-age=30");
  }
}
