import { useEffect, useState } from "react";
import type { RecordAnswer } from "#domain/contract/contract.ts";
import type { Tagged } from "../../data/api.ts";
import { problemText } from "../../data/problem-text.ts";
import { readToEdit } from "../../data/records.ts";
import { useLanguage } from "../../i18n/language.tsx";
import { Modal } from "../../ui/modal.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Skeleton } from "../../ui/progress.tsx";
import { EvidenceForm } from "./evidence-form.tsx";
import { useEvidenceText } from "./use-evidence-text.ts";

/** Evidence to be written down, or some there is as it is at this moment; without an id new, about one area. */
export default function EvidenceDialog({
  areaKey,
  id,
  onClose,
}: {
  areaKey: string;
  id: string | null;
  onClose: () => void;
}) {
  const { text, language } = useLanguage();
  const { form } = useEvidenceText();
  const [base, setBase] = useState<Tagged<RecordAnswer> | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  useEffect(() => {
    if (id !== null) readToEdit("evidence", id).then(setBase, setProblem);
  }, [id]);
  return (
    <Modal title={id === null ? form.titleNew : form.titleEdit} onClose={onClose}>
      {problem !== null && <Notice kind="problem">{problemText(problem, text, language)}</Notice>}
      {id === null || base ? (
        <EvidenceForm areaKey={areaKey} base={base} onClose={onClose} />
      ) : (
        problem === null && <Skeleton lines={8} label={text.app.working} />
      )}
    </Modal>
  );
}
