import { useRef } from "react";
import { useOpened } from "../../data/opened.ts";
import { useLanguage } from "../../i18n/language.tsx";
import { FormField } from "../record-form/form-field.tsx";
import { type FigureDraft, verdicts } from "./assessment-draft.ts";
import { figureFieldId } from "./field-ids.ts";
import { useAssessmentText } from "./use-assessment-text.ts";

/** Which indicators the statement confirms or contradicts, one row each. */
export function FigureFields({
  figures,
  problemOf,
  onChange,
}: {
  figures: readonly FigureDraft[];
  problemOf: (fieldId: string) => string | undefined;
  onChange: (figures: FigureDraft[]) => void;
}) {
  const { say, formats } = useLanguage();
  const { form } = useAssessmentText();
  const { indicators } = useOpened();
  const add = useRef<HTMLButtonElement>(null);
  const known = indicators
    .map(({ code, name }) => ({ code, name: say(name) }))
    .toSorted((a, b) => a.name.localeCompare(b.name));
  const change = (number: number, part: Partial<FigureDraft>) =>
    onChange(figures.map((one) => (one.number === number ? { ...one, ...part } : one)));
  const next = Math.max(-1, ...figures.map(({ number }) => number)) + 1;
  return (
    <section className="stack" aria-labelledby="assessment-figures">
      <h3 id="assessment-figures">{form.figures}</h3>
      <p className="small">{form.figuresHint}</p>
      {figures.map((figure, index) => {
        const place = formats.number(index + 1);
        const id = figureFieldId(figure);
        const isKnown = figure.code === "" || known.some(({ code }) => code === figure.code);
        return (
          <div key={figure.number} className="figure-row">
            <FormField id={id} label={form.figure(place)} problem={problemOf(id)}>
              {(control) => (
                <select
                  {...control}
                  value={figure.code}
                  onChange={(event) => change(figure.number, { code: event.target.value })}
                >
                  <option value="">{form.chooseFigure}</option>
                  {!isKnown && <option value={figure.code}>{figure.code}</option>}
                  {known.map(({ code, name }) => (
                    <option key={code} value={code}>
                      {name}
                    </option>
                  ))}
                </select>
              )}
            </FormField>
            <label className="field">
              <span className="for-ears">{form.verdict(place)}</span>
              <select
                value={figure.verdict}
                onChange={(event) =>
                  change(figure.number, { verdict: event.target.value as FigureDraft["verdict"] })
                }
              >
                {verdicts.map((verdict) => (
                  <option key={verdict} value={verdict}>
                    {form.verdicts[verdict]}
                  </option>
                ))}
              </select>
            </label>
            <button
              type="button"
              className="link-button"
              onClick={() => {
                onChange(figures.filter(({ number }) => number !== figure.number));
                // The button that was pressed is gone.
                add.current?.focus();
              }}
            >
              {form.removeFigure(place)}
            </button>
          </div>
        );
      })}
      <p>
        <button
          ref={add}
          type="button"
          className="button small-button"
          onClick={() => onChange([...figures, { number: next, code: "", verdict: "NONE" }])}
        >
          {form.addFigure}
        </button>
      </p>
    </section>
  );
}
