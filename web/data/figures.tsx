import { createContext, type ReactNode, useContext, useMemo } from "react";
import type { ChoroplethScale } from "#domain/classification/choropleth-scale.ts";
import { choroplethScale, knownValues } from "#domain/classification/choropleth-scale.ts";
import type { AreaAnswer, IndicatorAnswer, Value } from "#domain/contract/contract.ts";
import { type AreaValue, periodValues } from "#domain/indicator/period-values.ts";
import { usePage } from "../state/use-page.ts";
import { useOpened } from "./opened.ts";
import { useAreas, useValues } from "./queries.ts";

/** The figures of the indicator and level on the map, computed once for map, legend, strip and table. */
export interface Figures {
  indicator: IndicatorAnswer;
  period: string;
  scale: ChoroplethScale;
  allValues: readonly Value[];
  values: ReadonlyMap<string, AreaValue>;
  cityValues: readonly Value[];
  /** The city's value in the period, null when there is none. */
  cityValue: number | null;
  maximum: number;
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

export function FiguresProvider({ children }: { children: ReactNode }) {
  const { indicators } = useOpened();
  const level = usePage((state) => state.level);
  const code = usePage((state) => state.indicator);
  const period = usePage((state) => state.period);
  const method = usePage((state) => state.classMethod);
  const classes = usePage((state) => state.classes);
  const ramp = usePage((state) => state.ramp);

  const indicator = indicators.find((one) => one.code === code) ?? null;
  const isOnLevel = indicator?.levels.includes(level) ?? false;
  const values = useValues(isOnLevel && indicator ? indicator.code : null, level);
  const city = useValues(indicator?.levels.includes("city") ? indicator.code : null, "city");
  const areas = useAreas(level).data ?? nobody;

  const scale = useMemo(
    () =>
      indicator && values.data
        ? choroplethScale({
            indicator,
            values: values.data,
            cityValues: city.data ?? [],
            method,
            classes,
            ramp,
          })
        : null,
    [indicator, values.data, city.data, method, classes, ramp],
  );
  const maximum = useMemo(
    () => knownValues(values.data ?? []).reduce((most, value) => Math.max(most, value), 0),
    [values.data],
  );
  const ofPeriod = useMemo(
    () => (period ? periodValues(values.data ?? [], period) : new Map<string, AreaValue>()),
    [values.data, period],
  );

  const figures = useMemo<FiguresState>(() => {
    if (!indicator) return { kind: "none" };
    if (!isOnLevel) return { kind: "not-on-level", indicator };
    if (values.isError && !values.data) return { kind: "failed", indicator, error: values.error };
    if (!scale || !values.data || !period) return { kind: "loading", indicator };
    const cityValues = city.data ?? [];
    return {
      kind: "ready",
      indicator,
      period,
      scale,
      allValues: values.data,
      values: ofPeriod,
      cityValues,
      cityValue: cityValues.find((value) => value.period === period)?.value ?? null,
      maximum,
    };
  }, [
    indicator,
    isOnLevel,
    values.isError,
    values.error,
    values.data,
    scale,
    period,
    city.data,
    ofPeriod,
    maximum,
  ]);

  const shown = useMemo(() => ({ figures, areas }), [figures, areas]);
  return <FiguresContext value={shown}>{children}</FiguresContext>;
}
