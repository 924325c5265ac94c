import type { AnalysisAnswer, SuggestedSite, Suggestion, WhyNot } from "../analysis/answers.ts";
import { ingredientsOf } from "../analysis/ingredients.ts";
import type { LandPlot } from "../analysis/planning-base.ts";
import type { PlanningModel } from "../analysis/planning-model.ts";
import type { SuggestionRequest } from "../analysis/question.ts";
import { warningsOf } from "../analysis/warnings.ts";
import type { Text } from "../text/text.ts";
import { findAlternatives, metresApart } from "./alternatives.ts";
import { makeTask, type PreparedTask } from "./make-task.ts";
import type { MilpSolver } from "./milp.ts";
import type { Found, SearchProgress, SearchRun, SearchStage } from "./search-run.ts";

export interface SuggestionContext {
  /** Land the audience may know of; read for every choice but ANY. */
  land: readonly LandPlot[];
  solver: MilpSolver;
  onProgress?: (progress: SearchProgress) => void;
  /** Asked between pieces of work and while the solver runs; `SearchCancelledError` is then thrown. */
  isCancelled?: () => boolean;
  /** Awaited between pieces of work, so that the thread hears of a cancellation. */
  pause?: () => Promise<void>;
}

/** Alternatives on any land lie at least this share of the longest way, and this many metres, from what they replace. */
const apartShare = 0.25;
const apartMetres = 250;

/**
 * Where new sites would serve best (METHODS §8), as a "Vorschlag zur Prüfung": what exists stays open, candidates
 * come from the land asked for, on any land from at most 5,000 inhabited cells. A first answer comes at once
 * through `onProgress`; then its bound, then a proof by the solver as long as `request.seconds` allow. The
 * answer tells honestly how far it may be from the best: `bound` always holds, and `isProven` is true only where
 * nothing better exists. It is the same each time it is asked, for a proof that did not end in time leaves no
 * trace. Throws `IncompleteRequestError`, `SearchCancelledError`, and as `PlanningModel.resolve` does.
 */
export async function suggestSites(
  model: PlanningModel,
  request: SuggestionRequest,
  context: SuggestionContext,
): Promise<AnalysisAnswer<Suggestion>> {
  const began = Date.now();
  const until = (share: number) => began + request.seconds * 1000 * share;
  const run: SearchRun = {
    solver: context.solver,
    // A place asked about is proved too, in what the first proof leaves.
    endsAt: until(request.whyNot ? 0.6 : 1),
    onProgress: context.onProgress ?? (() => {}),
    isCancelled: context.isCancelled ?? (() => false),
    pause: context.pause ?? (() => Promise.resolve()),
  };
  const prepared = await makeTask(model, request, context.land, run);
  const { task, city } = prepared;
  const report = (stage: SearchStage, value: number, bound: number | null) =>
    run.onProgress({
      stage,
      value: round(task.inAnswer(value)),
      bound: bound === null ? null : round(task.inAnswer(bound)),
      gap: bound === null ? null : gapOf(prepared, value, bound),
    });
  const settle = (found: Found) => withAlternatives(prepared, found, nearness(prepared, request), run);
  const first = await task.solve(run, report);
  report("ALTERNATIVES", first.value, first.bound);
  let { best, alternatives } = await settle(first);
  let whyNot: WhyNot | null = null;
  const notes: Text[] = [...prepared.notes];
  if (request.whyNot && city.candidates.length > 0) {
    report("WHY_NOT", best.value, best.bound);
    const place = { longitude: request.whyNot[0], latitude: request.whyNot[1] };
    const asked = nearestCandidate(prepared, place);
    const forced = await solveWith(prepared, asked, best, { ...run, endsAt: until(1) });
    // Without a proof the place asked about may turn out better than what was found: then it is the answer.
    if (isBetter(prepared, forced.value, best.value)) {
      ({ best, alternatives } = await settle(improved(best, forced)));
    }
    whyNot = whyNotOf(prepared, best, forced, asked);
    const metres = Math.round(metresApart(place, city.candidates[asked]!));
    if (metres > 300) notes.push(farFromLand(metres));
  }

  return {
    scenario: { ...model.data.scenario },
    result: {
      objective: request.objective,
      sites: sitesOf(prepared, best.chosen),
      value: round(task.inAnswer(best.value)),
      bound: round(task.inAnswer(best.bound)),
      gap: gapOf(prepared, best.value, best.bound),
      isProven: best.isProven,
      present: round(task.inAnswer(task.present)),
      alternatives: alternatives.map(({ chosen, value }) => ({
        sites: sitesOf(prepared, chosen),
        value: round(task.inAnswer(value)),
      })),
      candidates: city.candidates.length,
      equityWeight: prepared.equityWeight,
      whyNot,
    },
    ingredients: ingredientsOf(model.data, city.resolved),
    warnings: warningsOf(model.data, city.resolved, {
      areas: whyNot !== null,
      capacities: request.objective === "SHORTEST_WAYS_WITH_PLACES",
      more: notes,
    }),
  };
}

