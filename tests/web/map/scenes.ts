import type { FeatureCollection } from "geojson";
import type { City, Layer } from "#domain/contract/contract.ts";
import { facilityFamilies } from "#domain/facility/facility-families.ts";
import type { Choropleth, MapScene, PlanningScene, SceneLayer } from "../../../web/map/map-scene.ts";

export const city: City = {
  name: { de: "Musterstadt", en: "Sampletown" },
  isDemo: true,
  notice: null,
  bounds: [9, 48.6, 9.4, 48.9],
  levels: [],
  defaultIndicator: null,
  attribution: ["Musterstadt"],
  baseMap: { kind: "built-in" },
};

const recordTypes = [
  "renewal-priority-areas",
  "renewal-areas",
  "quarter-projects",
  "facilities",
  "public-needs-sites",
  "planned-sites",
  "candidate-sites",
  "evidence",
];

function kindOf(layer: string): Layer["kind"] {
  if (layer.startsWith("areas-")) return "areas";
  if (layer === "base") return "base";
  if (layer.startsWith("external-")) return "external";
  return recordTypes.includes(layer) ? "records" : "features";
}

export function layer(name: string, changes: Partial<Layer> = {}): Layer {
  const kind = kindOf(name);
  const parts = kind === "areas" ? ["-borders", "-labels"] : ["-points", "-lines"];
  return {
    layer: name,
    group: "other",
    kind,
    name: { de: name, en: name },
    geometry: name === "facilities" ? "point" : "polygon",
    tiles: `tiles/${name}/v1/{z}/{x}/{y}.pbf`,
    version: "v1",
    vectorLayers: name === "facilities" ? [name] : [name, ...parts.map((part) => name + part)],
    minzoom: 0,
    maxzoom: 14,
    bounds: [9, 48.6, 9.4, 48.9],
    count: 3,
    hasOverlay: false,
    provenance: [],
    ...changes,
  };
}

export function drawn(name: string, changes: Partial<SceneLayer> = {}): SceneLayer {
  return { layer: layer(name), opacity: 1, overlay: null, ...changes };
}

/** Every kind of layer there is, bottom to top. */
export const allLayers: readonly SceneLayer[] = [
  "base",
  "areas-block",
  "areas-statistical-quarter",
  "areas-subdistrict",
  "areas-district",
  "areas-neighbourhood",
  "areas-planning-area",
  "areas-school-district",
  "layer-trees",
  "external-pictures",
  ...recordTypes,
]
  .map((name) => drawn(name))
  .concat(drawn("external-features", { layer: layer("external-features", { tiles: null }) }));

export const overlay: FeatureCollection = {
  type: "FeatureCollection",
  features: [
    {
      type: "Feature",
      id: "site-1",
      properties: { title: "Skizze 1", visibility: "RESTRICTED", layer: "IDEE", use: "KITA_MIX" },
      geometry: { type: "Point", coordinates: [9.2, 48.8] },
    },
    {
      type: "Feature",
      id: "site-2",
      properties: { title: "Skizze 2", visibility: "INTERNAL", layer: "IDEE" },
      geometry: {
        type: "Polygon",
        coordinates: [
          [
            [9.1, 48.7],
            [9.2, 48.7],
            [9.2, 48.8],
            [9.1, 48.8],
            [9.1, 48.7],
          ],
        ],
      },
    },
  ],
};

export const choropleth: Choropleth = {
  drawing: "classes",
  scale: { breaks: [10, 20], colours: ["#F5F7F9", "#7FA9CD", "#0B3A6B"] },
  maximum: 40,
  values: new Map([
    ["01", { value: 5, state: "VALUE" }],
    ["02", { value: 10, state: "VALUE" }],
    ["03", { value: null, state: "SUPPRESSED" }],
    ["04", { value: 40, state: "VALUE" }],
  ]),
  keptClass: null,
  opacity: 0.85,
  showsValues: false,
  format: (value) => `${value} %`,
};

/** Two squares, a catchment with an inner break, and one of everything else that planning draws. */
export const planning: PlanningScene = {
  cells: {
    drawn: {
      sizeM: 200,
      corners: [
        ...[9.1, 48.7, 9.11, 48.7, 9.11, 48.71, 9.1, 48.71],
        ...[9.11, 48.7, 9.12, 48.7, 9.12, 48.71, 9.11, 48.71],
      ],
      people: [12, 31],
      hiddenCells: 0,
      hiddenPeople: null,
    },
    scale: { breaks: [10, 20, 30], colours: ["#FCE9D9", "#F5B983", "#DE8038", "#A84E12"] },
  },
  catchment: [
    {
      type: "MultiPolygon",
      coordinates: [
        [
          [
            [9.1, 48.7],
            [9.11, 48.7],
            [9.1, 48.71],
            [9.1, 48.7],
          ],
        ],
      ],
    },
    {
      type: "MultiPolygon",
      coordinates: [
        [
          [
            [9.1, 48.7],
            [9.12, 48.7],
            [9.1, 48.72],
            [9.1, 48.7],
          ],
        ],
      ],
    },
  ],
  sites: [
    { id: "a", name: "Kita A", position: [9.1, 48.7], plot: null, layer: "IDEE", isInHand: true },
    {
      id: "b",
      name: "Kita B",
      position: [9.2, 48.7],
      plot: [
        [9.2, 48.7],
        [9.21, 48.7],
        [9.2, 48.71],
        [9.2, 48.7],
      ],
      layer: "GEPLANT",
      isInHand: false,
    },
  ],
  suggestions: [
    { id: "s1", label: "1", longitude: 9.15, latitude: 48.75, isWhyNot: false },
    { id: "s2", label: "?", longitude: 9.16, latitude: 48.75, isWhyNot: true },
  ],
  duplicates: [{ id: "d1", from: [9.1, 48.75], to: [9.12, 48.77] }],
  closed: [{ type: "facilities", id: "f1", longitude: 9.13, latitude: 48.73 }],
};

export function scene(changes: Partial<MapScene> = {}): MapScene {
  return {
    city,
    theme: "light",
    isMeeting: false,
    language: "de",
    level: "district",
    layers: allLayers,
    choropleth: null,
    families: Object.keys(facilityFamilies) as MapScene["families"],
    filteredFacilities: null,
    selection: null,
    planning: null,
    ...changes,
  };
}
