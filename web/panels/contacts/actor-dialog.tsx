import { useEffect, useState } from "react";
import type { RecordAnswer } from "#domain/contract/contract.ts";
import type { Tagged } from "../../data/api.ts";
import { problemText } from "../../data/problem-text.ts";
import { readToEdit } from "../../data/records.ts";
import { useLanguage } from "../../i18n/language.tsx";
import { Modal } from "../../ui/modal.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Skeleton } from "../../ui/progress.tsx";
import { ActorForm } from "./actor-form.tsx";
import { useContactsText } from "./use-contacts-text.ts";

/** An actor to be written down, or one there is as it is at this moment; without an id a new one. */
export default function ActorDialog({ id, onClose }: { id: string | null; onClose: () => void }) {
  const { text, language } = useLanguage();
  const words = useContactsText();
  const [base, setBase] = useState<Tagged<RecordAnswer> | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  useEffect(() => {
    if (id !== null) readToEdit("actors", id).then(setBase, setProblem);
  }, [id]);
  return (
    <Modal title={id === null ? words.form.add : words.form.edit} onClose={onClose}>
      {problem !== null && <Notice kind="problem">{problemText(problem, text, language)}</Notice>}
      {id === null || base ? (
        <ActorForm base={base} onClose={onClose} />
      ) : (
        problem === null && <Skeleton lines={8} label={text.app.working} />
      )}
    </Modal>
  );
}
