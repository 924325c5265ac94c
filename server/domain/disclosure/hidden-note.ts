import type { AreaLevel } from "../area/area.ts";
import type { Indicator } from "../indicator/indicator.ts";
import type { AreaValue } from "../indicator/period-values.ts";
import { thresholdAt } from "./suppression.ts";

/** What a legend has to explain of figures that are hidden, or hidden from others; nulls where there are none. */
export interface HiddenNote {
  /** Smallest count told here, null where the source hides and says no rule. */
  hidden: { threshold: number | null } | null;
  /** How many figures are shown to this reader and hidden from others. */
  confidential: number | null;
}

export function hiddenNoteOf(
  { suppression }: Pick<Indicator, "suppression">,
  level: AreaLevel,
  values: Iterable<AreaValue>,
): HiddenNote {
  let isHidden = false;
  let confidential = 0;
  for (const { state, isConfidential } of values) {
    if (state === "SUPPRESSED") isHidden = true;
    if (isConfidential) confidential++;
  }
  const threshold = suppression ? thresholdAt(suppression, level) : 0;
  return {
    hidden: isHidden ? { threshold: threshold > 0 ? threshold : null } : null,
    confidential: confidential > 0 ? confidential : null,
  };
}
