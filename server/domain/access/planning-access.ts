import type { Release } from "../dataset/release.ts";
import type { Audience } from "./audience.ts";
import { isAtMost } from "./visibility.ts";

/**
 * Who computes with people and ways (DESIGN §3.4): planners and the Geschäftsstelle, as long as their Sicht is
 * not lowered below what is internal. For everybody else analysis does not exist.
 */
export function usesPlanning({ role, account, ceiling }: Audience): boolean {
  return account !== null && (role === "PLANNER" || role === "SECRETARIAT") && isAtMost("INTERNAL", ceiling);
}

/**
 * Who asks for the people of an area drawn freely (METHODS §10: not public): those who plan, and heads of districts,
 * under the same Sicht. Which areas are answered is decided by `disclosure/asked-area.ts`, over all of them together.
 */
export function asksDrawnAreas({ role, account, ceiling }: Audience): boolean {
  const isInside = role === "PLANNER" || role === "SECRETARIAT" || role === "DISTRICT_HEAD";
  return account !== null && isInside && isAtMost("INTERNAL", ceiling);
}

/** Whether sums over drawn areas may be made of this release: of one for everybody inside, and of no stricter one. */
export function countsDrawnAreas({ visibility }: Pick<Release, "visibility">): boolean {
  return isAtMost(visibility, "INTERNAL");
}

/**
 * Who asks for an index of areas: those who plan, the Statistikstelle, and heads of districts, as long as their Sicht is
 * not lowered to the public's. Each gets it from the figures it reads itself; nobody outside is told classes or scores.
 */
export function asksIndices({ role, account, ceiling }: Audience): boolean {
  const isInside =
    role === "PLANNER" || role === "SECRETARIAT" || role === "STATISTICS" || role === "DISTRICT_HEAD";
  return account !== null && isInside && isAtMost("DISTRICT", ceiling);
}
