import { useEffect, useState } from "react";
import type { IndicatorAnswer, RecordAnswer } from "#domain/contract/contract.ts";
import type { Tagged } from "../../data/api.ts";
import type { AreaRef } from "../../data/area-of.ts";
import { problemText } from "../../data/problem-text.ts";
import { readToEdit } from "../../data/records.ts";
import { useLanguage } from "../../i18n/language.tsx";
import { Modal } from "../../ui/modal.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Skeleton } from "../../ui/progress.tsx";
import { InterpretationForm } from "./interpretation-form.tsx";
import type { Written } from "./interpretation-section.tsx";
import { useInterpretationText } from "./use-interpretation-text.ts";

/** An interpretation to be written, a draft as it is at this moment, or a new version of one that is signed. */
export default function InterpretationDialog({
  indicator,
  area,
  written,
  onClose,
}: {
  indicator: IndicatorAnswer;
  area: AreaRef | null;
  written: Written;
  onClose: () => void;
}) {
  const { text, say, language } = useLanguage();
  const { form } = useInterpretationText();
  const [base, setBase] = useState<Tagged<RecordAnswer> | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  const draftId = written.kind === "draft" ? written.record.id : null;
  useEffect(() => {
    if (draftId !== null) readToEdit("interpretations", draftId).then(setBase, setProblem);
  }, [draftId]);
  return (
    <Modal title={form.title(say(indicator.shortName ?? indicator.name))} onClose={onClose}>
      {problem !== null && <Notice kind="problem">{problemText(problem, text, language)}</Notice>}
      {draftId === null || base ? (
        <InterpretationForm
          indicator={indicator}
          area={area}
          base={base}
          former={written.kind === "rewrite" ? written.record : null}
          onClose={onClose}
        />
      ) : (
        problem === null && <Skeleton lines={6} label={text.app.working} />
      )}
    </Modal>
  );
}
