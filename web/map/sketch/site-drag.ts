import type { Map as MapLibreMap } from "maplibre-gl";
import { reach } from "../interactions/picking.ts";
import type { dragDisplay } from "./drag-display.ts";
import { perFrame } from "./per-frame.ts";
import type { Place, SketchCallbacks } from "./sketch.ts";

const siteLayers = ["planning/site-in-hand", "planning/site"];
/** Movement below this is a click. */
const stillPixels = 4;

interface HeldSite {
  id: string;
  pointer: number;
  /** From the pointer to the middle of the symbol, so that it does not jump. */
  offset: { x: number; y: number };
  from: { x: number; y: number };
  isMoved: boolean;
}

/**
 * Lets sketched sites be dragged with mouse, pen or finger: the symbol follows at once, the page hears of it at
 * most once per frame. Escape puts the site back. Returns the undoing.
 */
export function bindSiteDrag(
  map: MapLibreMap,
  drag: ReturnType<typeof dragDisplay>,
  callbacks: SketchCallbacks,
): () => void {
  const canvas = map.getCanvas();
  let held: HeldSite | null = null;

  const at = (event: PointerEvent) => {
    const { left, top } = canvas.getBoundingClientRect();
    return { x: event.clientX - left, y: event.clientY - top };
  };
  const siteAt = ({ x, y }: { x: number; y: number }, tolerance: number) => {
    const layers = siteLayers.filter((id) => map.getLayer(id));
    if (layers.length === 0) return null;
    const box: [[number, number], [number, number]] = [
      [x - tolerance, y - tolerance],
      [x + tolerance, y + tolerance],
    ];
    const found = map.queryRenderedFeatures(box, { layers })[0];
    if (found?.geometry.type !== "Point") return null;
    return { id: String(found.properties.id), place: found.geometry.coordinates as [number, number] };
  };
  const moves = perFrame(({ id, place }: { id: string; place: Place }) => {
    drag.hold(id, place);
    callbacks.onDrag?.(place, id);
  });
  const placeOf = (event: PointerEvent, { offset }: HeldSite): Place => {
    const { x, y } = at(event);
    const { lng, lat } = map.unproject([x + offset.x, y + offset.y]);
    return [lng, lat];
  };
  const letGo = () => {
    held = null;
    map.dragPan.enable();
    canvas.style.cursor = "";
  };

  const onDown = (event: PointerEvent) => {
    if (held || event.button !== 0 || !event.isPrimary) return;
    const from = at(event);
    const site = siteAt(from, event.pointerType === "touch" ? reach.touch : reach.mouse);
    if (!site) return;
    const middle = map.project(site.place);
    const offset = { x: middle.x - from.x, y: middle.y - from.y };
    held = { id: site.id, pointer: event.pointerId, offset, from, isMoved: false };
    map.dragPan.disable();
  };
  const onMove = (event: PointerEvent) => {
    if (held?.pointer !== event.pointerId) return;
    const { x, y } = at(event);
    held.isMoved ||= Math.hypot(x - held.from.x, y - held.from.y) > stillPixels;
    if (!held.isMoved) return;
    canvas.style.cursor = "grabbing";
    moves.give({ id: held.id, place: placeOf(event, held) });
  };
  const onUp = (event: PointerEvent) => {
    if (held?.pointer !== event.pointerId) return;
    const site = held;
    letGo();
    moves.flush();
    if (!site.isMoved) return;
    drag.release();
    callbacks.onDragEnd?.(placeOf(event, site), site.id);
  };
  const putBack = () => {
    if (!held) return;
    const { id, isMoved } = held;
    letGo();
    moves.drop();
    drag.restore();
    if (isMoved) callbacks.onDragCancel?.(id);
  };
  const onCancel = (event: PointerEvent) => {
    if (held?.pointer === event.pointerId) putBack();
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== "Escape" || !held) return;
    event.stopPropagation();
    putBack();
  };
  canvas.addEventListener("pointerdown", onDown);
  // A drag goes on where the pointer leaves the map.
  window.addEventListener("pointermove", onMove);
  window.addEventListener("pointerup", onUp);
  window.addEventListener("pointercancel", onCancel);
  window.addEventListener("keydown", onKey, true);
  return () => {
    putBack();
    canvas.removeEventListener("pointerdown", onDown);
    window.removeEventListener("pointermove", onMove);
    window.removeEventListener("pointerup", onUp);
    window.removeEventListener("pointercancel", onCancel);
    window.removeEventListener("keydown", onKey, true);
  };
}
