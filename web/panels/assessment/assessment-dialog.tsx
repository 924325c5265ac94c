import { useEffect, useState } from "react";
import type { RecordAnswer } from "#domain/contract/contract.ts";
import type { Tagged } from "../../data/api.ts";
import { type AreaRef, useAreaTitle } from "../../data/area-of.ts";
import { problemText } from "../../data/problem-text.ts";
import { readToEdit } from "../../data/records.ts";
import { useLanguage } from "../../i18n/language.tsx";
import { Modal } from "../../ui/modal.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Skeleton } from "../../ui/progress.tsx";
import { AssessmentForm } from "./assessment-form.tsx";
import { useAssessmentText } from "./use-assessment-text.ts";

/** An assessment to be written down, or one there is as it is at this moment; without an id a new one. */
export default function AssessmentDialog({
  area,
  id,
  onClose,
}: {
  area: AreaRef;
  id: string | null;
  onClose: () => void;
}) {
  const { text, language } = useLanguage();
  const { form } = useAssessmentText();
  const title = useAreaTitle(area);
  const [base, setBase] = useState<Tagged<RecordAnswer> | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  useEffect(() => {
    if (id !== null) readToEdit("expert-assessments", id).then(setBase, setProblem);
  }, [id]);
  return (
    <Modal title={id === null ? form.titleNew(title) : form.titleEdit} onClose={onClose}>
      {problem !== null && <Notice kind="problem">{problemText(problem, text, language)}</Notice>}
      {id === null || base ? (
        <AssessmentForm area={area} base={base} onClose={onClose} />
      ) : (
        problem === null && <Skeleton lines={8} label={text.app.working} />
      )}
    </Modal>
  );
}
