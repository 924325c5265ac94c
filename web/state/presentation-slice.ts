import type { StateCreator } from "zustand/vanilla";
import type { PageState } from "./page-state.ts";

/** A view as it is shown in a meeting. */
export interface PresentedView {
  id: string;
  title: string;
  sentence: string;
  /** Query text, with "?" in front. */
  address: string;
}

/** Vorführung: views somebody steps through in the Sitzungsdarstellung. */
export interface Presentation {
  views: readonly PresentedView[];
  /** Index of the view shown. */
  at: number;
  /** Whether the Sitzungsdarstellung was on before. */
  wasMeeting: boolean;
  /** Address of the page as it was before. */
  before: string;
  /** False where the browser did not give the page the whole screen. */
  isFullScreen: boolean;
}

/** What is kept of saved views while they are looked at. It is in no address and goes with the person. */
export interface PresentationSlice {
  presentation: Presentation | null;
  /** The one view opened last from a list, until it is put away. */
  openedView: PresentedView | null;
  present: (begin: Pick<Presentation, "views" | "at" | "before">) => void;
  /** To the next or the previous view; at the ends nothing happens. */
  stepView: (by: 1 | -1) => void;
  noteFullScreen: (isFullScreen: boolean) => void;
  endPresentation: () => void;
  noteOpenedView: (view: PresentedView | null) => void;
}

export const createPresentationSlice: StateCreator<PageState, [], [], PresentationSlice> = (set) => ({
  presentation: null,
  openedView: null,
  present: ({ views, at, before }) =>
    set(({ isMeeting }) => ({
      presentation: { views, at, before, wasMeeting: isMeeting, isFullScreen: true },
      openedView: null,
      isMeeting: true,
    })),
  stepView: (by) =>
    set(({ presentation }) => {
      const at = (presentation?.at ?? 0) + by;
      return presentation?.views[at] ? { presentation: { ...presentation, at } } : {};
    }),
  noteFullScreen: (isFullScreen) =>
    set(({ presentation }) =>
      presentation && presentation.isFullScreen !== isFullScreen
        ? { presentation: { ...presentation, isFullScreen } }
        : {},
    ),
  endPresentation: () =>
    set(({ presentation, isMeeting }) => ({
      presentation: null,
      openedView: null,
      isMeeting: presentation?.wasMeeting ?? isMeeting,
    })),
  noteOpenedView: (openedView) => set({ openedView }),
});
