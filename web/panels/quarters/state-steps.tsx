import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { movesTo } from "#domain/access/access.ts";
import type { RecordAnswer } from "#domain/contract/contract.ts";
import type { RecordType } from "#domain/record/record-type.ts";
import { useOpened } from "../../data/opened.ts";
import { problemText } from "../../data/problem-text.ts";
import { moveRecord } from "../../data/records.ts";
import { useMayWrite } from "../../data/write-rights.ts";
import { useLanguage } from "../../i18n/language.tsx";
import { usePageStore } from "../../state/use-page.ts";
import { Notice } from "../../ui/notice.tsx";
import { useQuartersText } from "./use-quarters-text.ts";

/** What this person may do with a record now: change it, or record that it has come further. */
export function StateSteps({
  type,
  record,
  edit,
  onEdit,
}: {
  type: RecordType;
  record: RecordAnswer;
  /** What the button that opens the form is called. */
  edit: string;
  onEdit: () => void;
}) {
  const { text, say, language } = useLanguage();
  const words = useQuartersText();
  const { me } = useOpened();
  const store = usePageStore();
  const client = useQueryClient();
  const [problem, setProblem] = useState<unknown>(null);
  const may = useMayWrite(type);
  if (!may("transition", record)) return null;
  const { states } = type.lifecycle;
  const next = (states[record.state]?.next ?? []).filter((state) => movesTo(me, type, state));
  const nameOf = (state: string) => say(states[state]?.name ?? { de: state, en: state });
  const move = async (state: string) => {
    try {
      await moveRecord(client, record, state);
      setProblem(null);
      store.getState().announce(words.moved(nameOf(state)));
    } catch (error) {
      setProblem(error);
    }
  };
  return (
    <>
      {problem !== null && <Notice kind="problem">{problemText(problem, text, language)}</Notice>}
      <p className="button-row">
        {may("edit", record) && (
          <button type="button" className="button" onClick={onEdit}>
            {edit}
          </button>
        )}
        {next.map((state) => (
          <button key={state} type="button" className="button" onClick={() => void move(state)}>
            {words.moveTo(nameOf(state))}
          </button>
        ))}
      </p>
    </>
  );
}
