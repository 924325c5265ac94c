import type {
  LayerSpecification,
  SourceSpecification,
  StyleSpecification,
} from "@maplibre/maplibre-gl-style-spec";
import type { FeatureCollection } from "geojson";

export type StyleChange =
  | { kind: "paint" | "layout"; layer: string; property: string; value: unknown }
  | { kind: "filter"; layer: string; filter: unknown }
  | { kind: "zoom"; layer: string; minzoom: number; maxzoom: number }
  | { kind: "data"; source: string; data: FeatureCollection }
  | { kind: "tiles"; source: string; tiles: string[] };

const widestZoom = { minzoom: 0, maxzoom: 24 };

/**
 * The smallest steps from one style to the next, or null when layers or sources come, go or change their
 * nature, which MapLibre's own comparison carries out. GeoJSON is compared by identity: an overlay of a
 * thousand records would otherwise be walked through on every click.
 */
export function styleChanges(before: StyleSpecification, after: StyleSpecification): StyleChange[] | null {
  const changes: StyleChange[] = [];
  const names = Object.keys(after.sources);
  if (names.length !== Object.keys(before.sources).length) return null;
  for (const name of names) {
    const old = before.sources[name];
    const source = after.sources[name]!;
    if (!old || !sameNature(old, source)) return null;
    if (source.type === "geojson" && old.type === "geojson" && source.data !== old.data) {
      changes.push({ kind: "data", source: name, data: source.data as FeatureCollection });
    }
    if (source.type === "vector" && old.type === "vector" && !same(source.tiles, old.tiles)) {
      changes.push({ kind: "tiles", source: name, tiles: source.tiles ?? [] });
    }
  }
  if (before.layers.length !== after.layers.length) return null;
  for (const [index, layer] of after.layers.entries()) {
    const old = before.layers[index]!;
    if (old.id !== layer.id || old.type !== layer.type) return null;
    if (sourceLayerOf(old) !== sourceLayerOf(layer)) return null;
    changes.push(...layerChanges(old, layer));
  }
  return changes;
}

/** Equal apart from what can be exchanged in a living source. */
function sameNature(old: SourceSpecification, source: SourceSpecification): boolean {
  const rest = (value: SourceSpecification) =>
    value.type === "raster" ? value : { ...value, data: null, tiles: null };
  return same(rest(old), rest(source));
}

function sourceLayerOf(layer: LayerSpecification): string {
  return "source" in layer ? `${layer.source}\n${layer["source-layer"] ?? ""}` : "";
}

function layerChanges(old: LayerSpecification, layer: LayerSpecification): StyleChange[] {
  const changes: StyleChange[] = [];
  for (const kind of ["paint", "layout"] as const) {
    const from = (old[kind] ?? {}) as Record<string, unknown>;
    const to = (layer[kind] ?? {}) as Record<string, unknown>;
    for (const property of new Set([...Object.keys(from), ...Object.keys(to)])) {
      if (!same(from[property], to[property])) {
        changes.push({ kind, layer: layer.id, property, value: to[property] });
      }
    }
  }
  const filters = [old, layer].map((value) => ("filter" in value ? value.filter : undefined));
  if (!same(filters[0], filters[1])) {
    changes.push({ kind: "filter", layer: layer.id, filter: filters[1] ?? null });
  }
  const [from, to] = [old, layer].map((value) => ({
    minzoom: value.minzoom ?? widestZoom.minzoom,
    maxzoom: value.maxzoom ?? widestZoom.maxzoom,
  }));
  if (!same(from, to)) changes.push({ kind: "zoom", layer: layer.id, ...to! });
  return changes;
}

function same(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const [left, right] = [a as Record<string, unknown>, b as Record<string, unknown>];
  const keys = Object.keys(left);
  return keys.length === Object.keys(right).length && keys.every((key) => same(left[key], right[key]));
}
