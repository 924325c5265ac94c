import type { RecordType } from "#domain/record/record-type.ts";
import { mappedRecordTypes } from "#domain/record/record-types.ts";
import { areaTileSet, featureTileSet, recordTileSet } from "../../server/layers/tile-sets.ts";
import type { TileSet } from "../../server/tiles/tile-set.ts";
import { generateDemoCity } from "../demo/demo-city.ts";

/** Zooms of a cold pass: where the city fills a screen down to the last one that tiles are cut for. */
export const PASS_ZOOMS = { first: 9, last: 15 };

/**
 * The demo city's layers as the server cuts them, all of them public, facilities without clusters: PostGIS has no
 * clustering that means the same, and both sides must do the same work.
 */
export function demoTileSets(scale: number): { sets: Map<string, TileSet>; bounds: number[] } {
  const city = generateDemoCity({ scale });
  const sets = new Map<string, TileSet>();
  for (const level of ["district", "subdistrict"] as const) {
    const rows = city.areas.filter((area) => area.level === level);
    sets.set(`areas-${level}`, areaTileSet(level, rows as Parameters<typeof areaTileSet>[1], city.source));
  }
  const base = city.base.map(({ geometry, ...properties }, index) => ({
    key: `base-${index}`,
    properties,
    geometry,
  }));
  sets.set("base", featureTileSet("base", base, city.source));
  for (const type of mappedRecordTypes) {
    const features = city.records.flatMap((record, index) =>
      record.type === type.type && record.geometry
        ? [
            {
              id: `${type.type}-${index}`,
              properties: plainProperties(record.properties),
              geometry: record.geometry,
            },
          ]
        : [],
    );
    if (features.length === 0) continue;
    const set = recordTileSet(type as RecordType, features);
    sets.set(type.type, { ...set, layers: set.layers.map(({ cluster: _, ...layer }) => layer) });
  }
  return { sets, bounds: city.bounds };
}

/** Title, type and other single values; the sets of figures of a record are no matter of its tile. */
function plainProperties(properties: Record<string, unknown>): Record<string, string | number | boolean> {
  const plain: Record<string, string | number | boolean> = {};
  for (const [key, value] of Object.entries(properties)) {
    if (typeof value === "string" || typeof value === "number" || typeof value === "boolean")
      plain[key] = value;
  }
  return plain;
}
