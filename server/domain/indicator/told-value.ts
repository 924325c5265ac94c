import type { Value } from "../contract/contract.ts";
import { isUncertain, wilsonInterval } from "../series/wilson-interval.ts";
import type { Observation } from "./observation.ts";

/**
 * A figure as it is told. That it is uncertain, because it is made from few people, is for everybody (METHODS §7); what it
 * is made of, and its interval, only for those who read finer values (MODEL §7). The numerator is a number of people out
 * of the denominator, or there is no interval: a supply ratio may be above 100 %.
 */
export function toldValue(
  { areaNumber, period, value, state, flag, numerator, denominator }: Observation,
  { isFiner, isConfidential }: { isFiner: boolean; isConfidential: boolean },
): Value {
  const parts =
    value !== null && numerator != null && denominator != null ? { numerator, denominator } : null;
  const interval = parts && wilsonInterval(parts.numerator, parts.denominator);
  return {
    ...{ areaNumber, period, value, state },
    ...(flag && { flag }),
    ...(isConfidential && { isConfidential }),
    ...(interval && isUncertain(interval) && { isUncertain: true }),
    ...(isFiner && parts && { parts: { ...parts, interval } }),
  };
}
