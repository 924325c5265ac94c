import type { IndicatorAnswer } from "#domain/contract/contract.ts";
import type { FiredRule } from "#domain/early-warning/warning-signals.ts";
import { useLanguage } from "../../i18n/language.tsx";
import { usePeriodLabel } from "../indicator/use-period-label.ts";
import { useMonitoringText } from "./use-monitoring-text.ts";

/** A rule that fired, with the figures that fired it, as a person reads it. */
export function useFiredText(): (rule: FiredRule, indicator: IndicatorAnswer) => string {
  const { formats } = useLanguage();
  const { warnings: words } = useMonitoringText();
  const periodLabel = usePeriodLabel();
  return (rule, indicator) => {
    if (rule.rule === "DIRECTION")
      return words.fired.direction(formats.number(rule.adverse), formats.number(rule.intervals.length));
    const deviations = formats.number(rule.deviations, 1);
    if (rule.rule === "CHANGE") {
      const points = { ...indicator, unit: indicator.unit === "%" ? "percentage-points" : indicator.unit };
      const change = formats.value(rule.change, { ...points, isChange: true });
      return words.fired.change(periodLabel(rule.from), change, deviations);
    }
    const level = words.fired.level(formats.value(rule.value, indicator), deviations);
    return rule.isLowestClass ? `${level}, ${words.fired.lowest}` : level;
  };
}
