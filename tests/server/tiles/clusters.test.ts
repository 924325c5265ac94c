import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildTileIndex } from "../../../server/tiles/tile-index.ts";
import type { TileFeature } from "../../../server/tiles/tile-input.ts";
import { seededRandom } from "./jittered-grid.ts";
import { readTile, tilesOf } from "./read-tile.ts";

const kinds = ["kita", "school", "park"];

function facilities(count: number, seed: number, spread = 0.2): TileFeature[] {
  const random = seededRandom(seed);
  return Array.from({ length: count }, (_, index) => ({
    id: `facility-${index}`,
    properties: { kind: kinds[Math.floor(random() * 3)]!, places: index },
    geometry: { type: "Point", coordinates: [9.1 + random() * spread, 48.7 + random() * spread * 0.6] },
  }));
}

function clustered(features: TileFeature[], radius = 50) {
  const cluster = { radius, maxZoom: 13, countBy: "kind" };
  return buildTileIndex([{ name: "facilities", kind: "point", features, minzoom: 0, maxzoom: 16, cluster }]);
}

type Properties = Record<string, string | number | boolean>;

function allAt(index: ReturnType<typeof clustered>, z: number): Properties[] {
  return tilesOf(index.bounds!, z).flatMap(({ x, y }) =>
    (readTile(index.tile(z, x, y)).facilities?.features ?? []).map(({ properties }) => properties),
  );
}

describe("clustered points", () => {
  it("add up to the features at every zoom, in total and by value", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 150 }),
        fc.integer({ min: 0, max: 1_000 }),
        fc.integer({ min: 0, max: 14 }),
        fc.integer({ min: 1, max: 120 }),
        (count, seed, z, radius) => {
          const features = facilities(count, seed);
          const found = allAt(clustered(features, radius), z);
          const total = found.reduce((sum, { point_count }) => sum + (Number(point_count) || 1), 0);
          expect(total).toBe(count);
          for (const kind of kinds) {
            const expected = features.filter(({ properties }) => properties.kind === kind).length;
            const counted = found.reduce(
              (sum, item) =>
                sum + (item.cluster ? Number(item[`count_${kind}`] ?? 0) : Number(item.kind === kind)),
              0,
            );
            expect(counted).toBe(expected);
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it("are single points with their own properties below the cluster zooms", () => {
    const index = clustered(facilities(200, 4, 0.01));
    expect(allAt(index, 10).every(({ cluster }) => cluster === true)).toBe(true);
    const single = allAt(index, 14);
    expect(new Set(single.map(({ id }) => id)).size).toBe(200);
    expect(single.every(({ cluster, kind }) => cluster === undefined && kinds.includes(String(kind)))).toBe(
      true,
    );
  });

  it("fall apart at their expansion zoom and not before", () => {
    const index = clustered(facilities(60, 8));
    for (const cluster of allAt(index, 8).filter((item) => item.cluster)) {
      const zoom = Number(cluster.expansion_zoom);
      expect(zoom).toBeGreaterThan(8);
      const ids = (z: number) => allAt(index, z).map(({ cluster_id }) => cluster_id);
      expect(ids(zoom - 1)).toContain(cluster.cluster_id);
      expect(ids(zoom)).not.toContain(cluster.cluster_id);
    }
  });

  it("are known by the features they count", () => {
    const features = facilities(80, 5);
    const index = clustered(features);
    const counts = new Map<number, number>();
    for (const { id } of features)
      for (const cluster of index.clustersOf(id)) counts.set(cluster, (counts.get(cluster) ?? 0) + 1);
    const drawn = Array.from({ length: 15 }, (_, z) => allAt(index, z))
      .flat()
      .filter(({ cluster }) => cluster === true);
    expect(drawn.length).toBeGreaterThan(20);
    for (const { cluster_id, point_count } of drawn)
      expect(counts.get(Number(cluster_id))).toBe(Number(point_count));
    expect(new Set(drawn.map(({ cluster_id }) => cluster_id)).size).toBe(counts.size);
    expect(index.clustersOf("nobody")).toEqual([]);
  });

  it("merge two points nearer than the radius and stand in their middle", () => {
    const at = (id: string, longitude: number): TileFeature => ({
      id,
      properties: { kind: "kita" },
      geometry: { type: "Point", coordinates: [longitude, 0] },
    });
    // At zoom 0 the world is 512 pixels wide: 36 degrees are 51.2 pixels.
    const apart = readTile(clustered([at("a", 0), at("b", 36)], 51).tile(0, 0, 0)).facilities!.features;
    expect(apart).toHaveLength(2);
    const [together, ...rest] = readTile(clustered([at("a", 0), at("b", 36)], 52).tile(0, 0, 0)).facilities!
      .features;
    expect(rest).toEqual([]);
    expect(together!.properties).toMatchObject({
      cluster: true,
      point_count: 2,
      count_kita: 2,
      expansion_zoom: 1,
    });
    expect(together!.geometry).toEqual([[{ x: 2048 + 204, y: 2048 }]]);
  });
});
