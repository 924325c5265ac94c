import type { Found, SearchRun } from "./search-run.ts";

export type TellProgress = (
  stage: "FIRST_ANSWER" | "BOUND" | "PROOF",
  value: number,
  bound: number | null,
) => void;

/**
 * One objective for one city: what to choose from, how many, and what it is worth. Values are the objective's
 * whole units inside (`Found`); `inAnswer` turns them into people, metres, minutes or sites.
 */
export interface PlacementTask {
  isLowerBetter: boolean;
  /** Value of doing nothing. */
  present: number;
  solve(run: SearchRun, tell: TellProgress): Promise<Found>;
  /** A good choice without proof, which may begin with sites that are `kept`; null where none is enough. */
  quick(run: SearchRun, kept: readonly number[]): Promise<number[] | null>;
  value(chosen: readonly number[]): number;
  inAnswer(value: number): number;
  /** The same task once this candidate is open and counts as one of the sites; its values go on counting all. */
  opened(candidate: number): PlacementTask;
  /** The same task without some candidates. */
  without(isBanned: (candidate: number) => boolean): PlacementTask;
  /** People (thousandths) each chosen site alone adds, in the order given. */
  people(chosen: readonly number[]): number[];
  /** By cell: people (thousandths) who are better off with `after` than with `before`, less those worse off. */
  difference(before: readonly number[], after: readonly number[]): Float64Array;
}
