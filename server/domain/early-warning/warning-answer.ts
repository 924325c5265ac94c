import type { AreaLevel } from "../area/area.ts";
import type { CompositionEffect, RateParts } from "../series/composition-effect.ts";
import type { MethodBreak } from "../series/method-break.ts";
import type { Text } from "../text/text.ts";
import type { Disposition } from "./early-warning.ts";
import type { WarningThresholds } from "./warning-rules.ts";
import type { AreaWarning, WarningGrade } from "./warning-signals.ts";

/** A Prüfanlass with all a person needs to judge it. */
export interface ToldWarning extends Omit<AreaWarning, "grade"> {
  indicatorCode: string;
  grade: WarningGrade;
  /** Known figures of the area and of the city, ascending. */
  series: { period: string; value: number }[];
  city: { period: string; value: number }[];
  breaks: readonly MethodBreak[];
  /** Count and base at the first figure looked at and now; null where the counts are not known. */
  composition: (CompositionEffect & { from: string; before: RateParts; now: RateParts }) | null;
  /** Null while nobody has looked at it. */
  examined: {
    id: string;
    disposition: Disposition;
    reason: string;
    authorOffice: string;
    date: string;
  } | null;
}

export interface WarningAnswer {
  scenario: { id: string; name: string };
  result: { level: AreaLevel; warnings: ToldWarning[] };
  ingredients: {
    /** The dated set the thresholds come from. */
    parameterSet: { id: string; name: string; validFrom: string; source: string; state: string };
    thresholds: WarningThresholds;
    boundaryVersion: string;
    /** Indicators looked at. NEUTRAL ones, counts and the cohesion study never give a signal. */
    indicators: string[];
  };
  warnings: Text[];
}
