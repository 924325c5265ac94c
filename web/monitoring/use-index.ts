import { useQueries } from "@tanstack/react-query";
import { useDeferredValue, useMemo } from "react";
import type { IndicatorAnswer, Value } from "#domain/contract/contract.ts";
import { answerIndex } from "#domain/priority-index/answer-index.ts";
import type { IndexAnswer } from "#domain/priority-index/index-answer.ts";
import type { IndexInput } from "#domain/priority-index/index-input.ts";
import {
  type AreaRobustness,
  type IndexRobustness,
  indexRobustness,
  maxVariants,
} from "#domain/priority-index/index-robustness.ts";
import type { AreaScore } from "#domain/priority-index/priority-index.ts";
import { useOpened } from "../data/opened.ts";
import { useAreas, valuesQuery } from "../data/queries.ts";
import { usePage } from "../state/use-page.ts";
import { type IndexQuestion, indexQuestion } from "./index-question.ts";
import { useDefinitions } from "./use-definitions.ts";

/** The seed is part of the result: the same everywhere, so that two people see the same variants. */
const robustnessSeed = 1;

/** An index with everything a screen tells of it. */
export interface ShownIndex {
  question: IndexQuestion;
  /** Indicators of the components in their order, and the period each of them speaks of. */
  indicators: readonly IndicatorAnswer[];
  periods: readonly string[];
  answer: IndexAnswer;
  scores: IndexAnswer["result"];
  scoreOf: ReadonlyMap<string, AreaScore>;
  robustness: IndexRobustness;
  robustnessOf: ReadonlyMap<string, AreaRobustness>;
}

/** The kept definition that is open, what is tried out, or the usual start. */
export function useIndexQuestion(): IndexQuestion {
  const { indicators } = useOpened();
  const level = usePage((state) => state.level);
  const period = usePage((state) => state.period);
  const indexTrial = usePage((state) => state.indexTrial);
  const indexDefinition = usePage((state) => state.indexDefinition);
  const kept = useDefinitions();
  return useMemo(
    () => indexQuestion({ level, period, indexTrial, indexDefinition }, indicators, kept),
    [level, period, indexTrial, indexDefinition, indicators, kept],
  );
}

/** Scores, classes and robustness; null while figures are on their way, nothing is chosen, or something hinders. */
export function useIndex(): ShownIndex | null {
  const { indicators: all } = useOpened();
  const level = usePage((state) => state.level);
  const sight = usePage((state) => state.sight);
  const wanted = usePage((state) => state.period);
  const question = useIndexQuestion();
  const { definition, hindrance } = question;
  const areas = useAreas(level).data;
  const indicators = useMemo(
    () =>
      definition.components.flatMap(({ indicatorCode }) =>
        hindrance ? [] : (all.find(({ code }) => code === indicatorCode) ?? []),
      ),
    [definition.components, hindrance, all],
  );
  const values = useQueries({
    queries: indicators.map(({ code }) => valuesQuery(code, level, sight)),
    combine: (results) => (results.every(({ data }) => data) ? results.map(({ data }) => data ?? []) : null),
  });
  const figures = useMemo(
    () =>
      values && indicators.length > 0 && values.length === indicators.length
        ? indicators.map((indicator, place) => ({ indicator, values: (values[place] ?? []).map(toldToAll) }))
        : null,
    [values, indicators],
  );
  const answer = useMemo(
    () =>
      areas && figures && figures.length === definition.components.length
        ? answerIndex(
            {
              named: {
                id: question.isTrial ? null : (question.base?.id ?? null),
                state: question.isTrial ? null : (question.base?.state ?? null),
                definition,
              },
              ...{ level, period: wanted, robustness: null },
            },
            { areas, figures },
          )
        : null,
    [areas, figures, definition, question, level, wanted],
  );

  // A slider moves the map at once; a thousand variants may follow a moment later.
  const settled = useDeferredValue(
    useMemo(() => ({ answer, figures, areas, definition }), [answer, figures, areas, definition]),
  );
  const robustness = useMemo(() => {
    if (!settled.answer || !settled.figures || !settled.areas) return null;
    const periods = settled.answer.ingredients.components.map(({ period }) => period);
    const input: IndexInput = {
      areaNumbers: settled.areas.map(({ number }) => number),
      residents: settled.areas.map(({ residents }) => residents),
      values: settled.figures.map((told, place) => {
        const known = new Map(
          told.values
            .filter(({ period }) => period === periods[place])
            .map((one) => [one.areaNumber, one.value]),
        );
        return (settled.areas ?? []).map(({ number }) => known.get(number) ?? null);
      }),
    };
    return indexRobustness(settled.definition, input, { variants: maxVariants, seed: robustnessSeed });
  }, [settled]);
  return useMemo(
    () =>
      answer && robustness
        ? {
            ...{ question, indicators, answer, robustness },
            periods: answer.ingredients.components.map(({ period }) => period ?? ""),
            scores: answer.result,
            scoreOf: new Map(answer.result.areas.map((area) => [area.areaNumber, area])),
            robustnessOf: new Map(robustness.areas.map((area) => [area.areaNumber, area])),
          }
        : null,
    [question, indicators, answer, robustness],
  );
}

/** Confidential figures count as hidden even for those who see them: a score must not tell of them. */
function toldToAll(value: Value): Value {
  return value.isConfidential ? { ...value, value: null, state: "SUPPRESSED" } : value;
}
