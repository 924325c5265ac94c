import { type UseQueryResult, useQueries, useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import type { PlanningBase } from "#domain/analysis/planning-base.ts";
import type { Question } from "#domain/analysis/question.ts";
import type { ParameterSet } from "#domain/parameter-set/parameter-set.ts";
import type { Standard } from "#domain/parameter-set/standard.ts";
import { addressOf, read } from "../data/api.ts";
import type { PageState } from "../state/page-state.ts";
import type { OpenScenario } from "../state/scenario-slice.ts";
import { usePage } from "../state/use-page.ts";
import { planningClient } from "./planning-client.ts";
import { type AskedScenario, parametersOf, thePresent } from "./planning-data.ts";
import type { AnswerTo, PlanningQuery } from "./planning-query.ts";

/** Id of a scenario that was never saved: no address leads to it. */
export const draftId = "draft";

/** What planning computes with, for this person and Sicht. */
export function usePlanningBase(): UseQueryResult<PlanningBase> {
  const sight = usePage((state) => state.sight);
  return useQuery({
    queryKey: ["planning-base", sight],
    queryFn: async ({ signal }) => {
      const parameters = new URLSearchParams(sight ? { ceiling: sight } : {});
      const base = await read<PlanningBase>("api/analysis/base", { signal, parameters });
      // A worker's own address is another folder: bulk is named as the page sees it.
      return { ...base, grid: withAddress(base.grid), network: withAddress(base.network) };
    },
  });
}

function withAddress(bulk: PlanningBase["grid"]): PlanningBase["grid"] {
  return bulk && { ...bulk, address: addressOf(bulk.address) };
}

export function askedOf(open: OpenScenario | null): AskedScenario {
  if (!open) return thePresent;
  const { name, referenceYear, parameterSetId, standards, changes } = open.scenario;
  return {
    id: open.id ?? draftId,
    name,
    ...(referenceYear === undefined ? {} : { referenceYear }),
    ...(parameterSetId ? { parameterSetId } : {}),
    standards,
    changes,
  };
}

/** The scenario all figures of the page belong to. */
export function useAsked(): AskedScenario {
  const open = usePage((state) => state.openScenario);
  return useMemo(() => askedOf(open), [open]);
}

export interface PlanningTerms {
  base: PlanningBase;
  parameterSet: ParameterSet & { id: string; state: string };
  /** The kind asked about, as this scenario has it. */
  standard: Standard;
  question: Question;
  scenario: AskedScenario;
}

/** What is asked, once base and parameters are there; null before that or where they are missing. */
export function usePlanningTerms(): PlanningTerms | null {
  const base = usePlanningBase().data;
  const scenario = useAsked();
  const wanted = usePage((state) => state.planningKind);
  const layers = usePage((state) => state.supplyLayersCounted);
  const level = usePage((state) => state.level);
  const profile = usePage((state) => state.wayProfile);
  const limit = usePage((state) => state.wayLimit);
  return useMemo(
    () => (base ? termsOf(base, scenario, { wanted, layers, level, profile, limit }) : null),
    [base, scenario, wanted, layers, level, profile, limit],
  );
}

/** What somebody asks of planning, as the store and an address have it. */
interface Wish {
  wanted: PageState["planningKind"];
  layers: PageState["supplyLayersCounted"];
  level: PageState["level"];
  profile: PageState["wayProfile"];
  limit: PageState["wayLimit"];
}

/** The terms of a wish; null where there is no grid, no parameter set or no standard. */
export function termsOf(
  base: PlanningBase,
  scenario: AskedScenario,
  { wanted, layers, level, profile, limit }: Wish,
): PlanningTerms | null {
  const parameterSet = parametersOf(base, scenario);
  if (!base.grid || !parameterSet) return null;
  const { standards } = parameterSet;
  const standard = standards.find(({ kind }) => kind === wanted) ?? standards[0];
  if (!standard) return null;
  const question: Question = {
    scenario: scenario.id,
    kind: standard.kind,
    layers: [...layers],
    level,
    ...(profile ? { profile } : {}),
    ...(limit ? { limit } : {}),
  };
  return { base, parameterSet, standard, question, scenario };
}

const marks = new WeakMap<object, number>();
let lastMark = 0;
/** Tells one state of the data from another; an answer to the same data stays the same object. */
function markOf(base: PlanningBase): number {
  let mark = marks.get(base);
  if (mark === undefined) {
    mark = ++lastMark;
    marks.set(base, mark);
  }
  return mark;
}

/**
 * An answer of the worker. The whole scenario is part of the key, so every figure belongs to it; while the next
 * one is computed the last stays, marked as `isPlaceholderData`.
 */
export function useAnswer<Q extends PlanningQuery>(
  terms: Pick<PlanningTerms, "base" | "scenario"> | null,
  query: Q | null,
): UseQueryResult<AnswerTo<Q>> {
  return useQuery<AnswerTo<Q>>({
    ...asking(terms, query),
    placeholderData: (last, asked) => {
      const before = asked?.queryKey[3] as PlanningQuery | null | undefined;
      return query && before && isSameSubject(before, query) ? last : undefined;
    },
  });
}

/** Answers to several questions of one kind at once; those that are not there yet are undefined. */
export function useAnswers<Q extends PlanningQuery>(
  terms: Pick<PlanningTerms, "base" | "scenario"> | null,
  queries: readonly Q[],
): readonly (AnswerTo<Q> | undefined)[] {
  const answers = useQueries({ queries: queries.map((query) => asking(terms, query)) });
  return answers.map(({ data }) => data);
}

function asking<Q extends PlanningQuery>(
  terms: Pick<PlanningTerms, "base" | "scenario"> | null,
  query: Q | null,
) {
  return {
    queryKey: ["planning", terms && markOf(terms.base), terms?.scenario, query] as const,
    queryFn: (): Promise<AnswerTo<Q>> => {
      if (!terms || !query) throw new Error("asked before anything is known");
      return planningClient().ask(terms.base, terms.scenario, query);
    },
    enabled: terms !== null && query !== null,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 120_000,
    retry: false,
  };
}

/** Whether an old answer may stand while the new one is computed: same kind, and of a site the same site. */
function isSameSubject(a: PlanningQuery, b: PlanningQuery): boolean {
  if (a.name !== b.name || a.question.kind !== b.question.kind || a.question.level !== b.question.level)
    return false;
  return "site" in a && "site" in b ? a.site.id === b.site.id : true;
}
