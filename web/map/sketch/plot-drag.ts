import type { Map as MapLibreMap } from "maplibre-gl";
import {
  TerraDraw,
  TerraDrawPolygonMode,
  TerraDrawSelectMode,
  ValidateNotSelfIntersecting,
} from "terra-draw";
import { TerraDrawMapLibreGLAdapter } from "terra-draw-maplibre-gl-adapter";
import { reach } from "../interactions/picking.ts";
import { cornersOf, ringOf } from "./plot-draft.ts";
import type { Place } from "./sketch.ts";
import type { SketchModel } from "./sketch-model.ts";

/** Hands pointer events to the drawing library, but lets the map's own style draw what comes of them. */
class UndrawnAdapter extends TerraDrawMapLibreGLAdapter<MapLibreMap> {
  override render(): void {}
  override clear(): void {}
}

const plotId = "00000000-0000-4000-8000-000000000001";

/**
 * Lets corners and middles of sides be dragged with mouse, pen or finger, as the quicker way beside picking up and
 * putting down. The model stays the truth: it hears of every move, and a drag is one step of it.
 */
export function bindPlotDrag(map: MapLibreMap, model: SketchModel): { follow: () => void; end: () => void } {
  const draw = new TerraDraw({
    adapter: new UndrawnAdapter({ map, coordinatePrecision: 12 }),
    modes: [
      new TerraDrawPolygonMode(),
      new TerraDrawSelectMode({
        allowManualDeselection: false,
        keyEvents: null,
        pointerDistance: reach.drawing,
        cursors: { pointerOver: "crosshair" },
        flags: {
          polygon: {
            feature: {
              validation: ValidateNotSelfIntersecting,
              coordinates: { draggable: true, midpoints: { draggable: true } },
            },
          },
        },
      }),
    ],
  });
  let before: readonly Place[] | null = null;
  let isOurs = false;
  let taken: readonly Place[] | null = null;

  const dragged = (): readonly Place[] => {
    const geometry = draw.getSnapshotFeature(plotId)?.geometry;
    return geometry?.type === "Polygon" ? cornersOf(geometry.coordinates[0] as [number, number][]) : [];
  };
  const take = () => {
    const corners = model.corners();
    if (corners === taken || before) return;
    taken = corners;
    isOurs = true;
    draw.clear();
    if (corners.length >= 3) {
      draw.addFeatures([
        {
          type: "Feature",
          id: plotId,
          properties: { mode: "polygon" },
          geometry: { type: "Polygon", coordinates: [ringOf(corners).map((corner) => [...corner])] },
        },
      ]);
      draw.selectFeature(plotId);
    }
    isOurs = false;
  };
  draw.start();
  draw.setMode("select");
  take();
  draw.on("change", (ids, type) => {
    if (isOurs || type !== "update" || !ids.includes(plotId)) return;
    before ??= model.corners();
    model.showDragged(dragged());
  });
  draw.on("finish", (_, { action }) => {
    // The drag that put the corner in goes on.
    if (action === "insertMidpoint") return;
    const start = before;
    before = null;
    if (start) model.dropDragged(start, dragged());
  });
  return {
    /** The model may have changed by other ways. */
    follow: take,
    end: () => {
      isOurs = true;
      draw.stop();
    },
  };
}
