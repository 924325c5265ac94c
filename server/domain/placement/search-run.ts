import type { MilpSolver } from "./milp.ts";

/** What a search is given beside its problem: a solver, an end, and somebody who watches. */
export interface SearchRun {
  solver: MilpSolver;
  /** Moment (milliseconds since 1970) after which no proof is begun or continued. */
  endsAt: number;
  onProgress: (progress: SearchProgress) => void;
  isCancelled: () => boolean;
  /** Lets the caller's thread do something else, such as hear that somebody cancelled. */
  pause: () => Promise<void>;
}

export interface SearchProgress {
  stage: SearchStage;
  /** In the objective's unit, as in the answer. */
  value: number;
  bound: number | null;
  gap: number | null;
}
export const searchStages = {
  FIRST_ANSWER: { de: "erste Lösung gefunden", en: "first answer found" },
  BOUND: { de: "Schranke berechnet", en: "bound computed" },
  PROOF: { de: "Beweis läuft", en: "proving" },
  ALTERNATIVES: { de: "Alternativen werden gesucht", en: "looking for alternatives" },
  WHY_NOT: { de: "Gegenprobe läuft", en: "checking the place asked about" },
} as const;
export type SearchStage = keyof typeof searchStages;

/** A choice of candidates with what is known of how good it can be. Values in the objective's whole units. */
export interface Found {
  chosen: number[];
  value: number;
  bound: number;
  isProven: boolean;
}

export class SearchCancelledError extends Error {}

/** Between two pieces of work: tells the caller's thread it may do something, and ends a cancelled search. */
export async function breathe(run: SearchRun): Promise<void> {
  await run.pause();
  if (run.isCancelled()) throw new SearchCancelledError("The search was cancelled.");
}

/** Seconds left for proofs. */
export function secondsLeft(run: SearchRun): number {
  return Math.max(0, (run.endsAt - Date.now()) / 1000);
}
