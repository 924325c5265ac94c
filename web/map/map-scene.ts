import type { FeatureCollection, MultiPolygon } from "geojson";
import type { DrawnCells } from "#domain/analysis/answers.ts";
import type { AreaLevel } from "#domain/area/area.ts";
import type { ChoroplethScale } from "#domain/classification/choropleth-scale.ts";
import type { City, Layer } from "#domain/contract/contract.ts";
import type { FacilityFamily } from "#domain/facility/facility-families.ts";
import type { ValueState } from "#domain/indicator/observation.ts";
import type { AreaValue } from "#domain/indicator/period-values.ts";
import type { SupplyLayer } from "#domain/site/site-fields.ts";
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
  /** Null outside the tab "Planen", without a scenario and without a drawn area. */
  planning: PlanningScene | null;
}

/** What planning adds to the map. While a site is dragged, the controller is told directly, frame by frame. */
export interface PlanningScene {
  /** Unserved people per square, already put into classes of one scale. */
  cells: { drawn: DrawnCells; scale: ChoroplethScale } | null;
  /** Catchment of the site in hand, smallest break first. */
  catchment: readonly MultiPolygon[];
  sites: readonly PlanningSite[];
  /** Types of facilities the question is about: of recorded sites, only these are drawn. Left out: all. */
  facilityTypes?: readonly string[];
  suggestions: readonly {
    id: string;
    label: string;
    longitude: number;
    latitude: number;
    isWhyNot: boolean;
  }[];
  /** Lines between two facilities that may be a double structure. */
  duplicates: readonly { id: string; from: readonly [number, number]; to: readonly [number, number] }[];
  /** Records the scenario closes, by type: drawn crossed out. */
  closed: readonly { type: string; id: string; longitude: number; latitude: number }[];
  /** Closed ring of an area somebody drew to ask for its people. */
  drawnArea?: readonly (readonly [number, number])[];
}

export interface PlanningSite {
  id: string;
  name: string;
  position: readonly [number, number];
  plot: readonly (readonly [number, number])[] | null;
  layer: SupplyLayer;
  isInHand: boolean;
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
  | { kind: "record"; type: string; id: string }
  /** Something of the planning scene: a sketched site or a suggestion. */
  | { kind: "sketch"; id: string };

export interface Choropleth {
  /** "classes" colours areas; "symbols" draws counts as circles with an area proportional to the value. */
  drawing: "classes" | "symbols";
  scale: ChoroplethScale;
  /** Largest value over all years, for proportional symbols. */
  maximum: number;
  values: ReadonlyMap<string, AreaValue>;
  /** Classes by area where they do not follow from the breaks: those of two indicators together. */
  classes?: ReadonlyMap<string, number | ValueState>;
  /** Class kept by the legend; the others fade. */
  keptClass: number | ValueState | null;
  /** Areas a range of figures picked; the others fade. Without it none does. */
  keptAreas?: ReadonlySet<string> | null;
  opacity: number;
  /** Show the value (or class number) as a label in each area. */
  showsValues: boolean;
  format: (value: number, isConfidential?: boolean) => string;
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
