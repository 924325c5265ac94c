import type { Audience } from "./audience.ts";

/** Who makes, changes and locks accounts (MODEL §1): the ADMIN, who in turn has no rights on content. */
export function managesAccounts({ role, account }: Audience): boolean {
  return account !== null && role === "ADMIN";
}

/**
 * Who is told which office an account belongs to: those who share records and read who wrote them, and the ADMIN.
 * A lowered Sicht hides content, not colleagues.
 */
export function readsOffices({ role, account }: Audience): boolean {
  return account !== null && (role === "PLANNER" || role === "SECRETARIAT" || role === "ADMIN");
}
