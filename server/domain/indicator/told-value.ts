import type { Value } from "../contract/contract.ts";
import { isUncertain, wilsonInterval } from "../series/wilson-interval.ts";
import type { Observation } from "./observation.ts";

/**
 * A figure as it is told. That it is uncertain, because it is made from few people, is for everybody (METHODS §7); what it
 * is made of, and its interval, only for those who read finer values (MODEL §7). The numerator is a number of people out
 * of the denominator, or there is no interval: a supply ratio may be above 100 %.
 */
export function toldValue(
  observation: Observation & { isUncertain?: true },
  { isFiner, isConfidential }: { isFiner: boolean; isConfidential: boolean },
): Value {
  const { areaNumber, period, value, state, flag } = observation;
  const parts = partsOf(observation);
  return {
    ...{ areaNumber, period, value, state },
    ...(flag && { flag }),
    ...(isConfidential && { isConfidential }),
    ...((observation.isUncertain || isMadeFromFew(observation)) && { isUncertain: true }),
    ...(isFiner && parts && { parts }),
  };
}

/** Whether a share is made from so few people that its interval is wide. */
export function isMadeFromFew(observation: Observation): boolean {
  const interval = partsOf(observation)?.interval;
  return interval != null && isUncertain(interval);
}

function partsOf({ value, numerator, denominator }: Observation) {
  if (value === null || numerator == null || denominator == null) return null;
  return { numerator, denominator, interval: wilsonInterval(numerator, denominator) };
}
