import { createContext, type RefObject, useContext } from "react";
import type { MapHandle, MapTarget } from "../../map/map-controller.ts";

/** The map, for parts of the page that ask it to move; null while it is not there. */
export const MapHandleContext = createContext<RefObject<MapHandle | null> | null>(null);

export function useMapHandle(): RefObject<MapHandle | null> {
  const handle = useContext(MapHandleContext);
  if (!handle) throw new Error("MapHandleContext is missing around this component");
  return handle;
}

/** Free room around what the map is asked to show, in pixels. */
const room = 48;

/** Moves the map, if there is one, to what somebody asked to see. */
export function useJump(): (target: MapTarget) => void {
  const handle = useMapHandle();
  return (target) => handle.current?.moveTo(target, "bounds" in target ? { padding: room } : {});
}
