import type { Indicator } from "../indicator/indicator.ts";
import type { ClassMethod } from "./class-method.ts";

/**
 * The method the map uses: the one chosen, else the indicator's own recommendation (METHODS §6): content
 * breaks where the owner set them, standard deviation around the mean for diverging ones, quantiles else.
 */
export function classMethodOf(indicator: Indicator, chosen: ClassMethod | null): ClassMethod {
  if (chosen && (chosen !== "content" || hasContentBreaks(indicator))) return chosen;
  if (hasContentBreaks(indicator)) return "content";
  return indicator.diverging ? "standard-deviation" : "quantile";
}

export function hasContentBreaks(indicator: Indicator): boolean {
  return (indicator.contentBreaks?.length ?? 0) > 0;
}

/** Content breaks and standard deviation bring their own number of classes. */
export function hasFreeClasses(method: ClassMethod): boolean {
  return method !== "content" && method !== "standard-deviation";
}
