import type { Audience } from "./audience.ts";
import { isAtMost } from "./visibility.ts";

/**
 * Who computes with people and ways (DESIGN §3.4): planners and the Geschäftsstelle, as long as their Sicht is
 * not lowered below what is internal. For everybody else analysis does not exist.
 */
export function usesPlanning({ role, account, ceiling }: Audience): boolean {
  return account !== null && (role === "PLANNER" || role === "SECRETARIAT") && isAtMost("INTERNAL", ceiling);
}
