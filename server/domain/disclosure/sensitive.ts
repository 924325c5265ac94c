import type { Indicator } from "../indicator/indicator.ts";
import type { Observation } from "../indicator/observation.ts";
import { type Suppression, thresholdAt } from "./suppression.ts";

/** Numerator and denominator as whole numbers of people; a denominator that is not told is null. */
export interface PeopleCounted {
  numerator: number;
  denominator: number | null;
}

/** What a unit's figures are a multiple of. */
const factors: Readonly<Record<string, number>> = { "%": 100, "per-100": 100, "per-1000": 1000 };

export function factorOf(unit: string): number {
  return factors[unit] ?? 1;
}

/**
 * The counts behind a figure: those given with it, a count's own value, or a rate times its denominator. Undefined
 * where they cannot be known, as for a rate without denominator.
 */
export function peopleCounted(
  { kind, unit }: Pick<Indicator, "kind" | "unit">,
  { value, numerator, denominator }: Observation,
): PeopleCounted | undefined {
  if (numerator != null) return { numerator, denominator: denominator ?? null };
  if (value === null) return undefined;
  if (kind === "count") return { numerator: value, denominator: denominator ?? null };
  if (denominator == null) return undefined;
  return { numerator: Math.round((value * denominator) / factorOf(unit)), denominator };
}

/**
 * Primary suppression (METHODS §10): too few people, a count of 1 up to the threshold, or nearly everybody or
 * everybody, which tells of each of them (group disclosure).
 */
export function isSensitive(
  { numerator, denominator }: PeopleCounted,
  {
    threshold,
    minDenominator,
    zeroIsSafe,
  }: { threshold: number; minDenominator: number; zeroIsSafe: boolean },
): boolean {
  if (threshold === 0) return false;
  if (numerator === 0 && !zeroIsSafe) return true;
  if (numerator > 0 && numerator < threshold) return true;
  if (denominator === null || denominator === 0) return false;
  return denominator < minDenominator || (numerator > 0 && denominator - numerator < threshold);
}

export function sensitivity(
  rule: Suppression,
  { minDenominator = 0 }: Indicator,
  level: Observation["level"],
) {
  return { threshold: thresholdAt(rule, level), minDenominator, zeroIsSafe: rule.zeroIsSafe !== false };
}
