import { describe, expect, it } from "vitest";
import type { TileFeature } from "../../../server/tiles/tile-input.ts";
import { type TileRequest, TileService } from "../../../server/tiles/tile-service.ts";
import type { TileSet } from "../../../server/tiles/tile-set.ts";
import { jitteredGrid } from "./jittered-grid.ts";
import { tileAt } from "./read-tile.ts";

function areas(features: TileFeature[] = jitteredGrid({ columns: 4, rows: 4, seed: 1, detail: 8 })): TileSet {
  return { layers: [{ name: "areas", kind: "polygon", coverage: true, features, minzoom: 0, maxzoom: 16 }] };
}

function request(service: TileService, part: Partial<TileRequest> = {}): TileRequest {
  const version = service.version("areas") ?? "none";
  return { layer: "areas", version, ...tileAt(9.03, 48.72, 12), encoding: "br", ...part };
}

describe("a tile service", () => {
  it("T-03 builds a cold tile once for 200 requests at the same time", async () => {
    const service = new TileService();
    service.setLayer("areas", areas());
    const answers = await Promise.all(Array.from({ length: 200 }, () => service.tile(request(service))));
    expect(service.figures.tilesCut).toBe(1);
    expect(new Set(answers).size).toBe(1);
    expect(answers[0]!.kind).toBe("tile");
  });

  it("answers warm tiles without cutting again", async () => {
    const service = new TileService();
    service.setLayer("areas", areas());
    expect(service.warmTile(request(service))).toBeUndefined();
    const cold = await service.tile(request(service));
    expect(service.warmTile(request(service))).toBe(cold);
    expect(service.figures.tilesCut).toBe(1);
  });

  it("T-06 does not know a version that is no longer current", async () => {
    const service = new TileService();
    service.setLayer("areas", areas());
    const before = request(service);
    await service.tile(before);
    const [first, ...rest] = jitteredGrid({ columns: 4, rows: 4, seed: 1, detail: 8 });
    service.setLayer(
      "areas",
      areas([{ ...first!, properties: { ...first!.properties, residents: 1 } }, ...rest]),
    );
    expect(await service.tile(before)).toEqual({ kind: "unknown" });
    expect((await service.tile(request(service))).kind).toBe("tile");
  });

  it("T-05 answers an unknown layer as it answers an outdated version", async () => {
    const service = new TileService();
    service.setLayer("areas", areas());
    const secret = await service.tile(request(service, { layer: "secret" }));
    expect(secret).toEqual(await service.tile(request(service, { version: "0000000000000000" })));
    service.removeLayer("areas");
    expect(service.version("areas")).toBeUndefined();
    expect(await service.tile(request(service))).toEqual(secret);
  });

  it("keeps the version when the content is the same, in whatever order", async () => {
    const service = new TileService();
    const features = jitteredGrid({ columns: 4, rows: 4, seed: 1, detail: 8 });
    const version = service.setLayer("areas", areas(features));
    await service.tile(request(service));
    expect(service.setLayer("areas", areas([...features].reverse()))).toBe(version);
    const turned = features.map((feature) => ({
      ...feature,
      properties: Object.fromEntries(Object.entries(feature.properties).reverse()),
    }));
    expect(service.setLayer("areas", areas(turned))).toBe(version);
    expect(service.figures).toMatchObject({ tilesCut: 1, cacheEntries: 1 });
  });

  it("moves the version with every part of the content", () => {
    const service = new TileService();
    const features = jitteredGrid({ columns: 1, rows: 2, seed: 1, detail: 0 });
    const [first, second] = features as [TileFeature, TileFeature];
    const layer = areas(features).layers[0]!;
    const sets: TileSet[] = [
      areas(features),
      areas([first]),
      areas([{ ...first, id: "other" }, second]),
      areas([{ ...first, properties: { ...first.properties, name: "neu" } }, second]),
      areas([{ ...first, geometry: second.geometry }, second]),
      areas([{ ...first, labelPoint: [9, 48.7] }, second]),
      { ...areas(features), attribution: "Stadtmessungsamt" },
      { layers: [{ ...layer, maxzoom: 15 }] },
      { layers: [{ ...layer, coverage: false }] },
    ];
    const versions = sets.map((set) => service.setLayer("areas", set));
    expect(new Set(versions).size).toBe(sets.length);
    for (const version of versions) expect(version).toMatch(/^[0-9a-f]{16}$/);
  });

  it("keeps its cache within the bound and serves on", async () => {
    const service = new TileService({ maxCacheBytes: 10_000 });
    service.setLayer("areas", areas());
    const { x, y } = tileAt(9.01, 48.74, 15);
    for (let column = 0; column < 40; column++) {
      const answer = await service.tile(request(service, { z: 15, x: x + column, y }));
      expect(answer.kind).not.toBe("unknown");
      expect(service.figures.cacheBytes).toBeLessThanOrEqual(10_000);
    }
    expect(service.figures.cacheEntries).toBeGreaterThan(3);
  });

  it("gives every coding an ETag of its own, made from the content", async () => {
    const service = new TileService();
    service.setLayer("areas", areas());
    const etags: string[] = [];
    for (const encoding of ["br", "gzip", "identity"] as const) {
      const answer = await service.tile(request(service, { encoding }));
      if (answer.kind === "tile") etags.push(answer.etag);
    }
    expect(new Set(etags).size).toBe(3);
    expect(new Set(etags.map((etag) => etag.split("-")[0])).size).toBe(1);
  });
});
