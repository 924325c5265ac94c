import { useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useId, useRef, useState } from "react";
import type { IndicatorAnswer } from "#domain/contract/contract.ts";
import { computedCode } from "#domain/indicator/computed-code.ts";
import {
  type ComputedIndicator,
  computedIndicator,
  computedIndicatorSchema,
} from "#domain/indicator/computed-indicator.ts";
import { checkComputed } from "#domain/indicator/describe-computed.ts";
import { type Formula, formulaFactors } from "#domain/indicator/formula.ts";
import { indicatorDirections } from "#domain/indicator/indicator.ts";
import { isStatus } from "../../data/api.ts";
import { useOpened } from "../../data/opened.ts";
import { useOwnOffice } from "../../data/own-office.ts";
import { problemText } from "../../data/problem-text.ts";
import { createRecord, readToEdit, saveRecord } from "../../data/records.ts";
import { useLanguage } from "../../i18n/language.tsx";
import { usePageStore } from "../../state/use-page.ts";
import { Notice } from "../../ui/notice.tsx";
import { withoutEmpty } from "../record-form/without-empty.ts";
import type { ComputedTask } from "./computed-dialog.tsx";
import {
  asKind,
  draftOf,
  emptyDraft,
  type FormulaDraft,
  formulaKinds,
  formulaOf,
  partsFor,
} from "./formula-draft.ts";
import { FormulaPreview } from "./formula-preview.tsx";
import { TermList } from "./term-list.tsx";
import { useComputedText } from "./use-computed-text.ts";

const themes = computedIndicatorSchema.shape.theme.options;

