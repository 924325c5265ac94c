import { demandWeights } from "../demand/target-group.ts";
import type { ProfileCode } from "../network/profile.ts";
import { profileOf } from "../parameter-set/defaults.ts";
import type { Standard } from "../parameter-set/standard.ts";
import type { Reachability, WayMeasure } from "../reachability/reachability.ts";
import { servingSupply } from "../supply/capacity-for.ts";
import {
  type PlanningData,
  type ResolvedQuestion,
  UnanswerableQuestionError,
  UnknownKindError,
} from "./planning-model.ts";
import type { Question } from "./question.ts";

const mmPerMetre = 1000;
const msPerMinute = 60_000;

/** How long a way may be, as people say it. */
export interface TellableLimit {
  measure: WayMeasure;
  amount: number;
}

/** Longest way of a question: its own, else the standard's; null where neither names one. */
export function limitOf(question: Question, standard: Standard): TellableLimit | null {
  const { limit } = question;
  if (limit?.measure === "minutes") return { measure: "minutes", amount: limit.minutes };
  if (limit) return { measure: "metres", amount: limit.metres };
  return standard.maxWayM === null ? null : { measure: "metres", amount: standard.maxWayM };
}

/** Metres or minutes in whole millimetres or milliseconds. */
export function inOwnUnits({ measure, amount }: TellableLimit): number {
  return Math.round(amount * (measure === "metres" ? mmPerMetre : msPerMinute));
}

/** True where the question measures ways otherwise than the standard does. */
export function differsFromStandard({ question, standard }: Pick<ResolvedQuestion, "question" | "standard">) {
  const limit = limitOf(question, standard);
  const profile = question.profile ?? standard.profile;
  return profile !== standard.profile || limit?.measure !== "metres" || limit.amount !== standard.maxWayM;
}

/** Fills in what a question leaves to standard and parameter set. Throws as `PlanningModel.resolve` says. */
export function resolveQuestion(
  data: PlanningData,
  question: Question,
  reachabilityFor: (profile: ProfileCode, measure: WayMeasure) => Reachability,
): ResolvedQuestion {
  const standard = data.parameterSet.standards.find(({ kind }) => kind === question.kind);
  if (!standard) throw new UnknownKindError(question.kind);
  const limit = limitOf(question, standard);
  if (!limit) throw new UnanswerableQuestionError("no-limit");
  const profile = question.profile ?? standard.profile;
  if (limit.measure === "minutes" && profileOf(data.parameterSet, profile).speedMmPerSecond === null) {
    throw new UnanswerableQuestionError("no-speed");
  }
  const { weights, isEstimated } = demandWeights(data.grid, standard.ages);
  return {
    question,
    standard,
    reachability: reachabilityFor(profile, limit.measure),
    limit: inOwnUnits(limit),
    weights,
    agesEstimated: isEstimated,
    supply: servingSupply(data.supply, standard, question.layers),
  };
}
