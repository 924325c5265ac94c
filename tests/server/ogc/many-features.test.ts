import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import type { FeatureCollection, Polygon, Position } from "geojson";
import { afterAll, beforeAll, expect, it } from "vitest";
import { distanceInMeters } from "#domain/geometry/ellipsoid.ts";
import { buildApp } from "../../../server/app.ts";
import { readConfig } from "../../../server/config.ts";
import type { RecordChange } from "../../../server/store/store.ts";
import { onBothDatabases } from "../../lib/databases.ts";
import { freePort } from "../../lib/running-server.ts";
import { addRecord, kita, type SmallCity, sketch, smallCity } from "../../lib/small-city.ts";

const run = promisify(execFile);
const featureCount = 2_500;

/** A ring of 200 corners with nine decimals, counter-clockwise, some hundred metres across. */
const ring: Position[] = Array.from({ length: 200 }, (_, i) => {
  const angle = (2 * Math.PI * i) / 200;
  const radius = 0.004 + 0.0005 * Math.sin(7 * angle);
  return [9.05 + radius * Math.cos(angle), 48.75 + radius * Math.sin(angle)].map((v) => Number(v.toFixed(9)));
});
const drawn: Polygon = { type: "Polygon", coordinates: [[...ring, ring[0]!]] };

onBothDatabases((newDatabase) => {
  let city: SmallCity;
  let address: string;
  const folder = mkdtempSync(join(tmpdir(), "ogc-many-"));
  beforeAll(async () => {
    const port = await freePort();
    address = `http://localhost:${port}`;
    city = await smallCity({ databaseUrl: await newDatabase(), settings: { publicUrl: address } });
    const first = await addRecord(city.store, "facilities", { properties: kita("Kita 0001") });
    const more = Array.from({ length: featureCount - 1 }, (_, k): RecordChange => {
      const record = { ...first, id: crypto.randomUUID() };
      return { action: "create", type: "facilities", id: record.id, title: `Kita ${k + 2}`, record };
    });
    await city.store.write(more, { actor: "test", at: first.createdAt });
    await addRecord(city.store, "candidate-sites", { properties: sketch("Rundreise"), geometry: drawn });
    await city.app.listen({ host: "127.0.0.1", port });
  });
  afterAll(async () => {
    await city.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it("T-11 unmodified GDAL reads 2,500 features in pages of ten and is never told to wait", async () => {
    const file = join(folder, "facilities.geojson");
    const { stderr } = await run("ogr2ogr", ["-f", "GeoJSON", file, `OAPIF:${address}/ogc`, "facilities"]);
    expect(stderr).toBe("");
    const { features } = JSON.parse(readFileSync(file, "utf8")) as FeatureCollection;
    expect(new Set(features.map(({ properties }) => properties?.id ?? "")).size).toBe(featureCount);
  });

  it("T-11 a stranger who asks for the largest page again and again is told when to come back", async () => {
    const url = "/ogc/collections/facilities/items?limit=10000";
    // Ten such pages, and time enough for a slow machine.
    const app = await buildApp({
      services: city.services,
      config: { ...readConfig({ OVERLOAD_MS: "600000" }), dataDirectory: city.dataDirectory },
      logLevel: "silent",
      strangerCosts: { points: 10 * (2 + featureCount / 25), seconds: 600 },
    });
    const ask = (remoteAddress: string) =>
      app.inject({ url, remoteAddress, headers: { host: "example.org" } });
    for (let k = 0; k < 10; k++) expect((await ask("192.0.2.7")).statusCode).toBe(200);
    const refused = await ask("192.0.2.7");
    expect(refused.statusCode).toBe(429);
    expect(Number(refused.headers["retry-after"])).toBeGreaterThan(0);
    expect((await ask("192.0.2.8")).statusCode).toBe(200);
    await app.close();
  });

  it("G-12 a shape comes back from GDAL through the interface within a centimetre and with every vertex", async () => {
    const file = join(folder, "site.geojson");
    const source = [`OAPIF:${address}/ogc`, "candidate-sites"];
    await run("ogr2ogr", ["-f", "GeoJSON", "-lco", "COORDINATE_PRECISION=9", file, ...source]);
    const { features } = JSON.parse(readFileSync(file, "utf8")) as FeatureCollection<Polygon>;
    const back = features[0]?.geometry.coordinates[0] ?? [];
    expect(back).toHaveLength(201);
    for (const [index, position] of back.entries()) {
      expect(distanceInMeters(position, drawn.coordinates[0]![index]!)).toBeLessThan(0.01);
    }
  });
});
