import { useMemo } from "react";
import type { CoverageResult, GapResult } from "#domain/analysis/answers.ts";
import type { Question } from "#domain/analysis/question.ts";
import { presentScenario } from "#domain/scenario/present-scenario.ts";
import { useServerAnalysis } from "../../data/analysis.ts";
import { type ScenarioAnswer, useScenarios } from "../../data/scenarios.ts";
import { useLanguage } from "../../i18n/language.tsx";
import type { Comparison } from "../../state/scenario-slice.ts";
import { usePage } from "../../state/use-page.ts";
import { type ComparedArea, comparedAreas } from "./compared-areas.ts";

/** One side of a comparison: the scenario and what planning says of it. */
export interface ComparedSide {
  id: string;
  name: string;
  scenario: ScenarioAnswer | null;
  gaps: GapResult | undefined;
  coverage: CoverageResult | undefined;
}

export interface ComparedFigures {
  sides: readonly [ComparedSide, ComparedSide];
  areas: readonly ComparedArea[];
  isPending: boolean;
  error: unknown;
  measure: "metres" | "minutes";
  method: "network" | "air-line" | undefined;
}

/** Asks the server the same question in both scenarios. */
export function useComparison(comparison: Comparison, kind: string | null): ComparedFigures {
  const { text } = useLanguage();
  const scenarios = useScenarios({ isWanted: true }).data;
  const layers = usePage((state) => state.supplyLayersCounted);
  const level = usePage((state) => state.level);
  const profile = usePage((state) => state.wayProfile);
  const limit = usePage((state) => state.wayLimit);
  const question = (scenario: string): Question | null =>
    kind === null
      ? null
      : {
          scenario,
          kind,
          layers: [...layers],
          level,
          ...(profile ? { profile } : {}),
          ...(limit ? { limit } : {}),
        };

  const first = useSide(comparison.first, question(comparison.first), scenarios, text.scenario.present);
  const second = useSide(comparison.second, question(comparison.second), scenarios, text.scenario.present);
  const areas = useMemo(
    () => comparedAreas(first.side.gaps, second.side.gaps, first.side.coverage, second.side.coverage),
    [first.side.gaps, second.side.gaps, first.side.coverage, second.side.coverage],
  );
  return {
    sides: [first.side, second.side],
    areas,
    isPending: first.isPending || second.isPending,
    error: first.error ?? second.error,
    measure: first.measure,
    method: first.method,
  };
}

function useSide(
  id: string,
  question: Question | null,
  scenarios: readonly ScenarioAnswer[] | undefined,
  presentName: string,
) {
  const scenario = scenarios?.find((one) => one.id === id) ?? null;
  const state = scenario ? `${scenario.id}-${scenario.revision}` : presentScenario.id;
  const isKnown = id === presentScenario.id || scenario !== null;
  const gaps = useServerAnalysis<GapResult>("gaps", isKnown ? question : null, state);
  const coverage = useServerAnalysis<CoverageResult>("coverage", isKnown ? question : null, state);
  const side: ComparedSide = {
    id,
    name: scenario?.properties.name ?? presentName,
    scenario,
    gaps: gaps.data?.result,
    coverage: coverage.data?.result,
  };
  return {
    side,
    isPending: gaps.isPending || coverage.isPending,
    error: gaps.error ?? coverage.error,
    measure: coverage.data?.ingredients.measure ?? "metres",
    method: coverage.data?.ingredients.method,
  } as const;
}
