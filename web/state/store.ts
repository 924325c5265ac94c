import { createStore, type StoreApi } from "zustand/vanilla";
import { createDrawnAreaSlice } from "./drawn-area-slice.ts";
import { createFrameSlice } from "./frame-slice.ts";
import { createMonitoringSlice } from "./monitoring-slice.ts";
import type { PageState } from "./page-state.ts";
import { createPlanningSlice } from "./planning-slice.ts";
import { createPresentationSlice } from "./presentation-slice.ts";
import { createReadingSlice } from "./reading-slice.ts";
import { createScenarioSlice } from "./scenario-slice.ts";
import { createSelectionSlice } from "./selection-slice.ts";
import { createViewSlice } from "./view-slice.ts";

export type PageStore = StoreApi<PageState>;

/** The one store; React, the address bar and tests subscribe to it. */
export function createPageStore(start: Partial<PageState> = {}): PageStore {
  return createStore<PageState>()((...parts) => ({
    ...createViewSlice(...parts),
    ...createSelectionSlice(...parts),
    ...createFrameSlice(...parts),
    ...createPlanningSlice(...parts),
    ...createMonitoringSlice(...parts),
    ...createReadingSlice(...parts),
    ...createScenarioSlice(...parts),
    ...createPresentationSlice(...parts),
    ...createDrawnAreaSlice(...parts),
    ...start,
  }));
}
