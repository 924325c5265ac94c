import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { RecordAnswer } from "#domain/contract/contract.ts";
import { problemText } from "../../data/problem-text.ts";
import { moveRecord } from "../../data/records.ts";
import { useLanguage } from "../../i18n/language.tsx";
import { usePageStore } from "../../state/use-page.ts";
import { Modal } from "../../ui/modal.tsx";
import { Notice } from "../../ui/notice.tsx";
import { useRecordFormText } from "./use-record-form-text.ts";

/** Asks before a record goes to a state it does not come back from. */
export function StepDialog({
  record,
  to,
  title,
  explanation,
  confirm,
  done,
  onClose,
}: {
  record: RecordAnswer;
  to: string;
  title: string;
  explanation: string;
  confirm: string;
  /** Said once it is done. */
  done: string;
  onClose: () => void;
}) {
  const { text, language } = useLanguage();
  const { cancel } = useRecordFormText();
  const store = usePageStore();
  const client = useQueryClient();
  const [problem, setProblem] = useState<string | null>(null);
  const move = async () => {
    try {
      await moveRecord(client, record, to);
      store.getState().announce(done);
      onClose();
    } catch (error) {
      setProblem(problemText(error, text, language));
    }
  };
  return (
    <Modal title={title} onClose={onClose}>
      <div className="stack">
        <p>{explanation}</p>
        {problem && <Notice kind="problem">{problem}</Notice>}
        <p className="button-row">
          <button type="button" className="button button-main" onClick={() => void move()}>
            {confirm}
          </button>
          <button type="button" className="button" onClick={onClose}>
            {cancel}
          </button>
        </p>
      </div>
    </Modal>
  );
}
