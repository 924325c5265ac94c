import type { Map as MapLibreMap } from "maplibre-gl";

/**
 * Shows this extent and nothing beyond what the window shows around it. The limits are those of the window, not of
 * the extent: MapLibre would otherwise cut it to the window's proportions. A window of another size is fitted anew.
 */
export function lockExtent(
  map: MapLibreMap,
  [west, south, east, north]: readonly [number, number, number, number],
): void {
  const fitWindow = () => {
    map.setMaxBounds(null);
    map.setMinZoom(0);
    map.fitBounds([west, south, east, north], { animate: false, padding: 8 });
    map.setMinZoom(map.getZoom());
    map.setMaxBounds(map.getBounds());
  };
  map.dragRotate.disable();
  map.keyboard.disableRotation();
  fitWindow();
  map.on("resize", fitWindow);
}
