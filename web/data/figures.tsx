import { createContext, type ReactNode, useContext, useMemo } from "react";
import {
  type ChoroplethScale,
  choroplethScale,
  knownValues,
} from "#domain/classification/choropleth-scale.ts";
import { type ClassRow, keptClassOf, rowsOf } from "#domain/classification/class-rows.ts";
import { pairColours } from "#domain/classification/palette.ts";
import type { AreaAnswer, IndicatorAnswer, Value } from "#domain/contract/contract.ts";
import { nearestPeriod } from "#domain/indicator/nearest-period.ts";
import type { ValueState } from "#domain/indicator/observation.ts";
import { type AreaValue, periodValues } from "#domain/indicator/period-values.ts";
import { changeReading } from "#domain/reading/change-reading.ts";
import { areaPairs, canPair, pairBreaks } from "#domain/reading/pair-reading.ts";
import { breaksBetween } from "#domain/series/method-break.ts";
import type { ComputedFigures } from "../state/monitoring-slice.ts";
import { usePage } from "../state/use-page.ts";
import { useOpened } from "./opened.ts";
import { useAreas, useValues } from "./queries.ts";

/** An indicator as it is read: its change is an indicator too, told with a sign. */
export type ShownIndicator = IndicatorAnswer & { isChange?: boolean };

/** The figures of the indicator and level on the map, computed once for map, legend, strip and table. */
export interface Figures {
  indicator: ShownIndicator;
  period: string;
  scale: ChoroplethScale;
  allValues: readonly Value[];
  values: ReadonlyMap<string, AreaValue>;
  cityValues: readonly Value[];
  /** The city's value in the period, null when there is none. */
  cityValue: number | null;
  maximum: number;
  /** Rows of the legend, and the class or state of an area by its number. */
  rows: readonly ClassRow[];
  keptOf: (areaNumber: string) => number | ValueState;
  /** The indicator as it is told, whatever is read from it. */
  series: { indicator: IndicatorAnswer; allValues: readonly Value[]; cityValues: readonly Value[] };
  /** What the change is counted from; null unless the change is read. */
  change: { since: string; isRelative: boolean; breaks: IndicatorAnswer["breaks"] } | null;
  /** The second indicator; null unless two are read together. */
  pair: Pair | null;
  /** What a tab computed from several indicators; null for an indicator's own figures. */
  computed: ComputedFigures | null;
}

export interface Pair {
  indicator: IndicatorAnswer;
  period: string;
  allValues: readonly Value[];
  values: ReadonlyMap<string, AreaValue>;
  /** Inner breaks of low, middle and high of each. */
  breaks: { first: readonly number[]; second: readonly number[] };
  classes: ReadonlyMap<string, number | ValueState>;
}

export type FiguresState =
  | { kind: "none" }
  | { kind: "loading"; indicator: IndicatorAnswer }
  | { kind: "failed"; indicator: IndicatorAnswer; error: unknown }
  | { kind: "not-on-level"; indicator: IndicatorAnswer }
  | ({ kind: "ready" } & Figures);

interface Shown {
  figures: FiguresState;
  areas: readonly AreaAnswer[];
}

const FiguresContext = createContext<Shown>({ figures: { kind: "none" }, areas: [] });
export const useShown = () => useContext(FiguresContext);

const nobody: readonly AreaAnswer[] = [];
const nothing: readonly Value[] = [];

export function FiguresProvider({ children }: { children: ReactNode }) {
  const { indicators } = useOpened();
  const level = usePage((state) => state.level);
  const code = usePage((state) => state.indicator);
  const areas = useAreas(level).data ?? nobody;

  const indicator = indicators.find((one) => one.code === code) ?? null;
  const isOnLevel = indicator?.levels.includes(level) ?? false;
  const values = useValues(isOnLevel && indicator ? indicator.code : null, level);
  const city = useValues(indicator?.levels.includes("city") ? indicator.code : null, "city");

  const told = useMemo(
    () =>
      indicator && values.data
        ? { indicator, allValues: values.data, cityValues: city.data ?? nothing }
        : null,
    [indicator, values.data, city.data],
  );
  const read = useRead(told, areas);
  const computed = usePage((state) => state.computed);

  const figures = useMemo<FiguresState>(() => {
    if (computed) return { kind: "ready", ...figuresOf(computed, areas) };
    if (!indicator) return { kind: "none" };
    if (!isOnLevel) return { kind: "not-on-level", indicator };
    if (values.isError && !values.data) return { kind: "failed", indicator, error: values.error };
    return read ? { kind: "ready", ...read } : { kind: "loading", indicator };
  }, [indicator, isOnLevel, values.isError, values.error, values.data, read, computed, areas]);

  const shown = useMemo(() => ({ figures, areas }), [figures, areas]);
  return <FiguresContext value={shown}>{children}</FiguresContext>;
}

