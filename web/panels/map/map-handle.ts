import { createContext, type RefObject, useContext } from "react";
import { useOpened } from "../../data/opened.ts";
import type { MapHandle, MapTarget } from "../../map/map-controller.ts";

/** The map, for parts of the page that ask it to move; null while it is not there. */
export const MapHandleContext = createContext<RefObject<MapHandle | null> | null>(null);

export function useMapHandle(): RefObject<MapHandle | null> {
  const handle = useContext(MapHandleContext);
  if (!handle) throw new Error("MapHandleContext is missing around this component");
  return handle;
}

/** Room for what lies over the map: title sentence above, notice and scale (and the low sheet) below. */
export function cityPadding() {
  const isBeside = matchMedia("(min-width: 1024px)").matches;
  return isBeside
    ? { top: 108, right: 64, bottom: 40, left: 24 }
    : { top: 72, right: 16, bottom: 120, left: 16 };
}

/** Shows the whole city beside everything that lies over the map. */
export function useShowCity(): () => void {
  const handle = useMapHandle();
  const { city } = useOpened();
  return () => handle.current?.moveTo({ bounds: city.bounds }, { padding: cityPadding() });
}

/** Free room around what the map is asked to show, in pixels. */
const room = 48;

/** Moves the map, if there is one, to what somebody asked to see. */
export function useJump(): (target: MapTarget) => void {
  const handle = useMapHandle();
  return (target) => handle.current?.moveTo(target, "bounds" in target ? { padding: room } : {});
}
