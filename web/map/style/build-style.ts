import type {
  ExpressionSpecification,
  LayerSpecification,
  StyleSpecification,
} from "@maplibre/maplibre-gl-style-spec";
import type { MapScene, SceneLayer } from "../map-scene.ts";
import { inLayerOrder } from "./layer-order.ts";
import { areaLayers, levelOf } from "./layers/areas.ts";
import { baseLayers, paper } from "./layers/base.ts";
import { choroplethLayers } from "./layers/choropleth.ts";
import { evidence } from "./layers/evidence.ts";
import { externalPictures } from "./layers/external.ts";
import { facilities } from "./layers/facilities.ts";
import { importedFeatures } from "./layers/features.ts";
import { planningLayers } from "./layers/planning.ts";
import { planningSymbols } from "./layers/planning-symbols.ts";
import { protomapsLayers } from "./layers/protomaps.ts";
import { publicNeedsSites } from "./layers/public-needs-sites.ts";
import { quarterProjects } from "./layers/quarter-projects.ts";
import { renewalAreas, renewalPriorityAreas } from "./layers/renewal.ts";
import { candidateSites, plannedSites } from "./layers/sites.ts";
import { isOfPictures, originsOf, sourcesOf } from "./sources.ts";
import { type StyleContext, styleContext, type ThemeBuilder } from "./style-context.ts";

/** Layers that are drawn by a theme of their own; everything else is an imported layer. */
const themes: Readonly<Record<string, ThemeBuilder>> = {
  base: baseLayers,
  "renewal-priority-areas": renewalPriorityAreas,
  "renewal-areas": renewalAreas,
  "quarter-projects": quarterProjects,
  facilities,
  "public-needs-sites": publicNeedsSites,
  "planned-sites": plannedSites,
  "candidate-sites": candidateSites,
  evidence,
};

/**
 * The whole map as a MapLibre style. Pure: the same scene gives the same style. There is no `glyphs` and no
 * `sprite`: letters are drawn from the faces of the page, pictures are drawn when the map asks for them.
 */
export function buildStyle(scene: MapScene): StyleSpecification {
  const context = styleContext(scene);
  const layers = [
    paper(context),
    ...(scene.city.baseMap.kind === "pmtiles" ? protomapsLayers(context) : []),
    ...scene.layers.flatMap((layer) => layersOf(context, layer)),
    ...(scene.planning ? [...planningLayers(context, scene.planning), ...planningSymbols(context)] : []),
  ];
  return {
    version: 8,
    name: "Sozialraumkarte",
    sources: sourcesOf(scene),
    layers: inLayerOrder(
      layers,
      scene.layers.map(({ layer }) => layer.layer),
    ),
    transition: { duration: 0, delay: 0 },
  };
}

function layersOf(context: StyleContext, sceneLayer: SceneLayer): LayerSpecification[] {
  if (isOfPictures(sceneLayer.layer)) return externalPictures(sceneLayer);
  const theme = themeOf(context, sceneLayer);
  return originsOf(sceneLayer, context.scene).flatMap((origin) => {
    const layers = theme(context, sceneLayer, origin);
    return origin.suffix === "" ? layers.map((layer) => withoutFaces(layer, sceneLayer)) : layers;
  });
}

/** A record whose public face is in the tiles and whose own is in the overlay is drawn once, as it is. */
function withoutFaces(layer: LayerSpecification, { overlay }: SceneLayer): LayerSpecification {
  const ids = (overlay?.features ?? []).flatMap(({ properties }) =>
    properties?.hasPublicFace ? [String(properties.id)] : [],
  );
  if (ids.length === 0 || !("source-layer" in layer)) return layer;
  const isOther: ExpressionSpecification = ["!", ["in", ["get", "id"], ["literal", ids]]];
  const filter = layer.filter ? (["all", layer.filter, isOther] as ExpressionSpecification) : isOther;
  return { ...layer, filter } as LayerSpecification;
}

function themeOf({ scene }: StyleContext, { layer }: SceneLayer): ThemeBuilder {
  if (layer.kind !== "areas") return themes[layer.layer] ?? importedFeatures;
  if (levelOf(layer.layer) !== scene.level) return areaLayers;
  return (...parts) => [...choroplethLayers(...parts), ...areaLayers(...parts)];
}
