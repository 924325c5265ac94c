import type { FeatureCollection } from "geojson";
import type { AreaLevel } from "#domain/area/area.ts";
import type { City, Layer } from "#domain/contract/contract.ts";
import type { FacilityFamily } from "#domain/facility/facility-families.ts";
import type { ValueState } from "#domain/indicator/observation.ts";
import type { Language } from "#domain/text/text.ts";

/**
 * Everything the map draws, as one plain value. The store's selector makes it, `buildStyle` turns it into a
 * MapLibre style and the controller carries out the difference: nothing else reaches the map.
 */
export interface MapScene {
  city: City;
  theme: "light" | "dark";
  /** Sitzungsdarstellung: type and strokes 1.35 times as large. */
  isMeeting: boolean;
  language: Language;
  /** Level whose areas are coloured and selectable. */
  level: AreaLevel;
  /** Layers to draw, bottom to top within their theme; hidden ones are not in the list. */
  layers: readonly SceneLayer[];
  choropleth: Choropleth | null;
  /** Families of facilities shown while they come from tiles. */
  families: readonly FacilityFamily[];
  /** Filtered facilities: when set they replace the tiles of that layer, clustered in the browser. */
  filteredFacilities: FeatureCollection | null;
  selection: SceneSelection | null;
}

export interface SceneLayer {
  layer: Layer;
  /** 0 to 1. */
  opacity: number;
  /** What this audience sees beyond the public; drawn by the same rules. */
  overlay: FeatureCollection | null;
}

export type SceneSelection =
  | { kind: "area"; level: AreaLevel; number: string }
  | { kind: "record"; type: string; id: string };

/** One scale for map, legend, table, strip and export: classes are fixed over all years. */
export interface ChoroplethScale {
  /** Inner breaks, ascending; n breaks make n + 1 classes; a value on a break belongs above. */
  breaks: readonly number[];
  /** `#rrggbb` per class, from the lowest class up. */
  colours: readonly string[];
}

export interface Choropleth {
  /** "classes" colours areas; "symbols" draws counts as circles with an area proportional to the value. */
  drawing: "classes" | "symbols";
  scale: ChoroplethScale;
  /** Largest value over all years, for proportional symbols. */
  maximum: number;
  values: ReadonlyMap<string, { value: number | null; state: ValueState }>;
  /** Class kept by the legend; the others fade. */
  keptClass: number | ValueState | null;
  opacity: number;
  /** Show the value (or class number) as a label in each area. */
  showsValues: boolean;
  format: (value: number) => string;
}

/** What the map tells the rest of the page. */
export interface MapEvents {
  /** Things under the pointer or crosshair, topmost first; several mean the page shows a list. */
  onPick: (hits: readonly MapHit[]) => void;
  onHover: (hit: MapHit | null) => void;
  onMove: (camera: Camera) => void;
  onProblem: (message: string) => void;
}

export interface MapHit {
  selection: SceneSelection;
  title: string;
  layer: string;
}

export interface Camera {
  center: [number, number];
  zoom: number;
  bearing: number;
}
