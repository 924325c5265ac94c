import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import fc from "fast-check";
import type { FeatureCollection } from "geojson";
import { describe, expect, it } from "vitest";
import { buildTileIndex, type TileIndex } from "../../../server/tiles/tile-index.ts";
import { jitteredGrid } from "./jittered-grid.ts";
import { type ReadFeature, readTile, tilesOf } from "./read-tile.ts";

function coverageIndex(columns: number, rows: number, seed: number, detail: number): TileIndex {
  const features = jitteredGrid({ columns, rows, seed, detail });
  return buildTileIndex([
    { name: "areas", kind: "polygon", coverage: true, features, minzoom: 0, maxzoom: 16 },
  ]);
}

/** Edges of all rings inside the tile as "x,y x,y"; an edge on the buffered tile's frame is made by the cut. */
function edgesOf(features: ReadFeature[]): Map<string, number> {
  const edges = new Map<string, number>();
  const onFrame = (a: number, b: number) => a === b && (a === -64 || a === 4096 + 64);
  for (const { geometry } of features) {
    for (const ring of geometry) {
      for (let i = 1; i < ring.length; i++) {
        const a = ring[i - 1]!;
        const b = ring[i]!;
        if (onFrame(a.x, b.x) || onFrame(a.y, b.y)) continue;
        const key = `${a.x},${a.y} ${b.x},${b.y}`;
        edges.set(key, (edges.get(key) ?? 0) + 1);
      }
    }
  }
  return edges;
}

/** Edges of areas that no neighbour runs along in the other direction, except on the outline. */
function lonelyEdges(areas: ReadFeature[], outline: ReadFeature[]): string[] {
  const edges = edgesOf(areas);
  const outer = edgesOf(outline);
  return [...edges.keys()].filter((key) => {
    const [a, b] = key.split(" ");
    const back = `${b} ${a}`;
    return edges.get(back) !== edges.get(key) && !outer.has(key) && !outer.has(back);
  });
}

function signedArea(ring: { x: number; y: number }[]): number {
  let sum = 0;
  for (let i = 1; i < ring.length; i++) sum += ring[i - 1]!.x * ring[i]!.y - ring[i]!.x * ring[i - 1]!.y;
  return sum / 2;
}

describe("areas of a coverage", () => {
  it("G-10 share the same border vertices at every zoom: each inner edge runs once each way", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 10_000 }),
        fc.integer({ min: 0, max: 16 }),
        fc.integer({ min: 0, max: 30 }),
        fc.integer({ min: 0, max: 1_000 }),
        (seed, z, detail, pick) => {
          const index = coverageIndex(3, 3, seed, detail);
          const tiles = tilesOf(index.bounds!, z);
          const { x, y } = tiles[pick % tiles.length]!;
          const { areas, "areas-borders": borders } = readTile(index.tile(z, x, y));
          if (!areas) return;
          // Areas below one grid unit are single cells and lie over their neighbours; nothing of that is visible.
          const real = areas.features.filter(({ geometry }) => Math.abs(signedArea(geometry[0]!)) > 1.5);
          if (real.length < areas.features.length) return;
          const outline = (borders?.features ?? []).filter(({ properties }) => properties.outer);
          expect(lonelyEdges(areas.features, outline), `${z}/${x}/${y}`).toEqual([]);
        },
      ),
      { numRuns: 300 },
    );
  });

  it("G-10 cover the same ground as their outline, without gap or overlap, at every zoom", () => {
    const index = coverageIndex(6, 6, 7, 20);
    for (let z = 8; z <= 11; z++) {
      for (const { x, y } of tilesOf(index.bounds!, z)) {
        const { areas } = readTile(index.tile(z, x, y));
        if (!areas) continue;
        const covered = new Map<string, number>();
        for (const { geometry } of areas.features) {
          for (const ring of geometry) {
            for (let i = 1; i < ring.length; i++) {
              const [a, b] = [ring[i - 1]!, ring[i]!];
              const key = `${a.x},${a.y} ${b.x},${b.y}`;
              const back = `${b.x},${b.y} ${a.x},${a.y}`;
              if (covered.has(back)) covered.delete(back);
              else covered.set(key, a.x * b.y - b.x * a.y);
            }
          }
        }
        const total = areas.features.reduce((sum, { geometry }) => sum + signedArea(geometry[0]!), 0);
        const outline = [...covered.values()].reduce((sum, value) => sum + value, 0) / 2;
        expect(total).toBe(outline);
        expect(areas.features.every(({ geometry }) => signedArea(geometry[0]!) > 0)).toBe(true);
      }
    }
  });

  const official = join(
    process.env.TESTDATA_DIR ?? resolve(import.meta.dirname, "../../../../shared/data"),
    "stuttgart/boundaries/stadtbezirke.geojson",
  );
  if (!existsSync(official)) console.warn(`${official} is missing: the real boundaries are not tested here.`);

  it.skipIf(!existsSync(official))("G-10 of the real city fit together at every zoom", () => {
    const { features } = JSON.parse(readFileSync(official, "utf8")) as FeatureCollection;
    const areas = features.map(({ properties, geometry }) => ({
      id: String(properties!.stadtbezirk_nr),
      properties: {},
      geometry,
    }));
    const cut = (coverage: boolean) =>
      buildTileIndex([
        { name: "areas", kind: "polygon", coverage, features: areas, minzoom: 0, maxzoom: 14 },
      ]);
    const index = cut(true);
    const plain = cut(false);
    for (let z = 7; z <= 14; z++) {
      const seen = new Set<unknown>();
      for (const { x, y } of tilesOf(index.bounds!, z)) {
        const tile = readTile(index.tile(z, x, y));
        if (!tile.areas) continue;
        for (const { properties } of tile.areas.features) seen.add(properties.id);
        const outline = (tile["areas-borders"]?.features ?? []).filter(({ properties }) => properties.outer);
        expect(lonelyEdges(tile.areas.features, outline), `${z}/${x}/${y}`).toEqual([]);
        // Touching polygons that are not declared a coverage fit as well.
        expect(readTile(plain.tile(z, x, y)).areas).toEqual(tile.areas);
      }
      expect(seen.size).toBe(23);
    }
  });

  it("are all there from zoom 0 on", () => {
    const index = coverageIndex(12, 12, 3, 5);
    for (let z = 0; z <= 12; z++) {
      const seen = new Set<unknown>();
      for (const { x, y } of tilesOf(index.bounds!, z)) {
        for (const { properties } of readTile(index.tile(z, x, y)).areas?.features ?? [])
          seen.add(properties.id);
      }
      expect(seen.size, `zoom ${z}`).toBe(144);
    }
  });

  it("lose vertices towards small scales and keep all of them at the deepest zoom", () => {
    const index = coverageIndex(1, 1, 5, 200);
    const vertices = (z: number) => {
      const { x, y } = tilesOf(index.bounds!, z)[0]!;
      return readTile(index.tile(z, x, y)).areas!.features[0]!.geometry[0]!.length;
    };
    expect(vertices(8)).toBeLessThan(vertices(10));
    const deepest = new Set<string>();
    for (const { z, x, y } of tilesOf(index.bounds!, 16)) {
      for (const { geometry } of readTile(index.tile(z, x, y)).areas?.features ?? []) {
        for (const ring of geometry) {
          for (const point of ring) {
            const inside = point.x >= 0 && point.x < 4096 && point.y >= 0 && point.y < 4096;
            if (inside) deepest.add(`${x * 4096 + point.x},${y * 4096 + point.y}`);
          }
        }
      }
    }
    expect(deepest.size).toBe(4 * 201);
  });
});

