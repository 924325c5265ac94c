import { useQueryClient } from "@tanstack/react-query";
import { lazy, useState } from "react";
import { expertAssessment } from "#domain/assessment/expert-assessment.ts";
import type { RecordAnswer } from "#domain/contract/contract.ts";
import { problemText } from "../../data/problem-text.ts";
import { moveRecord } from "../../data/records.ts";
import { useMayWrite } from "../../data/write-rights.ts";
import { useLanguage } from "../../i18n/language.tsx";
import { usePageStore } from "../../state/use-page.ts";
import { Modal } from "../../ui/modal.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Part } from "../../ui/part.tsx";
import { useRecordFormText } from "../record-form/use-record-form-text.ts";
import { useAssessmentText } from "./use-assessment-text.ts";
import { shownAssessment } from "./use-assessments.ts";

const AssessmentDialog = lazy(() => import("./assessment-dialog.tsx"));

/** Editing an assessment and saying that it no longer holds, for those who may. */
export function AssessmentActs({ record, topic }: { record: RecordAnswer; topic: string }) {
  const words = useAssessmentText();
  const mayWrite = useMayWrite(expertAssessment);
  const [open, setOpen] = useState<"edit" | "outdate" | null>(null);
  const { areaLevel: level, areaNumber: number } = shownAssessment(record);
  if (record.state === "UEBERHOLT" || !mayWrite("edit", record)) return null;
  const close = () => setOpen(null);
  return (
    <>
      <button
        type="button"
        className="link-button"
        aria-label={words.editOf(topic)}
        onClick={() => setOpen("edit")}
      >
        {words.edit}
      </button>
      <button
        type="button"
        className="link-button"
        aria-label={words.outdateOf(topic)}
        onClick={() => setOpen("outdate")}
      >
        {words.outdate}
      </button>
      {open === "edit" && (
        <Part lines={0}>
          <AssessmentDialog area={{ level, number }} id={record.id} onClose={close} />
        </Part>
      )}
      {open === "outdate" && <OutdateDialog record={record} topic={topic} onClose={close} />}
    </>
  );
}

function OutdateDialog({
  record,
  topic,
  onClose,
}: {
  record: RecordAnswer;
  topic: string;
  onClose: () => void;
}) {
  const { text, language } = useLanguage();
  const words = useAssessmentText();
  const { cancel } = useRecordFormText();
  const store = usePageStore();
  const client = useQueryClient();
  const [problem, setProblem] = useState<string | null>(null);
  const outdate = async () => {
    try {
      await moveRecord(client, record, "UEBERHOLT");
      store.getState().announce(words.isOutdated);
      onClose();
    } catch (error) {
      setProblem(problemText(error, text, language));
    }
  };
  return (
    <Modal title={words.outdateOf(topic)} onClose={onClose}>
      <p>{words.outdateAsked}</p>
      {problem && <Notice kind="problem">{problem}</Notice>}
      <p className="button-row">
        <button type="button" className="button button-main" onClick={() => void outdate()}>
          {words.outdateConfirmed}
        </button>
        <button type="button" className="button" onClick={onClose}>
          {cancel}
        </button>
      </p>
    </Modal>
  );
}
