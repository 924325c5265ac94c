import type { DrawnAreaSlice } from "./drawn-area-slice.ts";
import type { FrameSlice } from "./frame-slice.ts";
import type { MonitoringSlice } from "./monitoring-slice.ts";
import type { PlanningSlice } from "./planning-slice.ts";
import type { PresentationSlice } from "./presentation-slice.ts";
import type { ReadingSlice } from "./reading-slice.ts";
import type { ScenarioSlice } from "./scenario-slice.ts";
import type { SelectionSlice } from "./selection-slice.ts";
import type { ViewSlice } from "./view-slice.ts";

/** Everything the page remembers, made of slices. */
export type PageState = ViewSlice &
  SelectionSlice &
  FrameSlice &
  PlanningSlice &
  MonitoringSlice &
  ReadingSlice &
  ScenarioSlice &
  PresentationSlice &
  DrawnAreaSlice;
