import { get } from "node:http";
import { brotliDecompressSync } from "node:zlib";
import Fastify, { type FastifyInstance } from "fastify";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { registerErrors } from "../../../server/errors.ts";
import { answerHeaders, registerSecurityHeaders } from "../../../server/plugins/security-headers.ts";
import { tileRoutes } from "../../../server/tiles/tile-routes.ts";
import { TileService } from "../../../server/tiles/tile-service.ts";
import { jitteredGrid } from "./jittered-grid.ts";
import { readTile, tileAt } from "./read-tile.ts";

let app: FastifyInstance;
let service: TileService;
let heard: string[];
let port: number;
let url: string;
const { x, y } = tileAt(9.03, 48.72, 12);

function setAreas(columns: number): void {
  const features = jitteredGrid({ columns, rows: 4, seed: 1, detail: 8 });
  const version = service.setLayer("areas", {
    layers: [{ name: "areas", kind: "polygon", coverage: true, features, minzoom: 0, maxzoom: 14 }],
  });
  url = `/tiles/areas/${version}/12/${x}/${y}.pbf`;
}

beforeEach(async () => {
  service = new TileService();
  setAreas(4);
  heard = [];
  app = Fastify();
  registerErrors(app);
  app.addHook("onRequest", async (request) => void heard.push(`${request.method} ${request.url}`));
  const headers = answerHeaders({ publicUrl: "https://karte.example" });
  registerSecurityHeaders(app, { publicUrl: "https://karte.example" });
  await app.register(tileRoutes(service, { publicUrl: "", cacheSeconds: () => 30, headers }));
  await app.listen({ port: 0, host: "127.0.0.1" });
  port = (app.server.address() as { port: number }).port;
});
afterEach(() => app.close());

interface Answer {
  status: number;
  headers: Record<string, unknown>;
  body: Buffer;
}

function ask(path: string, headers: Record<string, string> = {}, method = "GET"): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const options = { port, path, method, headers: { "accept-encoding": "gzip, deflate, br", ...headers } };
    const request = get(options, (answer) => {
      const chunks: Buffer[] = [];
      answer.on("data", (chunk: Buffer) => chunks.push(chunk));
      answer.on("end", () =>
        resolve({ status: answer.statusCode!, headers: answer.headers, body: Buffer.concat(chunks) }),
      );
    });
    request.on("error", reject);
  });
}

describe("a warm tile", () => {
  it("is the same answer as the cold one, without a way through the framework", async () => {
    const cold = await ask(url);
    const warm = await ask(url);
    expect(heard).toEqual([`GET ${url}`]);
    expect(warm.body).toEqual(cold.body);
    for (const name of [
      "etag",
      "cache-control",
      "vary",
      "content-type",
      "content-encoding",
      "content-length",
    ]) {
      expect([name, warm.headers[name]]).toEqual([name, cold.headers[name]]);
    }
    expect(readTile(brotliDecompressSync(warm.body)).areas!.features.length).toBeGreaterThan(0);
  });

  it("P-10 has every header the hooks put on the cold one, and so has its 304", async () => {
    const cold = await ask(url);
    const etag = String(cold.headers.etag);
    for (const warm of [await ask(url), await ask(url, { "if-none-match": etag })]) {
      for (const name of Object.keys(answerHeaders({ publicUrl: "https://karte.example" }))) {
        expect([name, warm.headers[name]]).toEqual([name, cold.headers[name]]);
        expect(warm.headers[name]).toBeTruthy();
      }
      expect(warm.headers["strict-transport-security"]).toMatch(/^max-age=\d+/);
    }
    expect(heard).toHaveLength(1);
  });

  it("T-07 is 304 for its ETag and a new tile after an edit", async () => {
    const { headers } = await ask(url);
    const again = await ask(url, { "if-none-match": String(headers.etag) });
    expect([again.status, again.body.length, again.headers.etag]).toEqual([304, 0, headers.etag]);
    expect(heard).toHaveLength(1);
    const outdated = url;
    setAreas(3);
    expect((await ask(outdated, { "if-none-match": String(headers.etag) })).status).toBe(404);
    expect((await ask(url, { "if-none-match": String(headers.etag) })).status).toBe(200);
  });

  it("T-01 T-04 is found under its one spelling only; others take the usual way", async () => {
    await ask(url);
    const [, , , version] = url.split("/");
    const odd = [
      `${url}?v=1`,
      url.replace("/12/", "/012/"),
      url.replace("areas", "%61reas"),
      `/tiles/areas/${version}.pbf`,
    ];
    for (const path of odd) await ask(path);
    expect(heard).toHaveLength(1 + odd.length);
    expect(service.figures).toMatchObject({ tilesCut: 1, cacheEntries: 1 });
  });

  it("is not in the way of HEAD, which has the headers and no body", async () => {
    const { headers } = await ask(url);
    const head = await ask(url, {}, "HEAD");
    expect([head.status, head.headers.etag, head.body.length]).toEqual([200, headers.etag, 0]);
  });
});
