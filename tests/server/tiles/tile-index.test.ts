import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { buildTileIndex } from "../../../server/tiles/tile-index.ts";
import type { TileFeature, TileLayerInput } from "../../../server/tiles/tile-input.ts";
import { jitteredGrid, seededRandom } from "./jittered-grid.ts";
import { readTile, tileAt, tilesOf } from "./read-tile.ts";

const polygon = (
  id: string,
  rings: number[][][],
  properties: TileFeature["properties"] = {},
): TileFeature => ({
  id,
  properties,
  geometry: { type: "Polygon", coordinates: rings },
});
const square = (west: number, south: number, size: number) => [
  [west, south],
  [west + size, south],
  [west + size, south + size],
  [west, south + size],
  [west, south],
];
const layer = (part: Partial<TileLayerInput>): TileLayerInput => ({
  name: "things",
  kind: "polygon",
  features: [],
  minzoom: 0,
  maxzoom: 14,
  ...part,
});

describe("a tile index", () => {
  it("writes text, whole and broken numbers, truth values and leaves out null", () => {
    const properties = { a: "Süd", b: 7, c: -3, d: 2.5, e: true, f: null, g: 2 ** 40, h: -(2 ** 40), i: "" };
    const index = buildTileIndex([layer({ features: [polygon("p", [square(0, 0, 20)], properties)] })]);
    const { f, ...kept } = properties;
    expect(readTile(index.tile(0, 0, 0)).things!.features[0]!.properties).toEqual({ ...kept, id: "p" });
    expect(index.vectorLayers[0]!.fields).toMatchObject({
      a: "String",
      b: "Number",
      e: "Boolean",
      id: "String",
    });
    expect(index.vectorLayers[0]!.fields).not.toHaveProperty("f");
    expect(f).toBeNull();
  });

  it("turns outer rings clockwise and holes the other way, whatever the input's order", () => {
    const hole = square(5, 5, 5);
    for (const rings of [
      [square(0, 0, 20), hole],
      [square(0, 0, 20).reverse(), hole],
      [square(0, 0, 20), [...hole].reverse()],
    ]) {
      const index = buildTileIndex([layer({ features: [polygon("p", rings)] })]);
      const [outer, inner] = readTile(index.tile(0, 0, 0)).things!.features[0]!.geometry;
      expect(area(outer!)).toBeGreaterThan(0);
      expect(area(inner!)).toBeLessThan(0);
    }
  });

  it("covers a tile inside a large polygon whole, up to its buffer", () => {
    const index = buildTileIndex([layer({ features: [polygon("p", [square(0, 0, 40)])] })]);
    const { z, x, y } = tileAt(20, 20, 10);
    const [ring] = readTile(index.tile(z, x, y)).things!.features[0]!.geometry;
    expect(area(ring!)).toBe((4096 + 128) ** 2);
  });

  it("has null for tiles without content and outside the layer's zooms", () => {
    const index = buildTileIndex([
      layer({ features: [polygon("p", [square(0, 0, 1)])], minzoom: 3, maxzoom: 5 }),
    ]);
    expect(index.tile(5, 0, 0)).toBeNull();
    expect(index.tile(2, 2, 1)).toBeNull();
    expect(index.tile(6, 32, 31)).toBeNull();
    expect(index.tile(5, 16, 15)).not.toBeNull();
    expect(buildTileIndex([layer({})]).tile(0, 0, 0)).toBeNull();
    expect(buildTileIndex([layer({})]).bounds).toBeNull();
  });

  it("cuts a line that leaves and comes back into pieces", () => {
    const { z, x, y } = { z: 4, x: 8, y: 7 };
    // Tile 4/8/7 reaches from 0° to 22.5° E and 0° to 21.9° N.
    const coordinates = [
      [10, 10],
      [40, 10],
      [40, 15],
      [10, 15],
    ];
    const index = buildTileIndex([
      layer({
        kind: "line",
        maxzoom: 4,
        features: [{ id: "l", properties: {}, geometry: { type: "LineString", coordinates } }],
      }),
    ]);
    const pieces = readTile(index.tile(z, x, y)).things!.features[0]!.geometry;
    expect(pieces).toHaveLength(2);
    expect(pieces[0]!.at(-1)!.x).toBe(4096 + 64);
    expect(pieces[1]![0]!.x).toBe(4096 + 64);
  });

  it("puts several layers into one tile and skips geometry of another kind", () => {
    const point: TileFeature = { id: "q", properties: {}, geometry: { type: "Point", coordinates: [1, 1] } };
    const index = buildTileIndex([
      layer({ name: "areas", features: [polygon("p", [square(0, 0, 20)]), point] }),
      layer({ name: "spots", kind: "point", features: [point] }),
    ]);
    const tile = readTile(index.tile(0, 0, 0));
    expect(tile.areas!.features.map(({ properties }) => properties.id)).toEqual(["p"]);
    expect(tile.spots!.features).toHaveLength(1);
  });

  it("puts a point into exactly one tile of each zoom", () => {
    const random = seededRandom(5);
    const features = Array.from(
      { length: 300 },
      (_, index): TileFeature => ({
        id: String(index),
        properties: {},
        geometry: { type: "Point", coordinates: [(random() - 0.5) * 10, (random() - 0.5) * 10] },
      }),
    );
    const index = buildTileIndex([layer({ kind: "point", features })]);
    for (const z of [0, 3, 7]) {
      const ids = tilesOf(index.bounds!, z).flatMap(({ x, y }) =>
        (readTile(index.tile(z, x, y)).things?.features ?? []).map(({ properties }) => properties.id),
      );
      expect([...ids].sort()).toEqual(features.map(({ id }) => id).sort());
    }
  });

  it("does not depend on the order of its areas", () => {
    const features = jitteredGrid({ columns: 5, rows: 5, seed: 9, detail: 12 });
    const borders = (input: TileFeature[]) => {
      const index = buildTileIndex([layer({ name: "areas", coverage: true, features: input })]);
      const tile = readTile(index.tile(10, ...middle(index.bounds!)));
      return tile["areas-borders"]!.features.map(({ geometry }) => JSON.stringify(geometry)).sort();
    };
    expect(borders([...features].reverse())).toEqual(borders(features));
  });

  it("generalises further instead of exceeding the size limit, and cuts no feature off", () => {
    const random = seededRandom(2);
    const features = Array.from({ length: 4_000 }, (_, index) => {
      const [west, south] = [9 + random() * 0.2, 48.7 + random() * 0.15];
      return polygon(`building-${index}`, [square(west, south, 0.0004)], {
        levels: Math.floor(random() * 9),
      });
    });
    const limited = buildTileIndex([layer({ features })], { maxGzipBytes: 20_000 });
    const free = buildTileIndex([layer({ features })]);
    const { z, x, y } = tileAt(9.1, 48.77, 10);
    expect(gzipSync(free.tile(z, x, y)!).length).toBeGreaterThan(20_000);
    const tile = limited.tile(z, x, y)!;
    expect(gzipSync(tile).length).toBeLessThanOrEqual(20_000);
    const { extent, features: kept } = readTile(tile).things!;
    expect(extent).toBeLessThan(4096);
    expect(kept.length).toBeGreaterThan(0);
    for (const { geometry } of kept) for (const ring of geometry) expect(area(ring)).toBeGreaterThan(0);
  });
});

function area(ring: { x: number; y: number }[]): number {
  let sum = 0;
  for (let i = 1; i < ring.length; i++) sum += ring[i - 1]!.x * ring[i]!.y - ring[i]!.x * ring[i - 1]!.y;
  return sum / 2;
}

function middle(box: readonly [number, number, number, number]): [number, number] {
  const { x, y } = tileAt((box[0] + box[2]) / 2, (box[1] + box[3]) / 2, 10);
  return [x, y];
}
