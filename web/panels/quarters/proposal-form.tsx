import { useState } from "react";
import {
  type AreaProposal,
  type AreaSelectionDossier,
  areaProposals,
  areaSelectionDossier,
} from "#domain/area-selection/area-selection-dossier.ts";
import type { RecordAnswer } from "#domain/contract/contract.ts";
import type { Tagged } from "../../data/api.ts";
import type { AreaRef } from "../../data/area-of.ts";
import { useLanguage } from "../../i18n/language.tsx";
import { FormField } from "../record-form/form-field.tsx";
import { RecordForm } from "../record-form/record-form.tsx";
import { withoutEmpty } from "../record-form/without-empty.ts";
import { useQuartersText } from "./use-quarters-text.ts";

const words = ["mirrorNote", "reason", "meetingResult"] as const;

/** What is proposed for an area and why; the factors themselves are read afresh and not kept. */
export function ProposalForm({
  base,
  area,
  onClose,
}: {
  base: Tagged<RecordAnswer> | null;
  area: AreaRef;
  onClose: () => void;
}) {
  const { say } = useLanguage();
  const { form } = useQuartersText();
  const [draft, setDraft] = useState<Partial<AreaSelectionDossier>>(base?.value.properties ?? {});
  const [isTried, setTried] = useState(false);
  const change = (part: Partial<AreaSelectionDossier>) => setDraft({ ...draft, ...part });
  const lacksReason = draft.proposal !== undefined && !draft.reason?.trim();
  return (
    <RecordForm
      type={areaSelectionDossier}
      base={base}
      properties={{ ...withoutEmpty(draft), areaLevel: area.level, areaNumber: area.number }}
      problems={lacksReason ? [{ fieldId: "proposal-reason", sentence: form.problems.reason }] : []}
      onTried={() => setTried(true)}
      onTakeSaved={(saved) => setDraft(saved.properties)}
      onClose={onClose}
      done={form.saved}
    >
      <FormField id="proposal-proposal" label={form.proposal}>
        {(control) => (
          <select
            {...control}
            value={draft.proposal ?? ""}
            onChange={(event) =>
              change({ proposal: (event.target.value || undefined) as AreaProposal | undefined })
            }
          >
            <option value="">{form.none}</option>
            {Object.entries(areaProposals).map(([key, name]) => (
              <option key={key} value={key}>
                {say(name)}
              </option>
            ))}
          </select>
        )}
      </FormField>
      {words.map((field) => (
        <FormField
          key={field}
          id={`proposal-${field}`}
          label={form[field]}
          problem={field === "reason" && isTried && lacksReason ? form.problems.reason : undefined}
        >
          {(control) => (
            <textarea
              {...control}
              rows={3}
              maxLength={field === "meetingResult" ? 2000 : 5000}
              value={draft[field] ?? ""}
              onChange={(event) => change({ [field]: event.target.value })}
            />
          )}
        </FormField>
      ))}
    </RecordForm>
  );
}
