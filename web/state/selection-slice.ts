import type { StateCreator } from "zustand/vanilla";
import type { MapHit, SceneSelection } from "../map/map-scene.ts";
import type { PageState } from "./page-state.ts";
import { type Look, lookAt, nothing } from "./selection.ts";

export interface SelectionSlice {
  look: Look;
  hover: MapHit | null;
  pickOnMap: (hits: readonly MapHit[]) => void;
  select: (selection: SceneSelection) => void;
  clearSelection: () => void;
  hoverOver: (hit: MapHit | null) => void;
}

export const createSelectionSlice: StateCreator<PageState, [], [], SelectionSlice> = (set) => ({
  look: nothing,
  hover: null,
  pickOnMap: (hits) => set(pickedSketch(hits) ?? { look: lookAt(hits), planningResult: "none" }),
  select: (selection) => set({ look: { kind: "one", selection, alsoHere: [] } }),
  clearSelection: () => set({ look: nothing }),
  hoverOver: (hover) => set({ hover }),
});

/** Something of planning is no selection: a sketch comes in hand, a suggested site opens its suggestion. */
function pickedSketch(hits: readonly MapHit[]): Partial<PageState> | null {
  const hit = hits.find(({ selection }) => selection.kind === "sketch");
  if (hit?.selection.kind !== "sketch") return null;
  if (hit.layer === "planning-sites")
    return { look: nothing, siteInHand: hit.selection.id, planningResult: "site" };
  return hit.layer === "planning-suggestions" ? { look: nothing, planningResult: "suggestion" } : {};
}
