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
  pickOnMap: (hits) => set({ look: lookAt(hits) }),
  select: (selection) => set({ look: { kind: "one", selection, alsoHere: [] } }),
  clearSelection: () => set({ look: nothing }),
  hoverOver: (hover) => set({ hover }),
});
