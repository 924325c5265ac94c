import type { IndicatorAnswer } from "#domain/contract/contract.ts";
import type { FormulaTerm } from "#domain/indicator/formula.ts";
import { useLanguage } from "../../i18n/language.tsx";
import { IconButton } from "../../ui/icon-button.tsx";
import { IndicatorSelect } from "../indicator/indicator-select.tsx";
import { useComputedText } from "./use-computed-text.ts";

/** One side of a formula: its terms with their signs, and one more to add. The first is never subtracted. */
export function TermList({
  side,
  terms,
  offered,
  signs,
  most = 10,
  onChange,
}: {
  side: string;
  terms: readonly FormulaTerm[];
  offered: readonly IndicatorAnswer[];
  /** Chosen for each term, or all after the first subtracted, or all added. */
  signs: "CHOSEN" | "LESS" | "MORE";
  most?: number;
  onChange: (terms: readonly FormulaTerm[]) => void;
}) {
  const { say } = useLanguage();
  const words = useComputedText();
  const nameOf = (code: string) => {
    const found = offered.find((one) => one.code === code);
    return found ? say(found.name) : code;
  };
  const removed = (code: string) =>
    terms
      .filter((one) => one.code !== code)
      .map((one, index) => (index === 0 ? { ...one, sign: "PLUS" as const } : one));
  return (
    <fieldset className="choice">
      <legend>{side}</legend>
      {terms.length > 0 && (
        <ul className="plain-list term-list">
          {terms.map(({ code, sign }, index) => (
            <li key={code}>
              {signs === "LESS" && index > 0 && <span className="small">{words.less}</span>}
              {signs === "CHOSEN" && index > 0 && (
                <select
                  aria-label={words.sign(nameOf(code))}
                  value={sign}
                  onChange={(event) =>
                    onChange(
                      terms.map((one) =>
                        one.code === code ? { code, sign: event.target.value as FormulaTerm["sign"] } : one,
                      ),
                    )
                  }
                >
                  <option value="PLUS">{words.signs.PLUS}</option>
                  <option value="MINUS">{words.signs.MINUS}</option>
                </select>
              )}
              <span>{nameOf(code)}</span>
              <IconButton
                icon="close"
                label={words.remove(nameOf(code))}
                className="small-button"
                onClick={() => onChange(removed(code))}
              />
            </li>
          ))}
        </ul>
      )}
      {terms.length < most && (
        <IndicatorSelect
          label={words.add(side)}
          offered={offered}
          taken={terms.map(({ code }) => code)}
          onChoose={({ code }) => onChange([...terms, { code, sign: "PLUS" }])}
        />
      )}
    </fieldset>
  );
}
