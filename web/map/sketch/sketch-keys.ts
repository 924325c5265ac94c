import type { Map as MapLibreMap } from "maplibre-gl";
import type { Place } from "./sketch.ts";
import { movedBy, stepOf } from "./steps.ts";

export interface SketchKeyActions {
  onStep: (place: Place) => void;
  onEnter: (place: Place) => void;
  onRemove: () => void;
  onUndo: () => void;
  onFinish: () => void;
  onEscape: () => void;
  /** Corner after (1) or before (-1) the one under the crosshair; null where there is none. */
  nextCorner: (current: Place, by: 1 | -1) => Place | null;
}

/** The part of a map the crosshair needs. */
type CrosshairMap = Pick<MapLibreMap, "getCanvas" | "getCenter" | "jumpTo" | "on" | "off">;

/**
 * The keyboard while drawing. The crosshair is the middle of the map, so it is never out of view: arrows move the
 * map under it by exact metres. Its place is kept beside the map's own centre, which is rounded. Returns the undoing.
 */
export function bindSketchKeys(map: CrosshairMap, actions: SketchKeyActions): () => void {
  const canvas = map.getCanvas();
  let place: Place | null = null;
  let isStepping = false;

  const current = (): Place => {
    if (place) return place;
    const { lng, lat } = map.getCenter();
    return [lng, lat];
  };
  const goTo = (next: Place) => {
    place = next;
    isStepping = true;
    map.jumpTo({ center: [...next] });
    isStepping = false;
    actions.onStep(next);
  };
  const keys: Readonly<Record<string, (event: KeyboardEvent) => void>> = {
    Enter: (event) => (event.ctrlKey || event.metaKey ? actions.onFinish() : actions.onEnter(current())),
    Backspace: actions.onRemove,
    Delete: actions.onRemove,
    Escape: actions.onEscape,
    PageDown: () => jump(1),
    PageUp: () => jump(-1),
  };
  const jump = (by: 1 | -1) => {
    const next = actions.nextCorner(current(), by);
    if (next) goTo(next);
  };
  const onKey = (event: KeyboardEvent) => {
    const step = stepOf(event);
    const isUndo = event.key.toLowerCase() === "z" && (event.ctrlKey || event.metaKey);
    const act = isUndo ? actions.onUndo : keys[event.key];
    if (!step && !act) return;
    // Neither MapLibre's own arrows nor picking nor the browser's way back shall hear of it.
    event.preventDefault();
    event.stopImmediatePropagation();
    if (step) goTo(movedBy(current(), step));
    else act?.(event);
  };
  const onMoved = () => {
    if (!isStepping) place = null;
  };
  canvas.addEventListener("keydown", onKey, true);
  map.on("move", onMoved);
  return () => {
    canvas.removeEventListener("keydown", onKey, true);
    map.off("move", onMoved);
  };
}
