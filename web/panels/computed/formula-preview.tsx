import { commonPeriods } from "#domain/indicator/common-periods.ts";
import { checkComputed, formulaInWords } from "#domain/indicator/describe-computed.ts";
import { type Formula, formulaCodes } from "#domain/indicator/formula.ts";
import { useOpened } from "../../data/opened.ts";
import { useLanguage } from "../../i18n/language.tsx";
import { Notice } from "../../ui/notice.tsx";
import { useComputedText } from "./use-computed-text.ts";

/** What is going to be computed and in which unit, or why it cannot be, while the formula is being written. */
export function FormulaPreview({ formula, isAsked }: { formula: Formula | null; isAsked: boolean }) {
  const { say, formats } = useLanguage();
  const words = useComputedText();
  const { indicators } = useOpened();
  const known = new Map(indicators.map((one) => [one.code, one]));
  if (!formula) {
    return (
      <p className={isAsked ? "field-problem" : "small"} role={isAsked ? "alert" : undefined}>
        {words.incomplete}
      </p>
    );
  }
  const checked = checkComputed(formula, known);
  const parts = formulaCodes(formula).flatMap((code) => known.get(code) ?? []);
  const hasCommon =
    commonPeriods(parts.map(({ periods }) => periods)).length > 0 &&
    parts[0]?.levels.some((level) => parts.every(({ levels }) => levels.includes(level)));
  return (
    <div role="status" className="formula">
      <p>
        <strong>{words.how}: </strong>
        {say(formulaInWords(formula, known))}
      </p>
      {checked.kind === "problem" ? (
        <Notice kind="problem">{say(checked.problem.text)}</Notice>
      ) : (
        <p className="small">
          {words.yields(
            formats.unit(checked.result.unit),
            checked.result.kind === "count" ? words.asSymbols : words.asClasses,
          )}{" "}
          {words.hidden}
        </p>
      )}
      {checked.kind === "result" && !hasCommon && <Notice>{words.noCommon}</Notice>}
    </div>
  );
}