/** Thousandths are exact enough for people and metres alike. */
const round = (value: number) => Math.round(value * 1000) / 1000;

/** How far the value may be from the best: |bound − value| / |bound|, rounded up to a millionth. */
function gapOf({ task }: PreparedTask, value: number, bound: number): number {
  const distance = Math.abs(task.inAnswer(bound) - task.inAnswer(value));
  if (distance === 0) return 0;
  if (bound === 0) return 1;
  // A billionth is what sums of fractions are off by.
  return Math.ceil((distance / Math.abs(task.inAnswer(bound))) * 1e6 - 1e-3) / 1e6;
}

const isBetter = ({ task }: PreparedTask, a: number, b: number) => (task.isLowerBetter ? a < b : a > b);

/** What is known of the best, with a choice that turned out better. */
function improved(best: Found, { chosen, value }: { chosen: number[]; value: number }): Found {
  return { chosen, value, bound: best.bound, isProven: best.bound === value };
}

/** Alternatives to an answer; without a proof one may turn out better, which is then the answer itself. */
async function withAlternatives(
  prepared: PreparedTask,
  found: Found,
  isNear: (a: number, b: number) => boolean,
  run: SearchRun,
) {
  for (let best = found; ; ) {
    const alternatives = await findAlternatives(prepared.task, best.chosen, isNear, run);
    const [other] = alternatives;
    if (!other || !isBetter(prepared, other.value, best.value)) return { best, alternatives };
    best = improved(best, other);
  }
}

/** The best answer that holds this candidate. */
async function solveWith(prepared: PreparedTask, asked: number, best: Found, run: SearchRun): Promise<Found> {
  if (best.chosen.includes(asked)) return best;
  const opened = prepared.task.opened(asked);
  const rest = await opened.solve(run, () => {});
  return { ...rest, chosen: [asked, ...rest.chosen].sort((a, b) => a - b) };
}

function whyNotOf(prepared: PreparedTask, best: Found, forced: Found, asked: number): WhyNot {
  const { task, city } = prepared;
  const difference = task.difference(best.chosen, forced.chosen);
  const byArea = new Float64Array(city.areas?.numbers.length ?? 0);
  difference.forEach((people, cell) => {
    const area = city.areas?.index[cell] ?? -1;
    if (area >= 0) byArea[area]! += people;
  });
  return {
    candidate: sitesOf(prepared, forced.chosen).find(
      ({ candidateId }) => candidateId === city.candidates[asked]!.id,
    )!,
    value: round(task.inAnswer(forced.value)),
    loss: round(Math.abs(task.inAnswer(forced.value) - task.inAnswer(best.value))),
    gap: gapOf(prepared, forced.value, forced.bound),
    displaced: sitesOf(prepared, best.chosen).filter(({ candidateId }) =>
      forced.chosen.every((j) => city.candidates[j]!.id !== candidateId),
    ),
    areas: Array.from(byArea, (people, area) => ({
      areaNumber: city.areas!.numbers[area]!,
      people: round(people / 1000),
    }))
      .filter(({ people }) => people !== 0)
      .sort((a, b) => a.people - b.people || (a.areaNumber < b.areaNumber ? -1 : 1)),
  };
}

/** Sites as they are told, those that add most people first. */
function sitesOf({ task, city }: PreparedTask, chosen: readonly number[]): SuggestedSite[] {
  const people = task.people(chosen);
  return chosen
    .map((j, position) => {
      const { id, name, longitude, latitude } = city.candidates[j]!;
      return { candidateId: id, name, longitude, latitude, people: round(people[position]! / 1000) };
    })
    .sort((a, b) => b.people - a.people);
}

function nearestCandidate({ city }: PreparedTask, place: { longitude: number; latitude: number }): number {
  let nearest = 0;
  city.candidates.forEach((candidate, j) => {
    if (metresApart(place, candidate) < metresApart(place, city.candidates[nearest]!)) nearest = j;
  });
  return nearest;
}

/** Another plot is another site; on any land it has to lie some way off. */
function nearness({ city }: PreparedTask, request: SuggestionRequest) {
  if (request.land !== "ANY") return (a: number, b: number) => a === b;
  const { limit, reachability } = city.resolved;
  const metres = reachability.measure === "metres" ? (limit / 1000) * apartShare : 0;
  const apart = Math.max(apartMetres, metres);
  return (a: number, b: number) => metresApart(city.candidates[a]!, city.candidates[b]!) < apart;
}

function farFromLand(metres: number): Text {
  return {
    de: `Der angefragte Ort gehört zu keiner der möglichen Flächen; geprüft ist die nächste (${metres.toLocaleString("de-DE")} m entfernt).`,
    en: `The place asked about is none of the possible sites; the nearest one was checked (${metres.toLocaleString("en-GB")} m away).`,
  };
}
