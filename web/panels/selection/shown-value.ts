import type { Indicator } from "#domain/indicator/indicator.ts";
import type { AreaValue } from "#domain/indicator/period-values.ts";
import { useLanguage } from "../../i18n/language.tsx";

/** A value with its unit, or the words for why there is none: never zero, never a bare dash. */
export function useShownValue(): (value: AreaValue | undefined, indicator: Indicator) => string {
  const { text, formats } = useLanguage();
  return (value, indicator) => {
    if (!value) return text.record.unknown;
    if (value.state === "VALUE" && value.value !== null) {
      const figure = formats.value(value.value, indicator);
      const notes = [
        ...(value.isUncertain ? [text.record.uncertain] : []),
        ...(value.isConfidential ? [text.record.confidential] : []),
      ];
      return notes.length > 0 ? `${figure} (${notes.join(", ")})` : figure;
    }
    if (value.state === "SUPPRESSED") return text.record.suppressed;
    if (value.state === "NOT_APPLICABLE") return text.record.notApplicable;
    return value.state === "TOO_FEW_RESIDENTS" ? text.classes.states.TOO_FEW_RESIDENTS : text.record.unknown;
  };
}
