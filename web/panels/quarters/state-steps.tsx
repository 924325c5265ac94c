import type { RecordAnswer } from "#domain/contract/contract.ts";
import type { RecordType } from "#domain/record/record-type.ts";
import { problemText } from "../../data/problem-text.ts";
import { useMayWrite } from "../../data/write-rights.ts";
import { useLanguage } from "../../i18n/language.tsx";
import { Notice } from "../../ui/notice.tsx";
import { useRecordFormText } from "../record-form/use-record-form-text.ts";
import { useRecordMoves } from "../record-form/use-record-moves.ts";
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
  const { cancel: cancelText } = useRecordFormText();
  const may = useMayWrite(type);
  const nameOf = (state: string) => say(type.lifecycle.states[state]?.name ?? { de: state, en: state });
  const moves = useRecordMoves(type, record, (state) => words.moved(nameOf(state)));
  if (!moves) return null;
  const { open, asked, problem, press, cancel } = moves;
  return (
    <>
      {problem !== null && <Notice kind="problem">{problemText(problem, text, language)}</Notice>}
      {asked !== null && <Notice>{words.sure(nameOf(asked))}</Notice>}
      <p className="button-row">
        {may("edit", record) && (
          <button type="button" className="button" onClick={onEdit}>
            {edit}
          </button>
        )}
        {open.map((state) => (
          <button
            key={state}
            type="button"
            className={asked === state ? "button button-main" : "button"}
            onClick={() => void press(state)}
          >
            {words.moveTo(nameOf(state))}
          </button>
        ))}
        {asked !== null && (
          <button type="button" className="button" onClick={cancel}>
            {cancelText}
          </button>
        )}
      </p>
    </>
  );
}
