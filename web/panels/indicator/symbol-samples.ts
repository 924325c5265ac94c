import { scaleBar } from "../../map/export/scale-bar.ts";

/** Values whose circles the legend shows, largest first: round numbers not above the largest figure. */
export function symbolSamples(maximum: number): number[] {
  const wanted = [maximum, maximum / 4, maximum / 20].filter((value) => value > 0);
  // 1, 2 or 5 times a power of ten, by the rule the scale bar follows.
  return [...new Set(wanted.map((value) => scaleBar(value, 1).meters))];
}
