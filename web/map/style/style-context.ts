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

/** One place a theme draws from: the public tiles, what this audience sees beyond, or a filtered list. */
export interface Origin {
  source: string;
  /** Name of the MVT layer; absent for GeoJSON sources. */
  sourceLayer?: string;
  /** MVT layer with one point per record. */
  points: { source: string; sourceLayer?: string };
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
export function from(place: { source: string; sourceLayer?: string }) {
  return place.sourceLayer === undefined
    ? { source: place.source }
    : { source: place.source, "source-layer": place.sourceLayer };
}

/** True in the feature state under this key. */
export function hasState(key: "selected" | "hovered" | "faded"): ExpressionSpecification {
  return ["boolean", ["feature-state", key], false];
}
