import type { Audience } from "./audience.ts";
import { isAtMost } from "./visibility.ts";

/**
 * Who reads what was once said of a record, and by which office: the administration, as long as its Sicht is
 * not lowered below what is internal. The public reads what is in force.
 */
export function readsHistory({ role, account, ceiling }: Audience): boolean {
  return account !== null && (role === "PLANNER" || role === "SECRETARIAT") && isAtMost("INTERNAL", ceiling);
}
