import { lazy, useState } from "react";
import { computedIndicator } from "#domain/indicator/computed-indicator.ts";
import { formulaInWords } from "#domain/indicator/describe-computed.ts";
import { formulaCodes } from "#domain/indicator/formula.ts";
import { useOpened } from "../../data/opened.ts";
import { useRecordOrNothing } from "../../data/queries.ts";
import { useMayWrite } from "../../data/write-rights.ts";
import { useLanguage } from "../../i18n/language.tsx";
import { usePageStore } from "../../state/use-page.ts";
import { Part } from "../../ui/part.tsx";
import type { ComputedAnswer, ComputedTask } from "./computed-dialog.tsx";
import { ComputedSteps } from "./computed-steps.tsx";
import { useComputedText } from "./use-computed-text.ts";

const ComputedDialog = lazy(() => import("./computed-dialog.tsx"));

/** "So gerechnet": the formula and its parts to look at, how the definition stands, and what this person may do with it. */
export default function ComputedFacts({ indicator }: { indicator: ComputedAnswer }) {
  const { say, formats } = useLanguage();
  const words = useComputedText();
  const { me, indicators } = useOpened();
  const store = usePageStore();
  const mayWrite = useMayWrite(computedIndicator);
  const [task, setTask] = useState<ComputedTask | null>(null);
  const { id, formula, version, state } = indicator.computed;
  const record = useRecordOrNothing(me.account ? { type: computedIndicator.type, id } : null).data;
  const known = new Map(indicators.map((one) => [one.code, one]));
  const parts = formulaCodes(formula).flatMap((code) => known.get(code) ?? []);
  const stateName = computedIndicator.lifecycle.states[state]?.name;
  const mayCreate = mayWrite("create", { owner: me.account ?? "", department: me.department, districts: [] });
  return (
    <section className="formula" aria-label={words.how}>
      <p>
        <span className="badge">
          {words.badge(formats.number(version), stateName ? say(stateName) : state)}
        </span>
      </p>
      <p>
        <strong>{words.how}: </strong>
        {say(formulaInWords(formula, known))}
      </p>
      <p className="small">{words.hidden}</p>
      <h4>{words.parts}</h4>
      <ul className="plain-list">
        {parts.map((part) => (
          <li key={part.code}>
            <button
              type="button"
              className="link-button"
              onClick={() => store.getState().chooseIndicator(part)}
            >
              {say(part.name)}
            </button>
          </li>
        ))}
      </ul>
      {record && <ComputedSteps record={record} name={say(indicator.name)} />}
      {mayCreate && (
        <p className="button-row">
          {record && mayWrite("edit", record) && (
            <button
              type="button"
              className="button small-button"
              onClick={() => setTask({ kind: "edit", indicator })}
            >
              {words.edit}
            </button>
          )}
          <button
            type="button"
            className="button small-button"
            onClick={() => setTask({ kind: "version", indicator })}
          >
            {words.newVersion}
          </button>
          <button
            type="button"
            className="link-button"
            onClick={() => store.getState().select({ kind: "record", type: computedIndicator.type, id })}
          >
            {me.role === "SECRETARIAT" ? words.historyAndRelease : words.history}
          </button>
        </p>
      )}
      {task && (
        <Part lines={0}>
          <ComputedDialog task={task} onClose={() => setTask(null)} />
        </Part>
      )}
    </section>
  );
}
