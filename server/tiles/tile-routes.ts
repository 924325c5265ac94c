import { createHash } from "node:crypto";
import type { FastifyPluginCallback, FastifyReply, FastifyRequest } from "fastify";
import { notFound } from "../errors.ts";
import { tileEncoding } from "./accept-encoding.ts";
import { parseTileAddress } from "./tile-address.ts";
import { tileJson } from "./tile-json.ts";
import type { TileAnswer, TileService } from "./tile-service.ts";
import { answerWarmTiles, isCurrent, TILE_MEDIA_TYPE } from "./warm-tile-answers.ts";

export interface TileRouteOptions {
  /** Address of the server as clients see it, without a slash at its end. */
  publicUrl: string;
  /**
   * Seconds an address may be kept; `"immutable"` for a year by the browser that asked. Caches between keep nothing
   * longer than half a minute: from them it would be told to others after its release was taken back.
   */
  cacheSeconds(layer: string): number | "immutable";
  /** What every answer of the server says besides, names in lower case. */
  headers?: Readonly<Record<string, string>>;
  /** Charges whoever asks for a tile that has to be cut; throws when that address has cost too much. */
  chargeCold?(request: FastifyRequest): Promise<void>;
}

interface TileParams {
  layer: string;
  version: string;
  z: string;
  x: string;
  y: string;
}

/**
 * `GET /tiles/{layer}.json` and `GET /tiles/{layer}/{version}/{z}/{x}/{y}.pbf`.
 * Unknown layers, layers that are not public and outdated versions get the same 404. Query strings are ignored.
 */
export function tileRoutes(
  service: TileService,
  {
    publicUrl,
    cacheSeconds,
    chargeCold,
    headers = { "x-content-type-options": "nosniff" },
  }: TileRouteOptions,
): FastifyPluginCallback {
  const cacheControl = (layer: string) => {
    const seconds = cacheSeconds(layer);
    return seconds === "immutable"
      ? "public, max-age=31536000, s-maxage=30, immutable"
      : `public, max-age=${seconds}`;
  };

  return (app, _options, done) => {
    let isOpen = true;
    app.addHook("onReady", (ready) => {
      answerWarmTiles(app.server, service, { cacheControl, headers, isOpen: () => isOpen });
      ready();
    });
    app.addHook("preClose", (closed) => {
      isOpen = false;
      closed();
    });

    app.get<{ Params: { layer: string } }>("/tiles/:layer.json", (request, reply) => {
      const { layer } = request.params;
      const description = service.describe(layer);
      if (!description) throw notFound();
      const body = JSON.stringify(tileJson(layer, description, publicUrl));
      const etag = `"${createHash("sha256").update(body).digest("hex").slice(0, 20)}"`;
      // It carries the version: who keeps it unasked would ask for tiles that are gone.
      reply.header("cache-control", "public, no-cache").header("etag", etag);
      if (isCurrent(request.headers["if-none-match"], etag)) return reply.code(304).send();
      return reply.type("application/json; charset=utf-8").send(body);
    });

    app.get<{ Params: TileParams }>("/tiles/:layer/:version/:z/:x/:y.pbf", (request, reply) => {
      const { layer, version, z, x, y } = request.params;
      const address = parseTileAddress(z, x, y);
      if (!address) throw notFound();
      const encoding = tileEncoding(request.headers["accept-encoding"]);
      const tile = { layer, version, ...address, encoding };
      const warm = service.warmTile(tile);
      if (warm) return sendTile(warm, layer, request, reply);
      return (chargeCold?.(request) ?? Promise.resolve())
        .then(() => service.tile(tile))
        .then((answer) => sendTile(answer, layer, request, reply));
    });
    done();
  };

  function sendTile(answer: TileAnswer, layer: string, request: FastifyRequest, reply: FastifyReply) {
    if (answer.kind === "unknown") throw notFound();
    reply.header("cache-control", cacheControl(layer)).header("vary", "Accept-Encoding");
    if (answer.kind === "empty") return reply.code(204).send();
    reply.header("etag", answer.etag);
    if (isCurrent(request.headers["if-none-match"], answer.etag)) return reply.code(304).send();
    if (answer.encoding !== "identity") reply.header("content-encoding", answer.encoding);
    return reply.type(TILE_MEDIA_TYPE).send(answer.body);
  }
}
