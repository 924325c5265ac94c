import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { FeatureCollection, Polygon, Position } from "geojson";
import { afterAll, beforeAll, expect, it } from "vitest";
import { distanceInMeters } from "#domain/geometry/ellipsoid.ts";
import { onBothDatabases } from "../../lib/databases.ts";
import { type SmallCity, sketch, smallCity } from "../../lib/small-city.ts";

/** A ring of 200 corners with nine decimals, some hundred metres across. */
const ring: Position[] = Array.from({ length: 200 }, (_, i) => {
  const angle = (2 * Math.PI * i) / 200;
  const radius = 0.004 + 0.0005 * Math.sin(7 * angle);
  return [9.05 + radius * Math.cos(angle), 48.75 + radius * Math.sin(angle)].map((v) => Number(v.toFixed(9)));
});
const drawn: Polygon = { type: "Polygon", coordinates: [[...ring, ring[0]!]] };

onBothDatabases((newDatabase) => {
  let city: SmallCity;
  const folder = mkdtempSync(join(tmpdir(), "round-trip-"));
  beforeAll(async () => {
    city = await smallCity({ databaseUrl: await newDatabase() });
  });
  afterAll(async () => {
    await city.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it("G-12 a shape comes back from GDAL within a centimetre and with every vertex", async () => {
    const headers = city.as("SECRETARIAT");
    const payload = { geometry: drawn, properties: sketch("Rundreise") };
    const created = await city.app.inject({
      method: "POST",
      url: "/api/records/candidate-sites",
      headers,
      payload,
    });
    expect(created.statusCode, created.body).toBe(201);
    const exported = await city.app.inject({
      url: "/api/export/candidate-sites.geojson?q=Rundreise",
      headers,
    });
    const [before, after] = [join(folder, "before.geojson"), join(folder, "after.geojson")];
    writeFileSync(before, exported.body);
    execFileSync("ogr2ogr", ["-f", "GeoJSON", "-lco", "COORDINATE_PRECISION=9", after, before]);
    const { features } = JSON.parse(readFileSync(after, "utf8")) as FeatureCollection<Polygon>;
    const back = features[0]?.geometry.coordinates[0] ?? [];
    expect(back).toHaveLength(drawn.coordinates[0]!.length);
    for (const [index, position] of back.entries()) {
      expect(distanceInMeters(position, drawn.coordinates[0]![index]!)).toBeLessThan(0.01);
    }
  });
});
