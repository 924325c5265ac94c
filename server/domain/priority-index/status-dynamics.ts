import type { IndexScores } from "./priority-index.ts";

/** One of the combinations of status and dynamics, twelve with four and three classes (METHODS §4.2). */
export interface StatusDynamics {
  status: number;
  dynamics: number;
  areaNumbers: string[];
}

/**
 * Areas by class of status (the index now) and of dynamics (the index of the changes of the same figures: high is a
 * change for the worse). All combinations are there, empty ones too; areas without one of the two are in none.
 */
export function statusDynamics(
  status: Pick<IndexScores, "areas">,
  dynamics: Pick<IndexScores, "areas">,
  classes: { status: number; dynamics: number },
): StatusDynamics[] {
  const movement = new Map(dynamics.areas.map(({ areaNumber, classIndex }) => [areaNumber, classIndex]));
  const combinations = Array.from({ length: classes.status * classes.dynamics }, (_, index) => ({
    status: Math.floor(index / classes.dynamics),
    dynamics: index % classes.dynamics,
    areaNumbers: [] as string[],
  }));
  for (const { areaNumber, classIndex } of status.areas) {
    const moved = movement.get(areaNumber) ?? null;
    if (classIndex !== null && moved !== null)
      combinations[classIndex * classes.dynamics + moved]!.areaNumbers.push(areaNumber);
  }
  return combinations;
}
