import type { StateCreator } from "zustand/vanilla";
import type { ScreeningCondition, ScreeningJoin } from "#domain/area-choice/screening.ts";
import type { ChoroplethScale } from "#domain/classification/choropleth-scale.ts";
import type { IndicatorAnswer } from "#domain/contract/contract.ts";
import type { ValueState } from "#domain/indicator/observation.ts";
import type { AreaValue } from "#domain/indicator/period-values.ts";
import type { IndexComponent } from "#domain/priority-index/index-definition.ts";
import type { Text } from "#domain/text/text.ts";
import type { ChoiceQuestion, IndexShows, MonitoringView } from "#domain/view/view-words.ts";
import type { PageState } from "./page-state.ts";

/** Code of the figures of an index, which the sheet of an area says more of. */
export const indexCode = "priority-index";

/** Weights a person can give; 0 is said by taking the component out. */
export const indexWeights = { least: 0.5, most: 5, step: 0.5 } as const;

/** What is tried out of an index; everything else comes from the definition it started with. */
export interface IndexTrial {
  components: readonly IndexComponent[];
  minResidents: number;
  winsorize: boolean;
  isPopulationWeighted: boolean;
  /** Years the dynamics look back; null for as many as usual. */
  years: number | null;
}

export interface AskedScreening {
  conditions: readonly ScreeningCondition[];
  join: ScreeningJoin;
}

export interface MonitoringFacts {
  monitoringView: MonitoringView;
  /** Id of the kept definition that is open, or that a trial started from; null for none. */
  indexDefinition: string | null;
  /** null is the open definition as it is, or starts with the usual components. */
  indexTrial: IndexTrial | null;
  indexShows: IndexShows;
  /** Code of the group whose mix with others is asked about; null is the first there is. */
  mixGroup: string | null;
  choiceQuestion: ChoiceQuestion;
  screening: AskedScreening;
  /** Number of the area others are compared with; null while none is chosen. */
  alikeArea: string | null;
  /** Codes of the indicators areas are compared by; null starts with the usual ones. */
  alikeBy: readonly string[] | null;
  /** What the tab computed for map, legend and table; null elsewhere. The part that computes is loaded with the tab. */
  computed: ComputedFigures | null;
}

export interface MonitoringSlice extends MonitoringFacts {
  monitor: (change: Partial<MonitoringFacts>) => void;
}

/** Figures that come from no indicator but from several: with classes that have names of their own. */
export interface ComputedFigures {
  /** How they are called, and in which unit: drawn like an indicator. */
  indicator: IndicatorAnswer;
  period: string;
  values: ReadonlyMap<string, AreaValue>;
  classes: ReadonlyMap<string, number | ValueState>;
  scale: ChoroplethScale;
  /** Names of the classes, in their order. */
  labels: readonly Text[];
  /** How the classes are made, in words. */
  method: Text;
  /** Further columns of the table, in the language of the page. */
  columns: readonly ComputedColumn[];
}

export interface ComputedColumn {
  id: string;
  name: string;
  isNumber: boolean;
  width: number;
  cells: ReadonlyMap<string, { text: string; sort: string | number | null }>;
}

export const untouchedMonitoring: MonitoringFacts = {
  monitoringView: "index",
  indexDefinition: null,
  indexTrial: null,
  indexShows: "class",
  mixGroup: null,
  choiceQuestion: "screening",
  screening: { conditions: [], join: "ALL" },
  alikeArea: null,
  alikeBy: null,
  computed: null,
};

export const createMonitoringSlice: StateCreator<PageState, [], [], MonitoringSlice> = (set) => ({
  ...untouchedMonitoring,
  monitor: (change) => set(change),
});