/** Computed figures as map, legend and table read them. */
function figuresOf(computed: ComputedFigures, areas: readonly AreaAnswer[]): Figures {
  const { indicator, period, values, classes, scale } = computed;
  const allValues = [...values].map(([areaNumber, value]) => ({ areaNumber, period, ...value }));
  const keptOf = (number: string) => classes.get(number) ?? "UNKNOWN";
  return {
    ...{ indicator, period, values, allValues, scale, keptOf, computed },
    ...{ cityValues: nothing, cityValue: null, maximum: 0, change: null, pair: null },
    rows: rowsOf(scale, areas, keptOf),
    series: { indicator, allValues: nothing, cityValues: nothing },
  };
}

/** What is read from the figures told: as they are, as their change, or together with those of a second indicator. */
function useRead(told: Figures["series"] | null, areas: readonly AreaAnswer[]): Figures | null {
  const wanted = usePage((state) => state.period);
  const method = usePage((state) => state.classMethod);
  const classes = usePage((state) => state.classes);
  const ramp = usePage((state) => state.ramp);
  const { change, since, isRelative } = useChange(told);
  const { indicator, allValues, cityValues } = change ?? told ?? noFigures;

  const scale = useMemo(
    () =>
      indicator
        ? choroplethScale({
            ...{ indicator, values: allValues, cityValues, method, classes, ramp },
            isAroundZero: since !== null,
          })
        : null,
    [indicator, allValues, cityValues, method, classes, ramp, since],
  );
  const maximum = useMemo(
    () => knownValues(allValues).reduce((most, value) => Math.max(most, value), 0),
    [allValues],
  );
  const period = indicator ? nearestPeriod(indicator.periods, wanted) : null;
  const values = useMemo(
    () => (period ? periodValues(allValues, period) : new Map<string, AreaValue>()),
    [allValues, period],
  );
  const pair = usePair(told, values, areas);

  return useMemo(() => {
    if (!told || !indicator || !scale || !period || pair === "loading") return null;
    const keptOf = (number: string) =>
      pair ? (pair.classes.get(number) ?? "UNKNOWN") : keptClassOf(values.get(number), scale.breaks);
    const shownScale = pair ? { breaks: [], colours: pairColours } : scale;
    return {
      indicator,
      period,
      scale: shownScale,
      allValues,
      values,
      cityValues,
      cityValue: cityValues.find((value) => value.period === period)?.value ?? null,
      maximum,
      rows: rowsOf(shownScale, areas, keptOf),
      keptOf,
      series: told,
      change: since ? { since, isRelative, breaks: breaksBetween(told.indicator, since, period) } : null,
      pair,
      computed: null,
    };
  }, [
    told,
    indicator,
    scale,
    period,
    pair,
    allValues,
    values,
    cityValues,
    maximum,
    areas,
    since,
    isRelative,
  ]);
}

const noFigures: { indicator: null; allValues: readonly Value[]; cityValues: readonly Value[] } = {
  indicator: null,
  allValues: nothing,
  cityValues: nothing,
};

/** The change that is asked for; a series of one period has none. */
function useChange(told: Figures["series"] | null) {
  const isAsked = usePage((state) => state.reading === "change");
  const asked = usePage((state) => state.since);
  const isRelative = usePage((state) => state.isRelative);
  const periods = told?.indicator.periods ?? [];
  const from = asked === null ? periods[0] : nearestPeriod(periods.slice(0, -1), asked);
  const since = isAsked && periods.length > 1 ? (from ?? null) : null;
  const change = useMemo(() => {
    if (!told || since === null) return null;
    const { indicator, values, cityValues } = changeReading(
      told.indicator,
      { values: told.allValues, cityValues: told.cityValues },
      { since, isRelative },
    );
    return { indicator: indicator as ShownIndicator, allValues: values, cityValues };
  }, [told, since, isRelative]);
  return { change, since, isRelative };
}

/** The second indicator and the classes of both together; null where none is asked for or it cannot colour this level. */
function usePair(
  told: Figures["series"] | null,
  values: ReadonlyMap<string, AreaValue>,
  areas: readonly AreaAnswer[],
): Pair | "loading" | null {
  const { indicators } = useOpened();
  const level = usePage((state) => state.level);
  const wanted = usePage((state) => state.period);
  const code = usePage((state) => (state.reading === "pair" ? state.pairedWith : null));
  const second = indicators.find((one) => one.code === code && canPair(one) && one.levels.includes(level));
  const isPaired = second !== undefined && told !== null && canPair(told.indicator);
  const secondValues = useValues(isPaired ? second.code : null, level).data;
  const period = second ? nearestPeriod(second.periods, wanted) : null;
  return useMemo(() => {
    if (!isPaired || !period) return null;
    if (!secondValues) return "loading";
    const ofPeriod = periodValues(secondValues, period);
    const breaks = {
      first: pairBreaks(told.allValues, told.indicator),
      second: pairBreaks(secondValues, second),
    };
    const pairs = areaPairs(
      areas,
      { values, breaks: breaks.first },
      { values: ofPeriod, breaks: breaks.second },
    );
    return {
      indicator: second,
      period,
      allValues: secondValues,
      values: ofPeriod,
      breaks,
      classes: new Map([...pairs].map(([number, { kept }]) => [number, kept])),
    };
  }, [isPaired, told, second, secondValues, period, values, areas]);
}
