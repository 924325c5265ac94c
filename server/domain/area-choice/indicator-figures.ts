import type { Indicator } from "../indicator/indicator.ts";

/** Known figures of one indicator on one level and in one period; areas without a figure are not in it. */
export interface IndicatorFigures {
  indicatorCode: string;
  byArea: ReadonlyMap<string, number>;
}

export interface DirectedFigures extends IndicatorFigures {
  direction: Indicator["direction"];
}
