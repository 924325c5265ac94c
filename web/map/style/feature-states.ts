import { areaLayer } from "#domain/area/area.ts";
import { classOf } from "#domain/classification/class-method.ts";
import type { AreaValue } from "#domain/indicator/period-values.ts";
import type { Choropleth, MapScene, SceneLayer } from "../map-scene.ts";
import { originsOf } from "./sources.ts";
import { symbolShare } from "./symbol-size.ts";

/** What the style reads of a single thing. */
export interface FeatureState {
  class?: number;
  state?: string;
  size?: number;
  faded?: boolean;
  selected?: boolean;
}

/** Feature states by source, MVT layer ("" for GeoJSON) and id. */
export type FeatureStates = ReadonlyMap<string, ReadonlyMap<string, FeatureState>>;

/** Key of one MVT layer of a source within `FeatureStates`. */
export const stateKey = (source: string, sourceLayer?: string) => `${source}\n${sourceLayer ?? ""}`;

export function readStateKey(key: string): { source: string; sourceLayer?: string } {
  const [source = "", sourceLayer = ""] = key.split("\n");
  return sourceLayer === "" ? { source } : { source, sourceLayer };
}

/** Everything of a scene that is said about single things rather than by the style. */
export function featureStates(scene: MapScene): FeatureStates {
  const states = new Map<string, Map<string, FeatureState>>();
  const put = (key: string, id: string, state: FeatureState) => {
    const known = states.get(key) ?? new Map<string, FeatureState>();
    states.set(key, known);
    known.set(id, { ...known.get(id), ...state });
  };
  const drawn = new Map(scene.layers.map((layer) => [layer.layer.layer, layer]));
  const putOnOrigins = (layer: SceneLayer | undefined, id: string, state: FeatureState) => {
    for (const { source, sourceLayer, points } of layer ? originsOf(layer, scene) : []) {
      put(stateKey(source, sourceLayer), id, state);
      put(stateKey(points.source, points.sourceLayer), id, state);
    }
  };
  if (scene.choropleth) {
    for (const [number, { value, state }] of scene.choropleth.values) {
      const shown = choroplethState(scene.choropleth, number, { value, state });
      putOnOrigins(drawn.get(areaLayer(scene.level)), number, shown);
    }
  }
  const { selection } = scene;
  if (selection?.kind === "area") {
    putOnOrigins(drawn.get(areaLayer(selection.level)), selection.number, { selected: true });
  } else if (selection?.kind === "record") {
    putOnOrigins(drawn.get(selection.type), selection.id, { selected: true });
  }
  return states;
}

function choroplethState(
  { scale, classes, keptClass, keptAreas, ...choropleth }: Choropleth,
  number: string,
  { value, state }: AreaValue,
): FeatureState {
  const shown = classes
    ? (classes.get(number) ?? state)
    : value === null
      ? state
      : classOf(value, scale.breaks);
  const isKept = (keptClass === null || keptClass === shown) && (!keptAreas || keptAreas.has(number));
  return {
    ...(typeof shown === "number" ? { state, class: shown } : { state: shown, class: -1 }),
    faded: !isKept,
    ...(choropleth.drawing === "symbols" ? { size: symbolShare(value ?? 0, choropleth.maximum) } : {}),
  };
}

export interface FeatureStateChange {
  source: string;
  sourceLayer?: string;
  id: string;
  /** Complete, because MapLibre merges what it is given into what it has. */
  state: Required<FeatureState>;
}

const emptyState: Required<FeatureState> = { class: -1, state: "", size: 0, faded: false, selected: false };

/**
 * What to set so that a map showing `before` shows `after`. In a style that was `rebuilt` with these sources, those taken
 * out and put back have forgotten what was said about their things and the others have not: all is said again.
 */
export function featureStateChanges(
  before: FeatureStates,
  after: FeatureStates,
  rebuilt?: { sources: ReadonlySet<string> },
): FeatureStateChange[] {
  const changes: FeatureStateChange[] = [];
  for (const [key, ids] of after) {
    for (const [id, state] of ids) {
      const old = before.get(key)?.get(id);
      if (rebuilt || !old || !sameState(old, state))
        changes.push({ ...readStateKey(key), id, state: { ...emptyState, ...state } });
    }
  }
  for (const [key, ids] of before) {
    const place = readStateKey(key);
    if (rebuilt && !rebuilt.sources.has(place.source)) continue;
    for (const id of ids.keys()) {
      if (!after.get(key)?.has(id)) changes.push({ ...place, id, state: emptyState });
    }
  }
  return changes;
}

function sameState(a: FeatureState, b: FeatureState): boolean {
  return (
    a.class === b.class &&
    a.state === b.state &&
    a.size === b.size &&
    a.faded === b.faded &&
    a.selected === b.selected
  );
}
