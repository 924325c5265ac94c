import type { StateCreator } from "zustand/vanilla";
import type { Question } from "#domain/analysis/question.ts";
import type { ProfileCode } from "#domain/network/profile.ts";
import type { SupplyLayer } from "#domain/site/site-fields.ts";
import type { PageState } from "./page-state.ts";

/** What the tab "Planen" shows on the map, one question at a time. */
export const planningViews = ["gaps", "duplicates", "suggestions"] as const;
export type PlanningView = (typeof planningViews)[number];

/** What the next click on the map does. */
export type SketchMode = "none" | "point" | "plot" | "why-not";

export interface PlanningSlice {
  /** Kind of the standard asked about; null until the parameters are there. */
  planningKind: string | null;
  supplyLayersCounted: readonly SupplyLayer[];
  /** null is the standard's own. */
  wayProfile: ProfileCode | null;
  wayLimit: NonNullable<Question["limit"]> | null;
  planningView: PlanningView;
  sketchMode: SketchMode;
  /** Id of the sketched site in hand. */
  siteInHand: string | null;
  /** Ids of sites compared with each other and with doing nothing. */
  sitesCompared: readonly string[];

  plan: (change: Partial<PlanningFacts>) => void;
}
export type PlanningFacts = Omit<PlanningSlice, "plan">;

export const untouchedPlanning: PlanningFacts = {
  planningKind: null,
  supplyLayersCounted: ["BESTAND", "BESCHLOSSEN"],
  wayProfile: null,
  wayLimit: null,
  planningView: "gaps",
  sketchMode: "none",
  siteInHand: null,
  sitesCompared: [],
};

export const createPlanningSlice: StateCreator<PageState, [], [], PlanningSlice> = (set) => ({
  ...untouchedPlanning,
  plan: (change) => set(change),
});
