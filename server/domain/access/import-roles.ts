import type { ImportKind } from "../contract/import-contract.ts";
import type { Role } from "./audience.ts";

/**
 * Who brings files in (MODEL §1): the Statistikstelle answers for areas, figures and layers, the Geschäftsstelle
 * edits areas and every record, a Fachamt its own records. ADMIN has no content rights.
 */
const kindsByRole: Readonly<Partial<Record<Role, readonly ImportKind[]>>> = {
  STATISTICS: ["indicator", "areas", "layer"],
  SECRETARIAT: ["records", "areas", "layer"],
  PLANNER: ["records"],
};

export function importersOf(role: Role): readonly ImportKind[] {
  return kindsByRole[role] ?? [];
}
