import type { PlanningTerms } from "./use-planning.ts";

/** The longest way asked about, as a person says it. */
export interface WayLimit {
  measure: "metres" | "minutes";
  amount: number;
}

/** The question's own limit, else the standard's; null where nobody agreed on one. */
export function limitOfTerms({
  question: { limit },
  standard,
}: Pick<PlanningTerms, "question" | "standard">): WayLimit | null {
  if (limit?.measure === "minutes") return { measure: "minutes", amount: limit.minutes };
  if (limit) return { measure: "metres", amount: limit.metres };
  return standard.maxWayM === null ? null : { measure: "metres", amount: standard.maxWayM };
}
