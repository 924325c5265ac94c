import type { StateCreator } from "zustand/vanilla";
import type { PageState } from "./page-state.ts";
import { nothing } from "./selection.ts";

/** Longitude and latitude in degrees, WGS 84. */
type Place = readonly [longitude: number, latitude: number];

/** An area somebody draws to ask for its people: its corners so far, or its closed ring. Kept in this window only. */
export type DrawnArea =
  | { kind: "drawing"; corners: readonly Place[] }
  | { kind: "drawn"; ring: readonly Place[] };

export interface DrawnAreaSlice {
  drawnArea: DrawnArea | null;
  /** Whether its profile stands in the place of the map; nothing without an area that is drawn. */
  isQuarterProfiled: boolean;
  /** Begins a new one in place of what is looked at and of what was drawn. */
  beginArea: () => void;
  changeArea: (area: DrawnArea | null) => void;
  profileQuarter: (isProfiled: boolean) => void;
}

export const createDrawnAreaSlice: StateCreator<PageState, [], [], DrawnAreaSlice> = (set) => ({
  drawnArea: null,
  isQuarterProfiled: false,
  beginArea: () =>
    set({
      drawnArea: { kind: "drawing", corners: [] },
      isQuarterProfiled: false,
      look: nothing,
      isInViewOpen: false,
      isRightFolded: false,
    }),
  changeArea: (drawnArea) => set({ drawnArea }),
  profileQuarter: (isQuarterProfiled) => set({ isQuarterProfiled }),
});