/** Name, formula and reading of a computed indicator; saved, it is shown on the map at once. */
export function ComputedForm({ task, onClose }: { task: ComputedTask; onClose: () => void }) {
  const { text, language } = useLanguage();
  const words = useComputedText();
  const { indicators } = useOpened();
  const client = useQueryClient();
  const store = usePageStore();
  const author = useOwnOffice();
  const radio = useId();
  const base = task.kind === "new" ? null : task.indicator;
  const [name, setName] = useState(base?.name.de ?? "");
  const [nameInEnglish, setNameInEnglish] = useState(
    base && base.name.en !== base.name.de ? base.name.en : "",
  );
  const [theme, setTheme] = useState<ComputedIndicator["theme"]>(
    themes.find((one) => one === base?.theme) ?? "other",
  );
  const [draft, setDraft] = useState<FormulaDraft>(base ? draftOf(base.computed.formula) : emptyDraft);
  const [direction, setDirection] = useState<ComputedIndicator["direction"]>(base?.direction ?? "NEUTRAL");
  const [decimals, setDecimals] = useState(base?.decimals ?? 1);
  const [note, setNote] = useState(base?.interpretationNote?.de ?? "");
  const [isTried, setTried] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const preview = useRef<HTMLDivElement>(null);
  const formula = formulaOf(draft);
  const known = new Map(indicators.map((one) => [one.code, one]));
  const version =
    task.kind === "edit" ? task.indicator.computed.version : nextVersion(indicators, name.trim());
  const lacksName = isTried && name.trim() === "";
  const { sides } = words;

  const save = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    const isWhole = formula !== null && checkComputed(formula, known).kind === "result";
    if (!isWhole) preview.current?.focus();
    if (name.trim() === "" || !isWhole) return;
    const properties = withoutEmpty({
      ...{ name: name.trim(), nameInEnglish: nameInEnglish.trim(), version, theme, formula },
      ...{ direction, decimals, note: note.trim(), author },
    });
    const { type } = computedIndicator;
    try {
      const written =
        task.kind === "edit"
          ? await saveRecord(client, await readToEdit(type, task.indicator.computed.id), properties)
          : await createRecord(client, type, properties);
      const code = computedCode(written.id);
      const made = client
        .getQueriesData<IndicatorAnswer[]>({ queryKey: ["indicators"] })
        .flatMap(([, list]) => list ?? [])
        .find((one) => one.code === code);
      if (made) store.getState().chooseIndicator(made);
      store.getState().announce(words.kept(name.trim()));
      onClose();
    } catch (error) {
      setProblem(error);
      // Somebody made this version first: the next attempt counts on from theirs.
      if (isStatus(error, 409)) await client.invalidateQueries({ queryKey: ["indicators"] });
    }
  };

  return (
    <form className="stack" onSubmit={(event) => void save(event)} noValidate>
      {problem !== null && (
        <Notice kind="problem">
          {isStatus(problem, 412) ? words.changed : problemText(problem, text, language)}
        </Notice>
      )}
      <label className="field">
        <span>{words.name}</span>
        <input
          value={name}
          maxLength={200}
          aria-invalid={lacksName}
          onChange={(event) => setName(event.target.value)}
        />
        {lacksName && (
          <span className="field-problem" role="alert">
            {words.nameMissing}
          </span>
        )}
      </label>
      <fieldset className="choice">
        <legend>{words.kind}</legend>
        {formulaKinds.map((kind) => (
          <label key={kind} className="check">
            <input
              type="radio"
              name={radio}
              checked={draft.kind === kind}
              onChange={() => setDraft(asKind(draft, kind, indicators))}
            />
            <span>{words.kinds[kind]}</span>
          </label>
        ))}
        <p className="small">{words.kindHints[draft.kind]}</p>
      </fieldset>
      <TermList
        side={sides[draft.kind]}
        terms={draft.above}
        offered={partsFor(draft.kind, indicators)}
        signs={({ RATIO: "CHOSEN", SUM: "MORE", DIFFERENCE: "LESS" } as const)[draft.kind]}
        most={draft.kind === "DIFFERENCE" ? 2 : 10}
        onChange={(above) => setDraft({ ...draft, above })}
      />
      {draft.kind === "RATIO" && (
        <>
          <TermList
            side={sides.denominator}
            terms={draft.below}
            offered={partsFor(draft.kind, indicators)}
            signs="CHOSEN"
            onChange={(below) => setDraft({ ...draft, below })}
          />
          <label className="field">
            <span>{words.factor}</span>
            <select
              value={draft.factor}
              onChange={(event) =>
                setDraft({ ...draft, factor: Number(event.target.value) as Formula["factor"] })
              }
            >
              {formulaFactors.toReversed().map((factor) => (
                <option key={factor} value={factor}>
                  {words.factors[factor]}
                </option>
              ))}
            </select>
          </label>
        </>
      )}
      <div ref={preview} tabIndex={-1}>
        <FormulaPreview formula={formula} isAsked={isTried} />
      </div>
      <label className="field">
        <span>{words.theme}</span>
        <select value={theme} onChange={(event) => setTheme(event.target.value as typeof theme)}>
          {themes.map((one) => (
            <option key={one} value={one}>
              {text.indicator.themes[one]}
            </option>
          ))}
        </select>
      </label>
      <label className="field">
        <span>{words.direction}</span>
        <select value={direction} onChange={(event) => setDirection(event.target.value as typeof direction)}>
          {indicatorDirections.map((one) => (
            <option key={one} value={one}>
              {text.indicator.directions[one]}
            </option>
          ))}
        </select>
      </label>
      <label className="field">
        <span>{words.decimals}</span>
        <select value={decimals} onChange={(event) => setDecimals(Number(event.target.value))}>
          {[0, 1, 2, 3].map((one) => (
            <option key={one}>{one}</option>
          ))}
        </select>
      </label>
      <label className="field">
        <span>{words.note}</span>
        <textarea rows={2} value={note} maxLength={2000} onChange={(event) => setNote(event.target.value)} />
      </label>
      <label className="field">
        <span>{words.nameInEnglish}</span>
        <input
          value={nameInEnglish}
          maxLength={200}
          lang="en"
          onChange={(event) => setNameInEnglish(event.target.value)}
        />
      </label>
      {task.kind !== "edit" && name.trim() !== "" && <p className="small">{words.becomes(version)}</p>}
      <p className="button-row">
        <button type="submit" className="button button-main">
          {words.keep}
        </button>
        <button type="button" className="button" onClick={onClose}>
          {words.cancel}
        </button>
      </p>
    </form>
  );
}

/** Version an indicator of this name would be: one more than the newest there is. */
function nextVersion(indicators: readonly IndicatorAnswer[], name: string): number {
  const versions = indicators.flatMap(({ name: own, computed }) =>
    computed && own.de === name ? [computed.version] : [],
  );
  return 1 + Math.max(0, ...versions);
}
