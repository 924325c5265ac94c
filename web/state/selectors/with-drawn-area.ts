import type { PlanningScene } from "../../map/map-scene.ts";
import type { DrawnArea } from "../drawn-area-slice.ts";

/** The scene with a drawn area on it; while it is being drawn there is room for the draft only. */
export function withDrawnArea(scene: PlanningScene | null, area: DrawnArea | null): PlanningScene | null {
  if (!area) return scene;
  const empty = { cells: null, catchment: [], sites: [], suggestions: [], duplicates: [], closed: [] };
  return { ...(scene ?? empty), ...(area.kind === "drawn" ? { drawnArea: area.ring } : {}) };
}
