import type { StateCreator } from "zustand/vanilla";
import type { Question } from "#domain/analysis/question.ts";
import type { FacilityTypeCode } from "#domain/facility/facility-types.ts";
import type { ProfileCode } from "#domain/network/profile.ts";
import { equalWeights, type SuitabilityWeights } from "#domain/placement/suitability.ts";
import type { SupplyLayer } from "#domain/site/site-fields.ts";
import type { PlanningView } from "#domain/view/view-words.ts";
import type { PlanningScene } from "../map/map-scene.ts";
import type { PageState } from "./page-state.ts";

/** What the next click on the map does. */
export type SketchMode = "none" | "point" | "plot" | "move" | "why-not";

/** The sheet of the site in hand, the table of sites compared, or the outcome of a suggestion. */
export type PlanningResult = "none" | "site" | "comparison" | "suggestion";

export interface PlanningSlice {
  /** Kind of the standard asked about; null until the parameters are there. */
  planningKind: string | null;
  /** Which of the standard's usual sizes a new sketch gets. */
  planningSize: number;
  supplyLayersCounted: readonly SupplyLayer[];
  /** null is the standard's own. */
  wayProfile: ProfileCode | null;
  wayLimit: NonNullable<Question["limit"]> | null;
  /** Further limits of the catchment drawn, in the measure of the longest way, ascending. */
  wayBreaks: readonly number[];
  planningView: PlanningView;
  /** Layers of other themes drawn under the question. */
  planningLayers: readonly string[];
  sketchMode: SketchMode;
  /** Id of the sketched site in hand. */
  siteInHand: string | null;
  /** Ids of sites compared with each other and with doing nothing. */
  sitesCompared: readonly string[];
  /** How much each criterion counts in the suitability of sites compared. */
  suitabilityWeights: SuitabilityWeights;
  /** What the right panel tells instead of the selection. */
  planningResult: PlanningResult;
  /**
   * What planning computed for the rest of the page, null elsewhere. The part that computes is loaded when it
   * is opened and writes here, so that the first view need not know it.
   */
  planningShown: PlanningShown | null;

  plan: (change: Partial<PlanningFacts>) => void;
}
export type PlanningFacts = Omit<PlanningSlice, "plan">;

export interface PlanningShown {
  scene: PlanningScene;
  /** The sentence over the map, and under what circumstances it holds. */
  title: string;
  subtitle: string;
  /** Kinds of facilities that serve what is asked about: only they are drawn. */
  facilityTypes: readonly FacilityTypeCode[];
  /** What it was computed with, a sentence each: for pictures, which leave the page. */
  notes: readonly string[];
}

export const untouchedPlanning: PlanningFacts = {
  planningKind: null,
  planningSize: 0,
  supplyLayersCounted: ["BESTAND", "BESCHLOSSEN"],
  wayProfile: null,
  wayLimit: null,
  wayBreaks: [],
  planningView: "gaps",
  planningLayers: ["renewal-priority-areas"],
  sketchMode: "none",
  siteInHand: null,
  sitesCompared: [],
  suitabilityWeights: equalWeights,
  planningResult: "none",
  planningShown: null,
};

export const createPlanningSlice: StateCreator<PageState, [], [], PlanningSlice> = (set) => ({
  ...untouchedPlanning,
  plan: (change) => set(change),
});
