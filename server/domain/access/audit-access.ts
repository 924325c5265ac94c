import type { Audience } from "./audience.ts";

/** Types of audit rows that tell of accounts and not of content. */
export const accountActTypes = ["account", "token", "session"] as const;

/**
 * Which half of the audit somebody reads: the Geschäftsstelle what was done to content, a technician what was done
 * to accounts; nobody both, nobody else any of it. A lowered Sicht shows nothing of what it hides elsewhere.
 */
export function readsAudit({ role, account, ceiling }: Audience): "content" | "accounts" | null {
  if (account === null || ceiling !== "RESTRICTED") return null;
  return role === "SECRETARIAT" ? "content" : role === "ADMIN" ? "accounts" : null;
}
