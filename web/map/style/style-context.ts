import type { ExpressionSpecification, LayerSpecification } from "@maplibre/maplibre-gl-style-spec";
import type { MapScene, SceneLayer } from "../map-scene.ts";
import { type MapColours, mapColours } from "./theme.ts";

/** What every theme needs to draw itself. */
export interface StyleContext {
  scene: MapScene;
  colours: MapColours;
  /** Factor of the Sitzungsdarstellung on type, strokes and symbols. */
  scale: number;
  /** Prefix of image names: the same picture exists per theme and size. */
  image: string;
}

/** One MVT layer of a source, or a whole GeoJSON source. */
export interface Place {
  source: string;
  sourceLayer?: string;
}

/** Where the things of one layer come from: the public tiles, what this audience sees beyond, or a filtered list. */
export interface Origin extends Place {
  /** One point per thing: records' symbols, areas' names. */
  points: Place;
  /** Lines: borders of areas, each shared one once, or the lines of the base map and of imported layers. */
  lines: Place;
  /** Appended to layer ids so that each origin has its own. */
  suffix: "" | "@overlay" | "@filtered";
}

/** A theme turns one layer of the scene into MapLibre layers. */
export type ThemeBuilder = (context: StyleContext, layer: SceneLayer, origin: Origin) => LayerSpecification[];

export function styleContext(scene: MapScene): StyleContext {
  const scale = scene.isMeeting ? 1.35 : 1;
  return { scene, colours: mapColours[scene.theme], scale, image: `${scene.theme}*${scale}:` };
}

/** Only names of faces the page itself brings: without a glyph server MapLibre draws letters from them. */
export const regularFace = ["Fira Sans"];
export const strongFace = ["Fira Sans SemiBold", "Fira Sans"];
export const italicFace = ["Fira Sans Italic", "Fira Sans"];

/** A width or size that grows with the zoom: pairs of zoom and pixels, scaled for the meeting room. */
export function growing(scale: number, ...stops: readonly (readonly [zoom: number, pixels: number])[]) {
  return [
    "interpolate",
    ["linear"],
    ["zoom"],
    ...stops.flatMap(([zoom, pixels]) => [zoom, pixels * scale]),
  ] as unknown as ExpressionSpecification;
}

/** `source` and `source-layer` of an origin as a layer wants them. */
export function from(place: Place) {
  return place.sourceLayer === undefined
    ? { source: place.source }
    : { source: place.source, "source-layer": place.sourceLayer };
}

/** True in the feature state under this key. */
export function hasState(key: "selected" | "hovered" | "faded"): ExpressionSpecification {
  return ["boolean", ["feature-state", key], false];
}