describe("the layers beside a coverage", () => {
  const index = coverageIndex(3, 2, 11, 4);
  const box = index.bounds!;

  it("hold every border once, with the areas on either side", () => {
    const { x, y } = tilesOf(box, 6)[0]!;
    const { features } = readTile(index.tile(6, x, y))["areas-borders"]!;
    expect(features.filter(({ properties }) => !properties.outer)).toHaveLength(7);
    const pairs = features
      .filter(({ properties }) => !properties.outer)
      .map(({ properties }) => [properties.left, properties.right].sort().join(" "));
    expect(new Set(pairs).size).toBe(7);
    for (const { properties } of features.filter(({ properties }) => properties.outer)) {
      expect("left" in properties).not.toBe("right" in properties);
    }
  });

  it("hold one label per area over all tiles of a zoom", () => {
    for (const z of [9, 11, 14]) {
      const ids = tilesOf(box, z).flatMap(({ x, y }) =>
        (readTile(index.tile(z, x, y))["areas-labels"]?.features ?? []).map(
          ({ properties }) => properties.id,
        ),
      );
      expect(ids.sort()).toEqual(["area-0-0", "area-0-1", "area-0-2", "area-1-0", "area-1-1", "area-1-2"]);
    }
  });

  it("put a label where the input says", () => {
    const [first] = jitteredGrid({ columns: 1, rows: 1, seed: 1, detail: 0 });
    const one = buildTileIndex([
      {
        name: "areas",
        kind: "polygon",
        coverage: true,
        features: [{ ...first!, labelPoint: [0, 0] }],
        minzoom: 0,
        maxzoom: 4,
      },
    ]);
    const { features } = readTile(one.tile(0, 0, 0))["areas-labels"]!;
    expect(features[0]!.geometry).toEqual([[{ x: 2048, y: 2048 }]]);
  });

  it("know which side is left: walking north along a common border, the western area", () => {
    const square = (id: string, west: number) => ({
      id,
      properties: {},
      geometry: {
        type: "Polygon" as const,
        coordinates: [
          [
            [west, 0],
            [west + 10, 0],
            [west + 10, 10],
            [west, 10],
            [west, 0],
          ],
        ],
      },
    });
    const pair = buildTileIndex([
      {
        name: "areas",
        kind: "polygon",
        coverage: true,
        features: [square("west", 0), square("east", 10)],
        minzoom: 0,
        maxzoom: 4,
      },
    ]);
    const inner = readTile(pair.tile(0, 0, 0))["areas-borders"]!.features.find((f) => !f.properties.outer)!;
    const [from, to] = inner.geometry[0]!;
    const northwards = to!.y < from!.y;
    expect(inner.properties).toMatchObject(
      northwards ? { left: "west", right: "east" } : { left: "east", right: "west" },
    );
  });
});
