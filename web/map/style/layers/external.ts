import type { LayerSpecification } from "@maplibre/maplibre-gl-style-spec";
import type { SceneLayer } from "../../map-scene.ts";

/** Pictures of another service, as they come: their colours are not ours to change. */
export function externalPictures({ layer, opacity }: SceneLayer): LayerSpecification[] {
  return [
    {
      id: `${layer.layer}/picture`,
      type: "raster",
      source: layer.layer,
      paint: { "raster-opacity": opacity, "raster-fade-duration": 0 },
    },
  ];
}
