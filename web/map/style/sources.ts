import type { SourceSpecification } from "@maplibre/maplibre-gl-style-spec";
import type { Feature, FeatureCollection } from "geojson";
import type { Layer } from "#domain/contract/contract.ts";
import { labelPoint } from "#domain/geometry/label-point.ts";
import type { MapScene, SceneLayer } from "../map-scene.ts";
import { pmtilesSource } from "./layers/protomaps.ts";
import { planningData } from "./planning-sources.ts";
import type { Origin } from "./style-context.ts";

const clusterRadiusPixels = 44;
const clusterMaxZoom = 13;

/** Name of a GeoJSON source beside the tiles of a layer. */
export const overlaySource = (layer: string) => `${layer}@overlay`;
export const overlayPointsSource = (layer: string) => `${layer}-points@overlay`;
export const filteredSource = "facilities@filtered";

/** Side of a tile of pictures, as the server asks other services for them. */
const pictureTileSize = 256;

/** True for a map of another service that consists of pictures: there is no thing in it to ask for. */
export function isOfPictures({ kind, tiles }: Layer): boolean {
  return kind === "external" && tiles !== null;
}

/** Where a layer's things come from, public tiles first. */
export function originsOf({ layer, overlay }: SceneLayer, scene: MapScene): Origin[] {
  if (layer.layer === "facilities" && scene.filteredFacilities) {
    const place = { source: filteredSource };
    return [{ ...place, points: place, lines: place, suffix: "@filtered" }];
  }
  if (isOfPictures(layer)) return [];
  const origins: Origin[] = [];
  if (layer.tiles !== null) {
    const source = layer.layer;
    const [points, lines] =
      layer.kind === "areas"
        ? [`${source}-labels`, `${source}-borders`]
        : [`${source}-points`, `${source}-lines`];
    origins.push({
      source,
      sourceLayer: source,
      points: { source, sourceLayer: layer.vectorLayers.includes(points) ? points : source },
      lines: { source, sourceLayer: layer.vectorLayers.includes(lines) ? lines : source },
      suffix: "",
    });
  }
  if (overlay) {
    origins.push({
      source: overlaySource(layer.layer),
      lines: { source: overlaySource(layer.layer) },
      points: { source: overlayPointsSource(layer.layer) },
      suffix: "@overlay",
    });
  }
  return origins;
}

/** Sources of a scene. Tile addresses stay as the server gave them; the controller completes them. */
export function sourcesOf(scene: MapScene): Record<string, SourceSpecification> {
  const sources: Record<string, SourceSpecification> = {};
  const { baseMap } = scene.city;
  if (baseMap.kind === "pmtiles") {
    sources[pmtilesSource] = { type: "vector", url: `pmtiles://${baseMap.address}` };
  }
  for (const sceneLayer of scene.layers) {
    const { layer } = sceneLayer;
    if (isOfPictures(layer)) {
      sources[layer.layer] = {
        type: "raster",
        tiles: [layer.tiles!],
        tileSize: pictureTileSize,
        minzoom: layer.minzoom,
        maxzoom: layer.maxzoom,
        ...(layer.bounds ? { bounds: layer.bounds } : {}),
      };
    }
    for (const origin of originsOf(sceneLayer, scene)) {
      if (origin.suffix === "") {
        sources[layer.layer] = {
          type: "vector",
          tiles: [layer.tiles!],
          minzoom: layer.minzoom,
          maxzoom: layer.maxzoom,
          promoteId: "id",
          ...(layer.bounds ? { bounds: layer.bounds } : {}),
        };
      } else if (origin.suffix === "@overlay") {
        sources[origin.source] = geojson(withIds(sceneLayer.overlay!));
        sources[origin.points.source] = geojson(pointsOf(sceneLayer.overlay!));
      } else {
        sources[filteredSource] = {
          ...geojson(withIds(scene.filteredFacilities!)),
          // Planning asks where places are, not how many there are: every one is a dot of its own.
          cluster: scene.planning === null,
          clusterRadius: clusterRadiusPixels,
          clusterMaxZoom,
        };
      }
    }
  }
  if (scene.planning) {
    for (const [source, data] of Object.entries(planningData(scene.planning)))
      sources[source] = geojson(data);
  }
  return sources;
}

function geojson(data: FeatureCollection) {
  return { type: "geojson", data, promoteId: "id" } as const;
}

/** The same collection gives the same object, so that an unchanged overlay is never handed over again. */
function remembered(make: (collection: FeatureCollection) => FeatureCollection) {
  const made = new WeakMap<FeatureCollection, FeatureCollection>();
  return (collection: FeatureCollection) => {
    const known = made.get(collection) ?? make(collection);
    made.set(collection, known);
    return known;
  };
}

const idOf = (feature: Feature): string => String(feature.properties?.id ?? feature.id ?? "");

const withId = (feature: Feature): Feature => ({
  ...feature,
  properties: { ...feature.properties, id: idOf(feature) },
});

/** Feature state needs the id among the properties, as the tiles have it. */
const withIds = remembered((collection) => ({ ...collection, features: collection.features.map(withId) }));

/**
 * One point per thing, as tiles have in their `-points` layer: the points that came with the collection, and
 * for areas without one a point well inside.
 */
const pointsOf = remembered((collection) => {
  const hasPoint = new Set(
    collection.features.filter(({ geometry }) => geometry?.type === "Point").map((feature) => idOf(feature)),
  );
  return {
    ...collection,
    features: collection.features.flatMap((feature) => {
      if (feature.geometry?.type === "Point") return [withId(feature)];
      const coordinates =
        feature.geometry && !hasPoint.has(idOf(feature)) ? labelPoint(feature.geometry) : null;
      return coordinates ? [withId({ ...feature, geometry: { type: "Point", coordinates } })] : [];
    }),
  };
});
