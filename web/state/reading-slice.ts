import type { StateCreator } from "zustand/vanilla";
import type { Reading } from "#domain/view/view-words.ts";
import type { PageState } from "./page-state.ts";

export interface ReadingFacts {
  reading: Reading;
  /** Period the change is counted from; null is the first there is. */
  since: string | null;
  /** Whether the city's own change is taken off. */
  isRelative: boolean;
  /** Code of the second indicator of a pair; null while none is chosen. */
  pairedWith: string | null;
  /** Numbers of the areas a range of figures picked, on the level shown; null keeps all. It is in no address. */
  keptAreas: ReadonlySet<string> | null;
}

export interface ReadingSlice extends ReadingFacts {
  read: (change: Partial<ReadingFacts>) => void;
}

export const untouchedReading: ReadingFacts = {
  reading: "value",
  since: null,
  isRelative: false,
  pairedWith: null,
  keptAreas: null,
};

export const createReadingSlice: StateCreator<PageState, [], [], ReadingSlice> = (set) => ({
  ...untouchedReading,
  // Another reading has other classes, and other figures to pick areas by.
  read: (change) =>
    set({ ...change, ...("keptAreas" in change ? {} : { keptAreas: null }), keptClass: null }),
});
