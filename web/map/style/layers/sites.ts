import type { ExpressionSpecification, LayerSpecification } from "@maplibre/maplibre-gl-style-spec";
import { from, growing, type ThemeBuilder } from "../style-context.ts";
import { pictogramZoomOf } from "./facilities.ts";
import { lockLayer } from "./lock.ts";
import { selectedLines, selectedPoint } from "./selection.ts";

const use: ExpressionSpecification = ["coalesce", ["get", "use"], ""];

/** Geplante Standorte and Standortskizzen: the supply layer is told by shape, the plot by a thin outline. */
const sites =
  (imageOf: (isSmall: boolean, image: string) => ExpressionSpecification): ThemeBuilder =>
  (context, { layer, opacity }, origin) => {
    const { colours, scale, image, scene } = context;
    const pictogramZoom = pictogramZoomOf(scene);
    // Planning shows what serves the kind it asks about; everywhere else all sites are shown.
    const types = scene.planning?.facilityTypes;
    const isShown: ExpressionSpecification = types ? ["in", use, ["literal", [...types]]] : ["literal", true];
    const id = (part: string) => `${layer.layer}/${part}${origin.suffix}`;
    const plot: LayerSpecification[] = [
      {
        id: id("fill"),
        type: "fill",
        ...from(origin),
        filter: isShown,
        paint: { "fill-color": colours.facility, "fill-opacity": 0.12 * opacity, "fill-antialias": false },
      },
      {
        id: id("line"),
        type: "line",
        ...from(origin),
        filter: ["all", ["!=", ["geometry-type"], "Point"], isShown],
        minzoom: pictogramZoom,
        paint: {
          "line-color": colours.facility,
          "line-width": growing(scale, [12, 1], [16, 1.6]),
          "line-dasharray": [2, 1.5],
          "line-opacity": opacity,
        },
      },
    ];
    return [
      ...plot,
      ...selectedLines(context, layer.layer, origin),
      {
        id: id("symbol"),
        type: "symbol",
        ...from(origin.points),
        filter: ["all", ["==", ["geometry-type"], "Point"], isShown],
        layout: {
          "icon-image": ["step", ["zoom"], imageOf(true, image), pictogramZoom, imageOf(false, image)],
          "icon-allow-overlap": true,
          "icon-padding": 1,
        },
        paint: { "icon-opacity": opacity },
      },
      ...lockLayer(context, layer.layer, origin, opacity, isShown),
      selectedPoint(context, layer.layer, origin, 12),
    ];
  };

const supplyLayer: ExpressionSpecification = ["coalesce", ["get", "layer"], "IDEE"];

export const plannedSites = sites((isSmall, image) =>
  isSmall
    ? ["concat", `${image}site:`, supplyLayer, "::small"]
    : ["concat", `${image}site:`, supplyLayer, ":", use],
);

export const candidateSites = sites((isSmall, image) =>
  isSmall ? ["concat", `${image}candidate:`, ":small"] : ["concat", `${image}candidate:`, use],
);
