import type { Me } from "#domain/contract/contract.ts";

/** People who sketch and save; everybody else sees the present and nothing of scenarios. */
export function usesScenarios(me: Me): boolean {
  return me.role === "PLANNER" || me.role === "SECRETARIAT";
}
