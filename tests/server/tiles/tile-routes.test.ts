import { once } from "node:events";
import { connect } from "node:net";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import Fastify, { type FastifyInstance } from "fastify";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { registerErrors } from "../../../server/errors.ts";
import { tileRoutes } from "../../../server/tiles/tile-routes.ts";
import { TileService } from "../../../server/tiles/tile-service.ts";
import { jitteredGrid } from "./jittered-grid.ts";
import { readTile, tileAt } from "./read-tile.ts";

let service: TileService;
let app: FastifyInstance;
let version: string;
const { x, y } = tileAt(9.03, 48.72, 12);
const features = jitteredGrid({ columns: 4, rows: 4, seed: 1, detail: 8 });

function setAreas(residents = 0): void {
  version = service.setLayer("areas", {
    attribution: "Stadtmessungsamt",
    layers: [
      {
        name: "areas",
        kind: "polygon",
        coverage: true,
        features: features.map((area) => ({ ...area, properties: { ...area.properties, residents } })),
        minzoom: 2,
        maxzoom: 14,
      },
    ],
  });
}

beforeEach(async () => {
  service = new TileService();
  setAreas();
  app = Fastify();
  registerErrors(app);
  await app.register(
    tileRoutes(service, {
      publicUrl: "https://karte.example/srk",
      cacheSeconds: (layer) => (layer === "areas" ? "immutable" : 30),
    }),
  );
});
afterEach(() => app.close());

const get = (url: string, headers: Record<string, string> = {}) => app.inject({ url, headers });
const tileUrl = (at = `12/${x}/${y}`) => `/tiles/areas/${version}/${at}.pbf`;

describe("GET /tiles/{layer}/{version}/{z}/{x}/{y}.pbf", () => {
  it.each([
    "23/0/0",
    "17/0/0",
    "5/40/2",
    "5/2/32",
    "-1/0/0",
    "1.5/0/0",
    "1e1/0/0",
    "0x1/0/0",
    "+3/0/0",
    "03/0/0",
    "3/%201/0",
    "%2e%2e%2f/0/0",
    "../../etc/passwd",
    "3/0/0%00",
    "3/0/",
  ])("T-01 refuses %s without cutting a tile", async (address) => {
    const answer = await get(tileUrl(address));
    expect([400, 404]).toContain(answer.statusCode);
    expect(answer.headers["content-type"]).toContain("application/problem+json");
    expect(service.figures.tilesCut).toBe(0);
  });

  it("T-03 cuts one tile for 200 requests at once", async () => {
    const answers = await Promise.all(
      Array.from({ length: 200 }, () => get(tileUrl(), { "accept-encoding": "gzip, deflate, br" })),
    );
    expect(new Set(answers.map(({ statusCode }) => statusCode))).toEqual(new Set([200]));
    expect(service.figures.tilesCut).toBe(1);
  });

  it("T-04 takes an unknown query as the same tile", async () => {
    for (let i = 0; i < 50; i++) expect((await get(`${tileUrl()}?v=${i}`)).statusCode).toBe(200);
    expect(service.figures).toMatchObject({ tilesCut: 1, cacheEntries: 1 });
  });

  it("T-05 T-06 gives unknown layers and outdated versions the same 404", async () => {
    const outdated = tileUrl();
    setAreas(5);
    const [secret, old, secretJson] = await Promise.all([
      get(`/tiles/secret/${version}/12/${x}/${y}.pbf`),
      get(outdated),
      get("/tiles/secret.json"),
    ]);
    const told = (answer: typeof old) => {
      const { instance, ...body } = answer.json();
      expect(instance).toBeTypeOf("string");
      return [answer.statusCode, answer.headers["content-type"], body];
    };
    expect(told(old)).toEqual(told(secret));
    expect(told(secretJson)).toEqual(told(secret));
    expect(old.statusCode).toBe(404);
  });

  it("T-07 answers 304 for the current ETag and the new tile after an edit", async () => {
    const first = await get(tileUrl(), { "accept-encoding": "gzip" });
    const etag = first.headers.etag as string;
    expect(etag).toMatch(/^"[0-9a-f]+-gzip"$/);
    for (const condition of [etag, `W/${etag}`, `"other", ${etag}`, "*"]) {
      const again = await get(tileUrl(), { "accept-encoding": "gzip", "if-none-match": condition });
      expect([again.statusCode, again.body, again.headers.etag]).toEqual([304, "", etag]);
    }
    setAreas(7);
    const edited = await get(tileUrl(), { "accept-encoding": "gzip", "if-none-match": etag });
    expect(edited.statusCode).toBe(200);
    expect(edited.headers.etag).not.toBe(etag);
  });

  it("T-07 does not take the ETag of another coding for its own", async () => {
    const { headers } = await get(tileUrl(), { "accept-encoding": "gzip" });
    const other = await get(tileUrl(), { "accept-encoding": "br", "if-none-match": headers.etag as string });
    expect(other.statusCode).toBe(200);
  });

  it("T-08 outlives clients that leave in the middle of an answer", async () => {
    const logged: string[] = [];
    const listening = Fastify({ logger: { level: "warn", stream: { write: (line) => logged.push(line) } } });
    registerErrors(listening);
    await listening.register(tileRoutes(service, { publicUrl: "", cacheSeconds: () => 30 }));
    await listening.listen({ port: 0, host: "127.0.0.1" });
    const { port } = listening.server.address() as { port: number };
    for (let round = 0; round < 200; round++) {
      const socket = connect(port, "127.0.0.1");
      socket.on("error", () => {});
      await once(socket, "connect");
      socket.write(`GET ${tileUrl()} HTTP/1.1\r\nHost: localhost\r\nAccept-Encoding: br\r\n\r\n`);
      if (round % 2) await once(socket, "data");
      socket.destroy();
    }
    const answer = await fetch(`http://127.0.0.1:${port}${tileUrl()}`);
    expect(answer.status).toBe(200);
    await answer.arrayBuffer();
    expect(logged).toEqual([]);
    await listening.close();
    expect(listening.server.listening).toBe(false);
  });

  it("answers 204 for a valid tile with nothing in it", async () => {
    for (const address of ["12/0/0", "0/0/0", "15/0/0"]) {
      const answer = await get(tileUrl(address));
      expect([answer.statusCode, answer.body]).toEqual([204, ""]);
      expect(answer.headers["cache-control"]).toContain("public");
    }
  });

  it("prefers brotli, then gzip, then plain bytes, all with the same content", async () => {
    const [br, gzip, plain, refused] = await Promise.all([
      get(tileUrl(), { "accept-encoding": "gzip, deflate, br, zstd" }),
      get(tileUrl(), { "accept-encoding": "gzip;q=0.5, br;q=0" }),
      get(tileUrl()),
      get(tileUrl(), { "accept-encoding": "*;q=0" }),
    ]);
    expect(br.headers["content-encoding"]).toBe("br");
    expect(gzip.headers["content-encoding"]).toBe("gzip");
    expect(plain.headers["content-encoding"]).toBeUndefined();
    expect(refused.headers["content-encoding"]).toBeUndefined();
    expect(brotliDecompressSync(br.rawPayload)).toEqual(plain.rawPayload);
    expect(gunzipSync(gzip.rawPayload)).toEqual(plain.rawPayload);
    for (const answer of [br, gzip, plain]) expect(answer.headers.vary).toBe("Accept-Encoding");
    expect(readTile(plain.rawPayload).areas!.features.length).toBeGreaterThan(0);
  });

  it("may be kept for ever by a browser or half a minute, as the layer says, and by no cache between for longer", async () => {
    const records = service.setLayer("facilities", {
      layers: [{ name: "facilities", kind: "point", features: [], minzoom: 0, maxzoom: 16 }],
    });
    const areas = await get(tileUrl());
    expect(areas.headers["cache-control"]).toBe("public, max-age=31536000, s-maxage=30, immutable");
    const facilities = await get(`/tiles/facilities/${records}/0/0/0.pbf`);
    expect(facilities.headers["cache-control"]).toBe("public, max-age=30");
  });
});

