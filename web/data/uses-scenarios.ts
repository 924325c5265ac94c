import { usesPlanning } from "#domain/access/planning-access.ts";
import type { Me } from "#domain/contract/contract.ts";

/** People who sketch and save; everybody else sees the present and nothing of scenarios. */
export function usesScenarios({ ceilings, ...me }: Me): boolean {
  return usesPlanning({ ...me, ceiling: ceilings.at(-1) ?? "PUBLIC" });
}
