import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Fastify from "fastify";
import { afterAll, beforeAll, expect, it } from "vitest";
import { registerBaseMapFile } from "../../../server/plugins/web-app.ts";

const folder = mkdtempSync(join(tmpdir(), "base-map-"));
const app = Fastify();
beforeAll(async () => {
  const path = join(folder, "stadt.pmtiles");
  writeFileSync(path, Buffer.from("PMTiles and what follows"));
  await app.register((scope) => registerBaseMapFile(scope, { kind: "pmtiles", path }));
});
afterAll(async () => {
  await app.close();
  rmSync(folder, { recursive: true, force: true });
});

it("a base map file is read in ranges, and nothing beside it is served", async () => {
  const part = await app.inject({ url: "/basemap.pmtiles", headers: { range: "bytes=0-6" } });
  expect(part.statusCode).toBe(206);
  expect(part.body).toBe("PMTiles");
  expect(part.headers["content-range"]).toBe("bytes 0-6/24");
  expect((await app.inject("/stadt.pmtiles")).statusCode).toBe(404);
});
