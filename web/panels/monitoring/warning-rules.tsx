import type { WarningAnswer } from "#domain/early-warning/warning-answer.ts";
import { useLanguage } from "../../i18n/language.tsx";
import { useMonitoringText } from "./use-monitoring-text.ts";

/** "So gerechnet": the rules with their thresholds, and the dated set they come from. */
export function WarningRules({ answer }: { answer: WarningAnswer }) {
  const { formats } = useLanguage();
  const { warnings: words } = useMonitoringText();
  const { thresholds, parameterSet } = answer.ingredients;
  const number = (value: number) => formats.number(value, Number.isInteger(value) ? 0 : 1);
  return (
    <details>
      <summary>{words.rulesHeading}</summary>
      <div className="stack small">
        <p>{words.ruleSet(parameterSet.name, formats.date(parameterSet.validFrom))}</p>
        <ul>
          <li>{words.rules.level(number(thresholds.levelDeviations))}</li>
          <li>{words.rules.change(number(thresholds.changeYears), number(thresholds.changeDeviations))}</li>
          <li>{words.rules.direction(number(thresholds.adverseIntervals), number(thresholds.intervals))}</li>
          <li>{words.rules.least(number(thresholds.minDenominator))}</li>
        </ul>
        <p>{words.rules.grades}</p>
        <p>{words.rules.silent}</p>
      </div>
    </details>
  );
}
