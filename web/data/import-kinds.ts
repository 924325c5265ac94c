import { importersOf } from "#domain/access/import-roles.ts";
import type { Me } from "#domain/contract/contract.ts";
import type { ImportKind } from "#domain/contract/import-contract.ts";

/** What this person may bring in; the record types are asked for when the form is there. */
export function importKindsOf({ account, role, department }: Me): ImportKind[] {
  if (!account) return [];
  return importersOf(role).filter((kind) => kind !== "records" || role !== "PLANNER" || department !== null);
}
