import type { PopulationGrid } from "../demand/population-grid.ts";
import type { ProfileParameters } from "../network/profile.ts";
import type { WalkingNetwork } from "../network/walking-network.ts";
import { airLineReachability } from "./air-line-reachability.ts";
import { networkReachability } from "./network-reachability.ts";
import type { Reachability, WayMeasure } from "./reachability.ts";

export interface ReachabilityInput {
  /** Null where the city has none: ways are then lengthened air lines, and every screen says so. */
  network: WalkingNetwork | null;
  grid: Pick<PopulationGrid, "cellCount" | "longitude" | "latitude">;
  profile: ProfileParameters;
  measure: WayMeasure;
}

/**
 * Ways of a profile between places and cells. Expensive to make (every cell is brought to its street), cheap
 * to ask: keep it as long as network, grid and profile stay. Throws `UnknownSpeedError` for minutes without a
 * speed.
 */
export function makeReachability(input: ReachabilityInput): Reachability {
  const { network } = input;
  return network === null ? airLineReachability(input) : networkReachability({ ...input, network });
}
