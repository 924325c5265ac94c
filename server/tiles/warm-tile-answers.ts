import type { IncomingMessage, Server, ServerResponse } from "node:http";
import { tileEncoding } from "./accept-encoding.ts";
import type { PresentTile, TileService } from "./tile-service.ts";

const PREFIX = "/tiles/";
export const TILE_MEDIA_TYPE = "application/vnd.mapbox-vector-tile";

/**
 * Answers tiles that lie ready in the cache before the framework hears of the request, as long as `isOpen` says so.
 * Routing, hooks and reply object of Fastify take longer than everything a warm tile needs: beside nginx serving the
 * same bytes as files it reached 0.5–0.7 with a bare Fastify, 0.4 with the whole chain of hooks, and 0.8–1.0 so.
 *
 * Only `GET` of an address exactly as TileJSON spells it; all else, cold tiles among it, takes the usual way.
 */
export function answerWarmTiles(
  server: Server,
  service: TileService,
  {
    cacheControl,
    headers: everyAnswer,
    isOpen,
  }: {
    cacheControl(layer: string): string;
    /** Headers of every answer of the server, as the hooks would have put them. */
    headers: Readonly<Record<string, string>>;
    isOpen(): boolean;
  },
): void {
  const usual = server.listeners("request") as ((
    request: IncomingMessage,
    response: ServerResponse,
  ) => void)[];
  /** Headers of an answer, in the flat form Node writes fastest. */
  const headers = new WeakMap<PresentTile, string[]>();

  const always = Object.entries(everyAnswer).flat();
  /** ETag, Cache-Control, Vary and what is on every answer: names and values. */
  const headersOf304 = 6 + always.length;

  server.removeAllListeners("request");
  server.on("request", (request: IncomingMessage, response: ServerResponse) => {
    if (isOpen() && answer(request, response)) return;
    for (const listener of usual) listener.call(server, request, response);
  });

  function answer(request: IncomingMessage, response: ServerResponse): boolean {
    const url = request.url!;
    if (request.method !== "GET" || !url.startsWith(PREFIX)) return false;
    const encoding = tileEncoding(request.headers["accept-encoding"]);
    const tile = service.cachedTile(url, encoding);
    if (!tile) return false;
    let head = headers.get(tile);
    if (!head) {
      const layer = url.slice(PREFIX.length, url.indexOf("/", PREFIX.length));
      head = tileHeaders(tile, cacheControl(layer), always);
      headers.set(tile, head);
    }
    if (isCurrent(request.headers["if-none-match"], tile.etag)) {
      response.writeHead(304, head.slice(0, headersOf304)).end();
    } else {
      response.writeHead(200, head).end(tile.body);
    }
    return true;
  }
}

function tileHeaders(
  { etag, encoding, body }: PresentTile,
  cacheControl: string,
  always: readonly string[],
): string[] {
  return [
    "etag",
    etag,
    "cache-control",
    cacheControl,
    "vary",
    "Accept-Encoding",
    ...always,
    "content-type",
    TILE_MEDIA_TYPE,
    "content-length",
    String(body.length),
    ...(encoding === "identity" ? [] : ["content-encoding", encoding]),
  ];
}

/** Whether `If-None-Match` names the ETag (weakly compared, RFC 9110 §13.1.2) or any. */
export function isCurrent(condition: string | undefined, etag: string): boolean {
  if (!condition) return false;
  if (condition === etag || condition.trim() === "*") return true;
  return condition.split(",").some((candidate) => candidate.trim().replace(/^W\//, "") === etag);
}
