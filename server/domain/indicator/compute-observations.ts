import type { AreaLevel } from "../area/area.ts";
import { commonPeriods } from "./common-periods.ts";
import { type Formula, type FormulaTerm, formulaCodes } from "./formula.ts";
import type { Indicator } from "./indicator.ts";
import { type Observation, observationFlags, type ValueState } from "./observation.ts";
import { isMadeFromFew } from "./told-value.ts";

/**
 * A figure as one audience reads it; confidential ones are hidden from others. `isUncertain`: computed from a share that is
 * made from few people; of measured ones `toldValue` says it.
 */
export type ReadObservation = Observation & { isConfidential?: true; isUncertain?: true };

/** Of several reasons why there is no figure the first of these is told: what is hidden stays hidden whatever else lacks. */
const reasons: readonly Exclude<ValueState, "VALUE">[] = [
  "SUPPRESSED",
  "TOO_FEW_RESIDENTS",
  "UNKNOWN",
  "NOT_APPLICABLE",
];

/**
 * Figures of a formula, from the figures of its parts as one audience reads them and from nothing else: what it may not read
 * of a part it cannot read off the result. A missing part leaves the result missing, a hidden one hidden; nothing is
 * rounded. `minDenominator`: below it the result tells of too few; a denominator of nought yields nothing.
 */
export function computeObservations(
  formula: Formula,
  parts: ReadonlyMap<string, readonly ReadObservation[]>,
  { code, level, kind, minDenominator = 0 }: ComputedFacts,
): ReadObservation[] {
  const codes = formulaCodes(formula);
  const placed = codes.map((one) => byPlace(parts.get(one) ?? []));
  const areas = [
    ...new Set(codes.flatMap((one) => (parts.get(one) ?? []).map(({ areaNumber }) => areaNumber))),
  ];
  const periods = commonPeriods(codes.map((one) => periodsOf(parts.get(one) ?? [])));
  return periods.flatMap(({ period, own }) =>
    areas.sort().map((areaNumber) => {
      const found = new Map(
        codes.map((one, index) => [one, placed[index]!.get(placeOf(areaNumber, own[index]!))]),
      );
      return {
        indicatorCode: code,
        ...{ level, areaNumber, period },
        ...computed(formula, found, { kind, minDenominator }),
      };
    }),
  );
}

/** What of the indicator decides about its figures. */
type ComputedFacts = Pick<Indicator, "code" | "kind" | "minDenominator"> & { level: AreaLevel };

type Computed = Pick<
  ReadObservation,
  "value" | "state" | "numerator" | "denominator" | "flag" | "isConfidential" | "isUncertain"
>;

function computed(
  { numerator, denominator, factor }: Formula,
  parts: ReadonlyMap<string, ReadObservation | undefined>,
  { kind, minDenominator }: { kind: Indicator["kind"]; minDenominator: number },
): Computed {
  const observations = [...parts.values()];
  const states = new Set(observations.map((one) => one?.state ?? "UNKNOWN"));
  const reason = reasons.find((state) => states.has(state));
  if (reason) return { value: null, state: reason };
  const sum = (terms: readonly FormulaTerm[]) =>
    terms.reduce(
      (total, { code, sign }) => total + (sign === "PLUS" ? 1 : -1) * (parts.get(code)!.value as number),
      0,
    );
  const flag = observationFlags.find((one) => observations.some((part) => part?.flag === one));
  const isConfidential = observations.some((one) => one?.isConfidential);
  const told = {
    state: "VALUE" as const,
    ...(flag && { flag }),
    ...(isConfidential && { isConfidential: true as const }),
  };
  if (denominator.length === 0) {
    const isFromFew = observations.some((one) => one !== undefined && isMadeFromFew(one));
    return { value: sum(numerator), ...(isFromFew && { isUncertain: true as const }), ...told };
  }
  const [above, below] = [sum(numerator), sum(denominator)];
  if (below <= 0) return { value: null, state: "NOT_APPLICABLE" };
  if (below < minDenominator) return { value: null, state: "TOO_FEW_RESIDENTS" };
  // Only a share is made of people out of people, and has an interval.
  const isShare = kind === "rate" && above >= 0 && above <= below;
  return {
    value: (above / below) * factor,
    ...(isShare && { numerator: above, denominator: below }),
    ...told,
  };
}

function periodsOf(observations: readonly ReadObservation[]): string[] {
  return [...new Set(observations.map(({ period }) => period))];
}

function byPlace(observations: readonly ReadObservation[]): Map<string, ReadObservation> {
  return new Map(observations.map((one) => [placeOf(one.areaNumber, one.period), one]));
}

function placeOf(areaNumber: string, period: string): string {
  return `${areaNumber} ${period}`;
}
