import { useState } from "react";
import { expertAssessment } from "#domain/assessment/expert-assessment.ts";
import type { RecordAnswer } from "#domain/contract/contract.ts";
import type { Tagged } from "../../data/api.ts";
import type { AreaRef } from "../../data/area-of.ts";
import { useOpened } from "../../data/opened.ts";
import { useOwnOffice } from "../../data/own-office.ts";
import { today } from "../../data/today.ts";
import { usePage } from "../../state/use-page.ts";
import { RecordForm } from "../record-form/record-form.tsx";
import { type AssessmentDraft, draftOf, emptyDraft, problemsOf, propertiesOf } from "./assessment-draft.ts";
import { AssessmentFields } from "./assessment-fields.tsx";
import { figureFieldId, statementFieldId } from "./field-ids.ts";
import { forgetDraft, keepDraft, keptDraft } from "./kept-draft.ts";
import { useAssessmentText } from "./use-assessment-text.ts";
import { shownAssessment } from "./use-assessments.ts";

/** The form of an assessment. `base` is the version it changes, with its mark; null for a new one, whose draft is kept. */
export function AssessmentForm({
  area,
  base,
  onClose,
}: {
  area: AreaRef;
  base: Tagged<RecordAnswer> | null;
  onClose: () => void;
}) {
  const { form } = useAssessmentText();
  const { me } = useOpened();
  const account = me.account ?? "";
  const ownOffice = useOwnOffice();
  const indicator = usePage((state) => state.indicator) ?? null;
  const [kept, setKept] = useState(() => (base ? null : keptDraft(account, area)));
  const [draft, setDraft] = useState(
    () => kept ?? (base ? draftOf(shownAssessment(base.value)) : emptyDraft(indicator)),
  );
  const [isTried, setTried] = useState(false);
  const before = base && shownAssessment(base.value);
  const authorOffice = before?.authorOffice ?? ownOffice;
  const properties = propertiesOf(draft, { area, authorOffice, date: before?.date ?? today() });
  const problems = problemsOf(draft).map((problem) =>
    problem.field === "statement"
      ? { fieldId: statementFieldId, sentence: form.problems.statement }
      : {
          fieldId: figureFieldId(problem.row),
          sentence: form.problems[problem.isTwice ? "twice" : "figure"](String(problem.place)),
        },
  );
  const change = (changed: AssessmentDraft) => {
    setDraft(changed);
    if (!base) keepDraft(account, area, changed);
  };
  return (
    <RecordForm
      type={expertAssessment}
      base={base}
      properties={properties}
      problems={problems}
      onTried={() => setTried(true)}
      onTakeSaved={(saved) => setDraft(draftOf(shownAssessment(saved)))}
      onSaved={() => {
        if (!base) forgetDraft();
      }}
      onClose={onClose}
      done={form.done}
    >
      {kept && (
        <p className="small">
          {form.kept}{" "}
          <button
            type="button"
            className="link-button"
            onClick={() => {
              forgetDraft();
              setKept(null);
              setDraft(emptyDraft(indicator));
            }}
          >
            {form.discard}
          </button>
        </p>
      )}
      <AssessmentFields draft={draft} problems={isTried ? problems : []} onChange={change} />
      <p className="small">
        {form.office(authorOffice)} {form.readers}
      </p>
    </RecordForm>
  );
}
