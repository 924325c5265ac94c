import type { Indicator } from "./indicator.ts";

/** Family of the cohesion study: surveyed by Stadtbezirk, never broken down, never ranked (METHODS §4.6). */
export const isCohesion = ({ theme }: Pick<Indicator, "theme">): boolean => theme === "cohesion";
