import type { AreaLevel } from "#domain/area/area.ts";
import { areaLayer } from "#domain/area/area.ts";
import type { RecordType } from "#domain/record/record-type.ts";
import type { AreaRow, FeatureRow } from "../store/store.ts";
import type { TileFeature, TileLayerInput } from "../tiles/tile-input.ts";
import type { TileSet } from "../tiles/tile-set.ts";
import type { MapFeature } from "./record-features.ts";

/** Zooms: areas and base map keep full detail to 14, records to 15 so that plots stay exact. */
const areaZooms = { minzoom: 0, maxzoom: 14 };
const recordZooms = { minzoom: 0, maxzoom: 15 };

/** Clusters dissolve from zoom 13 on, where pictograms have room; 48 px is two symbols beside each other. */
const cluster = { radius: 48, maxZoom: 12 };

/** Areas of a level: polygons, each border once, one label point per area. */
export function areaTileSet(level: AreaLevel, rows: readonly AreaRow[], attribution: string): TileSet {
  const features = rows.map(
    (row): TileFeature => ({
      id: row.number,
      properties: { number: row.number, name: row.name },
      geometry: row.geometry,
      ...(row.labelPoint ? { labelPoint: row.labelPoint } : {}),
    }),
  );
  return {
    layers: [{ name: areaLayer(level), kind: "polygon", features, ...areaZooms, coverage: true }],
    attribution,
  };
}

/** Public records of a type; points of clustering types keep the layer's own name. */
export function recordTileSet(type: RecordType, features: readonly MapFeature[]): TileSet {
  const points = features.filter(({ geometry }) => geometry.type === "Point");
  if (type.clusterBy) {
    return {
      layers: [
        {
          name: type.type,
          kind: "point",
          features: points,
          ...recordZooms,
          cluster: { ...cluster, countBy: type.clusterBy },
        },
      ],
    };
  }
  return {
    layers: [
      {
        name: type.type,
        kind: "polygon",
        features: features.filter((f) => f.geometry.type !== "Point"),
        ...recordZooms,
      },
      { name: `${type.type}-points`, kind: "point", features: points, ...recordZooms },
    ],
  };
}

const kinds = [
  { kind: "polygon", suffix: "", types: ["Polygon", "MultiPolygon"] },
  { kind: "line", suffix: "-lines", types: ["LineString", "MultiLineString"] },
  { kind: "point", suffix: "-points", types: ["Point", "MultiPoint"] },
] as const;

/** The base map or an imported layer: one MVT layer per kind of geometry that occurs. */
export function featureTileSet(layer: string, rows: readonly FeatureRow[], attribution: string): TileSet {
  const layers = kinds.flatMap(({ kind, suffix, types }): TileLayerInput[] => {
    const features = rows.flatMap(({ key, properties, geometry }): TileFeature[] =>
      geometry && (types as readonly string[]).includes(geometry.type)
        ? [{ id: key, properties, geometry }]
        : [],
    );
    return features.length === 0 ? [] : [{ name: `${layer}${suffix}`, kind, features, ...areaZooms }];
  });
  return { layers, attribution };
}
