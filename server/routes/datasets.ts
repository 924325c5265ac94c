import type { FastifyInstance } from "fastify";
import { z } from "zod";
import { readsRelease } from "#domain/access/access.ts";
import { isBulk } from "#domain/dataset/release.ts";
import { notFound } from "../errors.ts";
import type { Services } from "../services.ts";
import { isCurrent } from "../tiles/warm-tile-answers.ts";
import { ceilingSchema } from "./audience-answer.ts";
import { typed } from "./typed-app.ts";

const params = z.strictObject({ dataset: z.string(), release: z.string() });

/** A release never changes; a browser keeps it for as long as it likes, but for the person who fetched it only. */
const forever = "private, max-age=31536000, immutable";

/**
 * `GET /api/datasets/{dataset}/{release}`: the file of a grid or network release, for planners (DESIGN §3.4). The
 * former release answers as long as it is kept: an open page goes on with what it counts with. Everybody else is
 * answered as if there were no such file.
 */
export function datasetRoutes(app: FastifyInstance, { store }: Services): void {
  typed(app).get(
    "/api/datasets/:dataset/:release",
    {
      schema: {
        tags: ["datasets"],
        params,
        querystring: ceilingSchema,
        produces: ["application/octet-stream"],
        response: {
          200: z.any().describe("arrays of the release, application/octet-stream"),
          304: z.undefined(),
        },
      },
    },
    async (request, reply) => {
      const { dataset, release: id } = request.params;
      const release = (await store.releases({ dataset, all: true })).find((one) => one.id === id);
      const isReady = release?.state === "PUBLISHED" || release?.state === "SUPERSEDED";
      if (!release || !isReady || !isBulk(release.kind) || !readsRelease(request.audience, release)) {
        throw notFound();
      }
      // Weak, because the same file goes out packed in several ways.
      const etag = `W/"${id}"`;
      reply.header("cache-control", forever).header("vary", "Cookie").header("etag", etag);
      if (isCurrent(request.headers["if-none-match"], etag)) return reply.code(304).send(undefined);
      const bytes = await store.content(id);
      return reply
        .type("application/octet-stream")
        .send(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
    },
  );
}
