import type { Observation } from "../indicator/observation.ts";

/** The figure as everybody reads it who may not know it: nothing is left a number could be read from. */
export function hidden({ indicatorCode, level, areaNumber, period, state }: Observation): Observation {
  const withoutValue = state === "VALUE" ? ("SUPPRESSED" as const) : state;
  return { indicatorCode, level, areaNumber, period, value: null, state: withoutValue };
}
