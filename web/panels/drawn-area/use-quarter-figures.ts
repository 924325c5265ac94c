import { useQueries } from "@tanstack/react-query";
import type { AreaLevel } from "#domain/area/area.ts";
import type { IndicatorAnswer, Value } from "#domain/contract/contract.ts";
import { type AreaValue, periodValues } from "#domain/indicator/period-values.ts";
import { estimateByGround, type QuarterEstimate, type QuarterPart } from "#domain/overlap/quarter-profile.ts";
import { useOpened } from "../../data/opened.ts";
import { valuesQuery } from "../../data/queries.ts";
import { usePage } from "../../state/use-page.ts";

/** An indicator in a quarter: what each area tells in the newest period, and for a count an estimate. */
export interface QuarterFigure {
  indicator: IndicatorAnswer;
  period: string;
  values: ReadonlyMap<string, AreaValue>;
  /** Null for what is no count, which nobody may add up. */
  estimate: QuarterEstimate | null;
}

/** Every indicator of the level this person reads, for the areas of a quarter; undefined until all are here. */
export function useQuarterFigures(
  level: AreaLevel,
  parts: readonly QuarterPart[] | undefined,
): { figures: readonly QuarterFigure[] | undefined; error: unknown } {
  const { indicators } = useOpened();
  const sight = usePage((state) => state.sight);
  const told = indicators.filter(({ levels }) => levels.includes(level));
  const answers = useQueries({ queries: told.map(({ code }) => valuesQuery(code, level, sight)) });
  const error = answers.find((answer) => answer.isError)?.error ?? null;
  if (!parts || answers.some(({ data }) => !data)) return { figures: undefined, error };
  const figures = told.flatMap(
    (indicator, at) => quarterFigure(indicator, answers[at]?.data ?? [], parts) ?? [],
  );
  return { figures, error };
}

/** One indicator in its newest period; undefined where there are no figures at all. */
export function quarterFigure(
  indicator: IndicatorAnswer,
  all: readonly Value[],
  parts: readonly QuarterPart[],
): QuarterFigure | undefined {
  const period = all.reduce((latest, value) => (value.period > latest ? value.period : latest), "");
  if (period === "") return undefined;
  const values = periodValues(all, period);
  const estimate = indicator.kind === "count" ? estimateByGround(parts, values, indicator.suppression) : null;
  return { indicator, period, values, estimate };
}
