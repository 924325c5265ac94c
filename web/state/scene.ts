import type { FeatureCollection } from "geojson";
import { areaLayer } from "#domain/area/area.ts";
import type { ChoroplethScale } from "#domain/classification/choropleth-scale.ts";
import type { City, IndicatorAnswer } from "#domain/contract/contract.ts";
import type { ValueState } from "#domain/indicator/observation.ts";
import type { AreaValue } from "#domain/indicator/period-values.ts";
import type { Choropleth, MapScene, PlanningScene } from "../map/map-scene.ts";
import type { PageState } from "./page-state.ts";
import { selectedOf } from "./selection.ts";
import type { ArrangedLayer } from "./selectors/arranged-layers.ts";

/** What the server told, as far as the map needs it. */
export interface SceneData {
  city: City;
  layers: readonly ArrangedLayer[];
  overlays: ReadonlyMap<string, FeatureCollection>;
  filteredFacilities: FeatureCollection | null;
  /** Null without an indicator, or while its figures are on their way. */
  figures: {
    indicator: IndicatorAnswer;
    scale: ChoroplethScale;
    values: ReadonlyMap<string, AreaValue>;
    classes?: ReadonlyMap<string, number | ValueState>;
    maximum: number;
    format: (value: number, isConfidential?: boolean) => string;
  } | null;
  planning: PlanningScene | null;
  /** The theme in force, after asking the system. */
  theme: "light" | "dark";
}

type SceneState = Pick<
  PageState,
  | "isMeeting"
  | "language"
  | "level"
  | "families"
  | "look"
  | "keptClass"
  | "keptAreas"
  | "indicatorOpacity"
  | "showsValues"
>;

/** Everything the map draws, from what was chosen and what was loaded. */
export function selectScene(state: SceneState, data: SceneData): MapScene {
  const colouredLayer = areaLayer(state.level);
  return {
    city: data.city,
    theme: data.theme,
    isMeeting: state.isMeeting,
    language: state.language,
    level: state.level,
    // Areas of the level in question are always there: without them nothing could be read or chosen.
    layers: data.layers
      .filter((layer) => layer.isVisible || layer.layer === colouredLayer)
      .map(({ definition, opacity, layer }) => ({
        layer: definition,
        opacity,
        overlay: data.overlays.get(layer) ?? null,
      })),
    choropleth: choroplethOf(state, data.figures),
    families: state.families,
    filteredFacilities: data.filteredFacilities,
    selection: selectedOf(state.look),
    planning: data.planning,
  };
}

function choroplethOf(state: SceneState, figures: SceneData["figures"]): Choropleth | null {
  if (!figures) return null;
  const { indicator, scale, values, classes, maximum, format } = figures;
  return {
    // Counts depend on how large an area is drawn, so they never colour it (METHODS §6).
    drawing: indicator.kind === "count" ? "symbols" : "classes",
    scale,
    maximum,
    values,
    ...(classes && { classes }),
    keptClass: state.keptClass,
    keptAreas: state.keptAreas,
    opacity: state.indicatorOpacity,
    showsValues: state.showsValues,
    format,
  };
}
