import { useMemo } from "react";
import type { IndicatorAnswer, Value } from "#domain/contract/contract.ts";
import { shareFactor } from "#domain/indicator/share-factor.ts";
import {
  type ExpectedDissimilarity,
  expectedDissimilarity,
} from "#domain/segregation/expected-dissimilarity.ts";
import {
  locationQuotients,
  type SegregationIndices,
  segregationIndices,
} from "#domain/segregation/segregation-indices.ts";
import { useOpened } from "../data/opened.ts";
import { useValues } from "../data/queries.ts";
import { usePage } from "../state/use-page.ts";

/** Enough for the second decimal of a mean; the seed makes it the same for everybody. */
const chanceRuns = { runs: 40, seed: 1 } as const;

/** Measures of one year. */
export interface MixOfPeriod {
  period: string;
  indices: SegregationIndices;
  expected: ExpectedDissimilarity | null;
}

export interface ShownMix {
  indicator: IndicatorAnswer;
  periods: readonly MixOfPeriod[];
  /** The period on the map. */
  period: string;
  /** Location quotient by area, of those that count. */
  quotients: ReadonlyMap<string, number>;
  /** Areas without a figure, or with a hidden one, in the period on the map. */
  leftOut: number;
}

/** Shares of people a mix can be asked of on this level. */
export function useMixGroups(): readonly IndicatorAnswer[] {
  const { indicators } = useOpened();
  const level = usePage((state) => state.level);
  return useMemo(
    () =>
      indicators.filter(
        ({ kind, unit, levels, theme }) =>
          kind === "rate" && shareFactor(unit) !== null && theme !== "environment" && levels.includes(level),
      ),
    [indicators, level],
  );
}

/**
 * How a group is spread over the areas of the level, year by year; null while figures are on their way or where the
 * reader is not told counts. Confidential counts are left out: a measure must not tell of them.
 */
export function useMix(indicator: IndicatorAnswer | undefined): ShownMix | "loading" | null {
  const level = usePage((state) => state.level);
  const wanted = usePage((state) => state.period);
  const values = useValues(indicator?.code ?? null, level).data;
  const periods = useMemo(() => {
    if (!indicator || !values) return null;
    return indicator.periods.flatMap((period): MixOfPeriod[] => {
      const counts = countsOf(values, period);
      const indices = segregationIndices(counts);
      return indices ? [{ period, indices, expected: expectedDissimilarity(counts, chanceRuns) }] : [];
    });
  }, [indicator, values]);
  return useMemo(() => {
    if (!indicator) return null;
    if (!values || !periods) return "loading";
    const known = periods.map(({ period }) => period);
    const period =
      known.findLast((one) => wanted === null || one.slice(0, 4) <= wanted.slice(0, 4)) ?? known.at(-1);
    if (!period) return null;
    const counts = countsOf(values, period);
    const quotients = locationQuotients(counts);
    return {
      ...{ indicator, periods, period },
      quotients: new Map(
        counts.areaNumbers.flatMap((number, place) => {
          const quotient = quotients[place];
          return quotient == null ? [] : [[number, quotient] as const];
        }),
      ),
      leftOut: values.filter((value) => value.period === period).length - counts.areaNumbers.length,
    };
  }, [indicator, values, periods, wanted]);
}

function countsOf(values: readonly Value[], period: string) {
  const counted = values.flatMap((value) =>
    value.period === period && value.parts && !value.isConfidential
      ? [{ areaNumber: value.areaNumber, ...value.parts }]
      : [],
  );
  // A measure of spread counts whole people; bases that were estimated are rounded.
  return {
    areaNumbers: counted.map(({ areaNumber }) => areaNumber),
    group: counted.map(({ numerator, denominator }) =>
      Math.min(Math.round(numerator), Math.round(denominator)),
    ),
    total: counted.map(({ denominator }) => Math.round(denominator)),
  };
}