describe("GET /tiles/{layer}.json", () => {
  it("is TileJSON 3 with the version in the address", async () => {
    const answer = await get("/tiles/areas.json");
    expect(answer.json()).toMatchObject({
      tilejson: "3.0.0",
      tiles: [`https://karte.example/srk/tiles/areas/${version}/{z}/{x}/{y}.pbf`],
      minzoom: 2,
      maxzoom: 14,
      attribution: "Stadtmessungsamt",
    });
    const [west, south, east, north] = answer.json().bounds;
    expect([west, south, east, north].map((degrees) => degrees.toFixed(2))).toEqual([
      "9.00",
      "48.70",
      "9.08",
      "48.75",
    ]);
  });

  it("is asked for again each time and answers 304 while nothing changed", async () => {
    const { headers } = await get("/tiles/areas.json");
    expect(headers["cache-control"]).toBe("public, no-cache");
    const condition = { "if-none-match": headers.etag as string };
    expect((await get("/tiles/areas.json", condition)).statusCode).toBe(304);
    setAreas(3);
    expect((await get("/tiles/areas.json", condition)).statusCode).toBe(200);
  });

  it("promises exactly the layers, fields and types that the tiles hold", async () => {
    const promised = (await get("/tiles/areas.json")).json().vector_layers as {
      id: string;
      fields: Record<string, string>;
    }[];
    const found: Record<string, Record<string, string>> = {};
    for (const at of [`12/${x}/${y}`, `11/${x >> 1}/${y >> 1}`]) {
      const { rawPayload } = await get(tileUrl(at));
      for (const [name, { features: read }] of Object.entries(readTile(rawPayload))) {
        found[name] ??= {};
        const fields = found[name];
        for (const { properties } of read) {
          for (const [key, value] of Object.entries(properties)) {
            const type = typeof value;
            fields[key] = type[0]!.toUpperCase() + type.slice(1);
          }
        }
      }
    }
    expect(Object.fromEntries(promised.map(({ id, fields }) => [id, fields]))).toEqual(found);
  });
});
