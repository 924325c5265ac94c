import { useEffect, useState } from "react";
import { areaSelectionDossier } from "#domain/area-selection/area-selection-dossier.ts";
import type { RecordAnswer } from "#domain/contract/contract.ts";
import { socialMatch } from "#domain/renewal/social-match.ts";
import type { Tagged } from "../../data/api.ts";
import type { AreaRef } from "../../data/area-of.ts";
import { problemText } from "../../data/problem-text.ts";
import { readToEdit } from "../../data/records.ts";
import { useLanguage } from "../../i18n/language.tsx";
import { Modal } from "../../ui/modal.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Skeleton } from "../../ui/progress.tsx";
import type { AskedForm } from "./agreed-section.tsx";
import { MatchForm } from "./match-form.tsx";
import { ProposalForm } from "./proposal-form.tsx";
import { useQuartersText } from "./use-quarters-text.ts";

/** The form of a match or a proposal, new or as it is at this moment. */
export function AgreedDialog({
  asked: { kind, id },
  area,
  priorityAreas,
  onClose,
}: {
  asked: AskedForm;
  area: AreaRef;
  /** Vorranggebiete nobody has matched with this area yet. */
  priorityAreas: readonly RecordAnswer[];
  onClose: () => void;
}) {
  const { text, language } = useLanguage();
  const words = useQuartersText();
  const [base, setBase] = useState<Tagged<RecordAnswer> | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  const isMatch = kind === "match";
  useEffect(() => {
    if (id !== null)
      readToEdit((isMatch ? socialMatch : areaSelectionDossier).type, id).then(setBase, setProblem);
  }, [isMatch, id]);
  const title =
    id === null
      ? isMatch
        ? words.addMatch
        : words.addProposal
      : isMatch
        ? words.editMatch
        : words.editProposal;
  const isReady = id === null || base !== null;
  return (
    <Modal title={title} onClose={onClose}>
      {problem !== null && <Notice kind="problem">{problemText(problem, text, language)}</Notice>}
      {!isReady && problem === null && <Skeleton lines={8} label={text.app.working} />}
      {isReady && isMatch && <MatchForm {...{ base, area, priorityAreas, onClose }} />}
      {isReady && !isMatch && <ProposalForm {...{ base, area, onClose }} />}
    </Modal>
  );
}
