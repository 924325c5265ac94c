import type { GeoJSONSource, Map as MapLibreMap, MapMouseEvent } from "maplibre-gl";
import { sketch as german } from "../../i18n/de/sketch.ts";
import { sketch as english } from "../../i18n/en/sketch.ts";
import { reach } from "../interactions/picking.ts";
import type { MapScene } from "../map-scene.ts";
import { planningSources } from "../style/planning-sources.ts";
import { crosshairOn, placeText } from "./crosshair.ts";
import { draftData } from "./draft-data.ts";
import type { dragDisplay } from "./drag-display.ts";
import { perFrame } from "./per-frame.ts";
import type { bindPlotDrag } from "./plot-drag.ts";
import { reachedAt, reachedOnGround } from "./reached.ts";
import { bindSiteDrag } from "./site-drag.ts";
import type { MapSketchMode, Place, SketchCallbacks } from "./sketch.ts";
import { bindSketchKeys } from "./sketch-keys.ts";
import { type SketchModel, sketchModel } from "./sketch-model.ts";

export interface SketchParts {
  map: MapLibreMap;
  container: HTMLElement;
  scene: () => MapScene;
  drag: ReturnType<typeof dragDisplay>;
}

export interface SketchWish {
  mode: MapSketchMode;
  callbacks: SketchCallbacks;
  ring: readonly Place[];
  /** Where focus was before. */
  cameFrom: Element | null;
}

export interface RunningSketch {
  setCorners: (corners: readonly Place[]) => void;
  removeLast: () => void;
  undo: () => void;
  finish: () => void;
  /** Puts the draft on the map again, after a scene has been drawn. */
  draw: () => void;
  end: () => void;
}

const nothing = () => undefined;

/** Begins drawing on the map. In "none" sites can be dragged and nothing is drawn. */
export function startSketch(parts: SketchParts, wish: SketchWish): RunningSketch {
  const { mode, callbacks } = wish;
  if (mode === "none") {
    const end = bindSiteDrag(parts.map, parts.drag, callbacks);
    return { setCorners: nothing, removeLast: nothing, undo: nothing, finish: nothing, draw: nothing, end };
  }
  return startDrawing(parts, { ...wish, mode });
}

function startDrawing(
  { map, container, scene }: SketchParts,
  { mode, callbacks, ring, cameFrom }: SketchWish & { mode: Exclude<MapSketchMode, "none"> },
): RunningSketch {
  const canvas = map.getCanvas();
  const { language } = scene();
  const words = language === "en" ? english : german;
  const crosshair = crosshairOn(container);

  const putDraft = () => {
    const source = map.getSource<GeoJSONSource>(planningSources.draft);
    void source?.setData(draftData(model.shown()));
  };
  const frames = perFrame<void>(() => {
    plotDrag?.follow();
    putDraft();
  });
  let plotDrag: ReturnType<typeof bindPlotDrag> | null = null;
  const draw = () => frames.give();
  const model: SketchModel = sketchModel({
    mode,
    callbacks,
    ring,
    words,
    say: crosshair.say,
    redraw: draw,
  });

  const onClick = (event: MapMouseEvent) => {
    const isTouch = (event.originalEvent as PointerEvent).pointerType === "touch";
    crosshair.hide();
    model.choose(
      [event.lngLat.lng, event.lngLat.lat],
      reachedAt(map, model.corners(), event.point, isTouch ? reach.touch : reach.drawing),
    );
  };
  const onMove = (event: MapMouseEvent) => {
    canvas.style.cursor = "crosshair";
    model.hover([event.lngLat.lng, event.lngLat.lat]);
  };
  const onOut = () => model.hover(null);

  const show = (place: Place, isMoved: boolean) =>
    crosshair.show(placeText(place, scene().language, words), isMoved);
  const unbindKeys = bindSketchKeys(map, {
    onStep: (place) => {
      show(place, true);
      model.hover(place);
    },
    onEnter: (place) => {
      show(place, false);
      model.choose(
        place,
        mode === "plot"
          ? reachedOnGround(model.corners(), place)
          : reachedAt(map, model.corners(), map.project([...place]), reach.keyboard),
      );
    },
    onRemove: model.removeLast,
    onUndo: model.undo,
    onFinish: model.finish,
    nextCorner: (current, by) => {
      const corners = model.corners();
      if (corners.length === 0 || model.held() !== null) return null;
      const at = reachedOnGround(corners, current).corner;
      const next =
        at === null ? (by > 0 ? 0 : corners.length - 1) : (at + by + corners.length) % corners.length;
      crosshair.say(words.cornerAt(next + 1, corners.length));
      return corners[next]!;
    },
    onEscape: () => {
      if (model.escape()) return;
      crosshair.say(words.ended);
      giveBackFocus();
      callbacks.onCancel?.();
    },
  });
  const giveBackFocus = () => {
    if (document.activeElement === canvas && cameFrom instanceof HTMLElement && cameFrom.isConnected) {
      cameFrom.focus();
    }
  };
  let isOver = false;
  if (mode === "edit-plot") {
    // The drawing library is large and needed for dragging corners only; clicks and keys do without it.
    void import("./plot-drag.ts").then((library) => {
      if (!isOver) plotDrag = library.bindPlotDrag(map, model);
    });
  }

  map.on("click", onClick);
  map.on("mousemove", onMove);
  map.on("mouseout", onOut);
  map.doubleClickZoom.disable();
  canvas.style.cursor = "crosshair";
  canvas.focus({ preventScroll: true });
  const hasCorners = mode === "plot" || mode === "edit-plot";
  crosshair.say([words.begin[mode], words.steps, ...(hasCorners ? [words.cornerKeys] : [])].join(" "));
  draw();

  return {
    setCorners: model.setCorners,
    removeLast: model.removeLast,
    undo: model.undo,
    finish: model.finish,
    draw,
    end: () => {
      isOver = true;
      frames.drop();
      plotDrag?.end();
      unbindKeys();
      map.off("click", onClick);
      map.off("mousemove", onMove);
      map.off("mouseout", onOut);
      map.doubleClickZoom.enable();
      canvas.style.cursor = "";
      giveBackFocus();
      crosshair.remove();
      const empty = { corners: [], next: null, held: null, isClosed: false };
      void map.getSource<GeoJSONSource>(planningSources.draft)?.setData(draftData(empty));
    },
  };
}
