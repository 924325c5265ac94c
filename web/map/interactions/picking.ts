import type { MapGeoJSONFeature, Map as MapLibreMap, PointLike } from "maplibre-gl";
import type { MapHit, MapScene } from "../map-scene.ts";
import { layerOf } from "../style/layer-order.ts";
import { answeringPlanningLayers, planningSources } from "../style/planning-sources.ts";

/** Half side of the square a pointer reaches, in CSS pixels: a finger needs a target of 44. */
export const reach = { mouse: 3, drawing: 10, keyboard: 12, touch: 22 } as const;
const mostHits = 200;

/** Parts of a theme that are drawn for looks and never answer a pointer. */
const silentParts =
  /\/(casing|selected-halo|selected-line|selected-point|lock|hover|border|class|hatch|dots|crosses)(@|$)/;

/** Planning lies over the records, so its things come first. */
function selectableLayers(map: MapLibreMap, scene: MapScene): { records: string[]; areas: string[] } {
  const records = new Set(
    scene.layers.filter(({ layer }) => layer.kind === "records").map(({ layer }) => layer.layer),
  );
  const areaFill = `areas-${scene.level}/fill`;
  const ids = map.getLayersOrder();
  return {
    records: ids.filter(
      (id) => (records.has(layerOf(id)) && !silentParts.test(id)) || answeringPlanningLayers.has(id),
    ),
    areas: ids.filter((id) => id === areaFill),
  };
}

export interface ClusterHit {
  source: string;
  clusterId: number;
  position: [number, number];
  /** Zoom at which it opens, where the tiles say so. */
  expansionZoom: number | null;
}

/** What lies at a point: a cluster on top, or things topmost first with the area of the level in use at the end. */
export function thingsAt(
  map: MapLibreMap,
  scene: MapScene,
  at: { x: number; y: number },
  tolerance: number,
): { cluster: ClusterHit | null; hits: MapHit[] } {
  const { records, areas } = selectableLayers(map, scene);
  const box: [PointLike, PointLike] = [
    [at.x - tolerance, at.y - tolerance],
    [at.x + tolerance, at.y + tolerance],
  ];
  const found = records.length > 0 ? map.queryRenderedFeatures(box, { layers: records }) : [];
  const cluster = found[0]?.properties.cluster === true ? clusterHit(found[0]) : null;
  const below = areas.length > 0 ? map.queryRenderedFeatures([at.x, at.y], { layers: areas }) : [];
  return {
    cluster,
    hits: distinct([
      ...found.filter(({ properties }) => properties.cluster !== true).map(recordHit),
      ...below.slice(0, 1).map((feature) => areaHit(feature, scene)),
    ]),
  };
}

/** Things in view, records by layer and title, then areas by number; at most 200. */
export function thingsInView(map: MapLibreMap, scene: MapScene): MapHit[] {
  const { records, areas } = selectableLayers(map, scene);
  const found = records.length > 0 ? map.queryRenderedFeatures({ layers: records }) : [];
  const recordHits = distinct(
    found.filter(({ properties }) => properties.cluster !== true).map(recordHit),
  ).sort((a, b) => a.layer.localeCompare(b.layer) || a.title.localeCompare(b.title, "de"));
  const inView = areas.length > 0 ? map.queryRenderedFeatures({ layers: areas }) : [];
  const areaHits = distinct(inView.map((feature) => areaHit(feature, scene))).sort((a, b) =>
    keyOf(a).localeCompare(keyOf(b), "de"),
  );
  return [...recordHits, ...areaHits].slice(0, mostHits);
}

/** What `MapHit.layer` says of planning's own things. */
const planningKinds: Readonly<Record<string, string>> = {
  [planningSources.sites]: "planning-sites",
  [planningSources.plots]: "planning-sites",
  [planningSources.suggestions]: "planning-suggestions",
};

function recordHit({ properties, layer, source }: MapGeoJSONFeature): MapHit {
  const type = layerOf(layer.id);
  const kind = planningKinds[source];
  if (kind !== undefined) {
    const id = String(properties.id);
    return { selection: { kind: "sketch", id }, title: String(properties.title ?? id), layer: kind };
  }
  return {
    selection: { kind: "record", type, id: String(properties.id) },
    title: String(properties.title ?? properties.id),
    layer: type,
  };
}

function areaHit({ properties, layer }: MapGeoJSONFeature, { level }: MapScene): MapHit {
  const number = String(properties.number ?? properties.id);
  return {
    selection: { kind: "area", level, number },
    title: String(properties.name ?? number),
    layer: layerOf(layer.id),
  };
}

function clusterHit({ properties, source, geometry }: MapGeoJSONFeature): ClusterHit | null {
  if (geometry.type !== "Point") return null;
  const zoom = Number(properties.expansion_zoom);
  return {
    source,
    clusterId: Number(properties.cluster_id),
    position: geometry.coordinates as [number, number],
    expansionZoom: Number.isFinite(zoom) ? zoom : null,
  };
}

export function keyOf({ selection }: MapHit): string {
  switch (selection.kind) {
    case "area":
      return `area\n${selection.level}\n${selection.number}`;
    case "record":
      return `record\n${selection.type}\n${selection.id}`;
    case "sketch":
      return `sketch\n${selection.id}`;
  }
}

function distinct(hits: readonly MapHit[]): MapHit[] {
  return [...new Map(hits.toReversed().map((hit) => [keyOf(hit), hit] as const)).values()].toReversed();
}
