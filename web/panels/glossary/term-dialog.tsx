import { useEffect, useState } from "react";
import type { RecordAnswer } from "#domain/contract/contract.ts";
import type { ExplainedTerm } from "#domain/glossary/glossary.ts";
import type { GlossaryTerm } from "#domain/glossary/glossary-term.ts";
import type { Tagged } from "../../data/api.ts";
import { problemText } from "../../data/problem-text.ts";
import { readToEdit } from "../../data/records.ts";
import { useLanguage } from "../../i18n/language.tsx";
import { Modal } from "../../ui/modal.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Skeleton } from "../../ui/progress.tsx";
import { TermForm } from "./term-form.tsx";
import { useGlossaryText } from "./use-glossary-text.ts";

/**
 * A term to be written: a new one, one the city wrote as it is at this moment, or one the program ships, which becomes the
 * city's own by that. `taken` are the keys there are.
 */
export default function TermDialog({
  term,
  taken,
  onClose,
}: {
  term: ExplainedTerm | null;
  taken: readonly string[];
  onClose: () => void;
}) {
  const { text, say, language } = useLanguage();
  const { form } = useGlossaryText();
  const [base, setBase] = useState<Tagged<RecordAnswer> | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  const id = term?.recordId ?? null;
  useEffect(() => {
    if (id !== null) readToEdit("glossary-terms", id).then(setBase, setProblem);
  }, [id]);
  const start = base ? (base.value.properties as unknown as GlossaryTerm) : term;
  return (
    <Modal title={term ? form.titleEdit(say(term.name)) : form.titleNew} onClose={onClose}>
      {problem !== null && <Notice kind="problem">{problemText(problem, text, language)}</Notice>}
      {id === null || base ? (
        <TermForm start={start} base={base} taken={taken} onClose={onClose} />
      ) : (
        problem === null && <Skeleton lines={8} label={text.app.working} />
      )}
    </Modal>
  );
}
