import { type FormEvent, useState } from "react";
import type { ScreeningCondition } from "#domain/area-choice/screening.ts";
import type { IndicatorAnswer } from "#domain/contract/contract.ts";
import { useOpened } from "../../data/opened.ts";
import { useLanguage } from "../../i18n/language.tsx";
import { choiceIndicators, type ToldFigures } from "../../monitoring/use-told-figures.ts";
import { usePage, usePageStore } from "../../state/use-page.ts";
import { IconButton } from "../../ui/icon-button.tsx";
import { IndicatorSelect } from "../indicator/indicator-select.tsx";
import { readFigure } from "../reading/read-figure.ts";
import { useChoiceText } from "./use-choice-text.ts";

const mostConditions = 10;

/** The conditions stated so far, and one more. */
export function ScreeningForm({ told }: { told: readonly ToldFigures[] }) {
  const { say, formats } = useLanguage();
  const { indicators } = useOpened();
  const { screening: words } = useChoiceText();
  const store = usePageStore();
  const level = usePage((state) => state.level);
  const asked = usePage((state) => state.screening);
  const change = (conditions: readonly ScreeningCondition[]) => {
    store.getState().keepClass(null);
    store.getState().monitor({ screening: { ...asked, conditions } });
  };
  const [drafted, setDrafted] = useState<IndicatorAnswer | null>(null);
  const nameOf = (code: string) => {
    const indicator = indicators.find((one) => one.code === code);
    return indicator ? say(indicator.shortName ?? indicator.name) : code;
  };
  return (
    <>
      {asked.conditions.length > 0 && (
        <ul className="plain-list conditions">
          {asked.conditions.map((one) => {
            const indicator = told.find(
              ({ indicatorCode }) => indicatorCode === one.indicatorCode,
            )?.indicator;
            const figure = indicator ? formats.value(one.value, indicator) : formats.number(one.value, 1);
            const name = nameOf(one.indicatorCode);
            const said = one.bound === "AT_LEAST" ? words.atLeast(name, figure) : words.atMost(name, figure);
            return (
              <li key={`${one.indicatorCode} ${one.bound} ${one.value}`}>
                <span>{said}</span>
                <IconButton
                  icon="close"
                  className="small-button"
                  label={words.remove(said)}
                  onClick={() => change(asked.conditions.filter((other) => other !== one))}
                />
              </li>
            );
          })}
        </ul>
      )}
      {!drafted && asked.conditions.length < mostConditions && (
        <IndicatorSelect
          label={words.add}
          offered={choiceIndicators(indicators, level)}
          taken={[]}
          onChoose={setDrafted}
        />
      )}
      {drafted && (
        <ConditionForm
          key={drafted.code}
          indicator={drafted}
          onClose={() => setDrafted(null)}
          onState={(condition) => {
            const isStated = asked.conditions.some(
              ({ indicatorCode, bound, value }) =>
                indicatorCode === condition.indicatorCode &&
                bound === condition.bound &&
                value === condition.value,
            );
            if (!isStated) change([...asked.conditions, condition]);
            setDrafted(null);
          }}
        />
      )}
    </>
  );
}

function ConditionForm({
  indicator,
  onState,
  onClose,
}: {
  indicator: IndicatorAnswer;
  onState: (condition: ScreeningCondition) => void;
  onClose: () => void;
}) {
  const { say, formats } = useLanguage();
  const { screening: words } = useChoiceText();
  const [bound, setBound] = useState<ScreeningCondition["bound"]>(
    indicator.direction === "HIGH_IS_RESOURCE" ? "AT_MOST" : "AT_LEAST",
  );
  const [typed, setTyped] = useState("");
  const [isRefused, setRefused] = useState(false);
  const state = (event: FormEvent) => {
    event.preventDefault();
    const value = readFigure(typed);
    const isFigure = value !== null && value !== undefined && Math.abs(value) < 1e9;
    setRefused(!isFigure);
    // As fine as an address tells it.
    if (isFigure) onState({ indicatorCode: indicator.code, bound, value: Number(value.toFixed(6)) });
  };
  const unit = formats.unit(indicator.unit);
  return (
    <form className="stack examine-form" onSubmit={state} noValidate>
      <fieldset className="choice">
        <legend>{say(indicator.name)}</legend>
        {(["AT_LEAST", "AT_MOST"] as const).map((one) => (
          <label key={one} className="check">
            <input
              type="radio"
              name="condition-bound"
              checked={bound === one}
              onChange={() => setBound(one)}
            />
            <span>{words.bounds[one]}</span>
          </label>
        ))}
      </fieldset>
      <label className="field">
        <span>{unit ? words.valueIn(unit) : words.value}</span>
        <input
          inputMode="decimal"
          value={typed}
          aria-invalid={isRefused}
          onChange={(event) => setTyped(event.target.value)}
        />
        {isRefused && (
          <span className="field-problem" role="alert">
            {words.noNumber}
          </span>
        )}
      </label>
      <p className="warning-acts">
        <button type="submit" className="button button-main small-button">
          {words.state}
        </button>
        <button type="button" className="button small-button" onClick={onClose}>
          {words.cancel}
        </button>
      </p>
    </form>
  );
}
