import type { GeoJSONSource, Map as MapLibreMap, MapMouseEvent } from "maplibre-gl";
import type { MapEvents, MapHit, MapScene } from "../map-scene.ts";
import { type ClusterHit, keyOf, reach, thingsAt } from "./picking.ts";

const clusterZoomStep = 2;

export interface PointerBinding {
  pickAt: (at: { x: number; y: number }, tolerance: number) => void;
  destroy: () => void;
}

/** Pointing and clicking: hover names one thing, a click hands over everything that lies there. */
export function bindPointer(
  map: MapLibreMap,
  scene: () => MapScene,
  events: MapEvents,
  showHovered: (hit: MapHit | null) => void,
  /** While somebody draws, the pointer is theirs. */
  isDrawing: () => boolean = () => false,
): PointerBinding {
  let hovered = "";
  let frame = 0;

  const pickAt = (at: { x: number; y: number }, tolerance: number) => {
    const { cluster, hits } = thingsAt(map, scene(), at, tolerance);
    if (cluster) void openCluster(map, cluster);
    else events.onPick(hits);
  };
  const hover = (hit: MapHit | null, isCluster: boolean) => {
    map.getCanvas().style.cursor = (hit && hit.selection.kind !== "area") || isCluster ? "pointer" : "";
    const key = hit ? keyOf(hit) : "";
    if (key === hovered) return;
    hovered = key;
    showHovered(hit);
    events.onHover(hit);
  };
  const onMove = (event: MapMouseEvent) => {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(() => {
      if (map.isMoving() || isDrawing()) return;
      const { cluster, hits } = thingsAt(map, scene(), event.point, reach.mouse);
      hover(cluster ? null : (hits[0] ?? null), cluster !== null);
    });
  };
  const onOut = () => {
    cancelAnimationFrame(frame);
    hover(null, false);
  };
  const onClick = (event: MapMouseEvent) => {
    if (isDrawing()) return;
    const isTouch = (event.originalEvent as PointerEvent).pointerType === "touch";
    pickAt(event.point, isTouch ? reach.touch : reach.mouse);
  };
  map.on("mousemove", onMove);
  map.on("mouseout", onOut);
  // What was under a resting pointer has moved away.
  map.on("movestart", onOut);
  map.on("click", onClick);
  return {
    pickAt,
    destroy: () => {
      cancelAnimationFrame(frame);
      map.off("mousemove", onMove);
      map.off("mouseout", onOut);
      map.off("movestart", onOut);
      map.off("click", onClick);
    },
  };
}

async function openCluster(map: MapLibreMap, cluster: ClusterHit): Promise<void> {
  const source = map.getSource(cluster.source);
  const asked =
    cluster.expansionZoom ??
    (source?.type === "geojson"
      ? await (source as GeoJSONSource).getClusterExpansionZoom(cluster.clusterId)
      : map.getZoom() + clusterZoomStep);
  map.easeTo({
    center: cluster.position,
    zoom: Math.max(asked, map.getZoom() + 0.5),
    duration: 250,
  });
}
