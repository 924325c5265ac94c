import type { ProfileCode } from "../network/profile.ts";
import { profileOf } from "../parameter-set/defaults.ts";
import { makeReachability } from "../reachability/make-reachability.ts";
import type { NearestWays, Reachability, ReachedCells, WayMeasure } from "../reachability/reachability.ts";
import type { ServingPoint } from "../supply/capacity-for.ts";
import { type Catchments, catchmentsOf } from "../supply/catchments.ts";
import { kept } from "./kept.ts";
import type { PlanningData, ResolvedQuestion } from "./planning-model.ts";
import type { Question } from "./question.ts";
import { resolveQuestion } from "./resolve-question.ts";

/** How many questions stay answered in part: enough to go back and forth between a few on one screen. */
const keptQuestions = 12;
/** Four profiles, in metres and in minutes; a scenario with other speeds pushes the oldest out. */
const keptReachabilities = 8;

/** The expensive parts of answers, kept between questions: ways of a profile, nearest places, catchments. */
export interface PlanningMemory {
  reachability(profile: ProfileCode, measure: WayMeasure): Reachability;
  resolve(question: Question): ResolvedQuestion;
  /** Way of every cell to the nearest of these places, however long. */
  nearest(reachability: Reachability, places: readonly ServingPoint[]): NearestWays;
  catchments(resolved: ResolvedQuestion, places: readonly ServingPoint[]): Catchments;
}

/**
 * Ways depend on grid, network and profile alone, not on the scenario: all models of a city share them, so that a
 * changed scenario is answered without bringing every cell to its street again.
 */
const sharedWays = new WeakMap<object, WeakMap<object, ReturnType<typeof kept<Reachability>>>>();

function reachabilitiesOf({ grid, network }: PlanningData) {
  const ofGrid = sharedWays.get(grid) ?? new WeakMap();
  sharedWays.set(grid, ofGrid);
  const ofNetwork = ofGrid.get(network ?? grid) ?? kept<Reachability>(keptReachabilities);
  ofGrid.set(network ?? grid, ofNetwork);
  return ofNetwork;
}

export function planningMemory(data: PlanningData): PlanningMemory {
  const reachabilities = reachabilitiesOf(data);
  const questions = kept<ResolvedQuestion>(keptQuestions);
  const ways = kept<NearestWays>(keptQuestions);
  const catchmentSets = kept<Catchments>(keptQuestions);
  const reachedBy = kept<Map<string, ReachedCells>>(keptQuestions);

  const reachability = (code: ProfileCode, measure: WayMeasure) => {
    const { grid, network } = data;
    const profile = profileOf(data.parameterSet, code);
    return reachabilities(JSON.stringify([profile, measure]), () =>
      makeReachability({ network, grid, profile, measure }),
    );
  };

  const resolve = (question: Question) => {
    const { kind, layers, level, profile, limit } = question;
    return questions(JSON.stringify([kind, layers, level, profile, limit]), () =>
      resolveQuestion(data, question, reachability),
    );
  };

  const nearest = (from: Reachability, places: readonly ServingPoint[]) =>
    ways(`${from.profile} ${from.measure} ${idsOf(places)}`, () =>
      from.nearest(places.map(({ point }) => point)),
    );

  /** Each place's catchment is found once, whatever layers it is asked for with. */
  const catchments = ({ reachability: from, limit }: ResolvedQuestion, places: readonly ServingPoint[]) => {
    const way = `${from.profile} ${from.measure} ${limit}`;
    return catchmentSets(`${way} ${idsOf(places)}`, () => {
      const known = reachedBy(way, () => new Map());
      const reached = places.map(({ point }) => {
        const cells = known.get(point.id) ?? from.reach(point, limit);
        known.set(point.id, cells);
        return cells;
      });
      return catchmentsOf(reached, data.grid.cellCount);
    });
  };

  return { reachability, resolve, nearest, catchments };
}

const idsOf = (places: readonly ServingPoint[]) => places.map(({ point }) => point.id).join(" ");
