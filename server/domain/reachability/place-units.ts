import { coordinateUnits } from "../network/walking-network.ts";
import type { Place } from "./reachability.ts";

/** A place in whole coordinate units, as the network and the grid have them. */
export function inUnits({ longitude, latitude }: Place): Place {
  return {
    longitude: Math.round(longitude * coordinateUnits),
    latitude: Math.round(latitude * coordinateUnits),
  };
}
