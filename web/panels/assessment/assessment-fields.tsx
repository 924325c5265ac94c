import { assessmentEvidence, assessmentTopics } from "#domain/assessment/expert-assessment.ts";
import { useOpened } from "../../data/opened.ts";
import { useLanguage } from "../../i18n/language.tsx";
import { FormField } from "../record-form/form-field.tsx";
import type { FormProblem } from "../record-form/record-form.tsx";
import type { AssessmentDraft } from "./assessment-draft.ts";
import { statementFieldId } from "./field-ids.ts";
import { FigureFields } from "./figure-fields.tsx";
import { useAssessmentText } from "./use-assessment-text.ts";

/** What there is to say, field by field; the summary for the public is the Geschäftsstelle's. */
export function AssessmentFields({
  draft,
  problems,
  onChange,
}: {
  draft: AssessmentDraft;
  problems: readonly FormProblem[];
  onChange: (draft: AssessmentDraft) => void;
}) {
  const { say } = useLanguage();
  const { form, ratings } = useAssessmentText();
  const { me } = useOpened();
  const change = (part: Partial<AssessmentDraft>) => onChange({ ...draft, ...part });
  const problemOf = (fieldId: string) => problems.find((one) => one.fieldId === fieldId)?.sentence;
  return (
    <>
      <fieldset className="choice">
        <legend>{form.topic}</legend>
        {(Object.keys(assessmentTopics) as (keyof typeof assessmentTopics)[]).map((topic) => (
          <label key={topic} className="check">
            <input
              type="radio"
              name="assessment-topic"
              checked={draft.topic === topic}
              onChange={() => change({ topic })}
            />
            {form.questions[topic]}
          </label>
        ))}
      </fieldset>
      <FormField
        id={statementFieldId}
        label={form.statement}
        hint={form.reminder}
        problem={problemOf(statementFieldId)}
      >
        {(control) => (
          <textarea
            {...control}
            rows={5}
            maxLength={10_000}
            required
            value={draft.statement}
            onChange={(event) => change({ statement: event.target.value })}
          />
        )}
      </FormField>
      <FormField id="assessment-evidence" label={form.evidence}>
        {(control) => (
          <select
            {...control}
            value={draft.evidence}
            onChange={(event) => change({ evidence: event.target.value as AssessmentDraft["evidence"] })}
          >
            {Object.entries(assessmentEvidence).map(([value, name]) => (
              <option key={value} value={value}>
                {say(name)}
              </option>
            ))}
          </select>
        )}
      </FormField>
      <FormField id="assessment-rating" label={form.rating}>
        {(control) => (
          <select
            {...control}
            value={draft.rating}
            onChange={(event) => change({ rating: event.target.value })}
          >
            <option value="">{form.noRating}</option>
            {["-2", "-1", "0", "1", "2"].map((value) => (
              <option key={value} value={value}>
                {ratings[value]}
              </option>
            ))}
          </select>
        )}
      </FormField>
      <FigureFields
        figures={draft.figures}
        problemOf={problemOf}
        onChange={(figures) => change({ figures })}
      />
      {me.role === "SECRETARIAT" && (
        <FormField id="assessment-summary" label={form.summary} hint={form.summaryHint}>
          {(control) => (
            <textarea
              {...control}
              rows={2}
              maxLength={2000}
              value={draft.publicSummary}
              onChange={(event) => change({ publicSummary: event.target.value })}
            />
          )}
        </FormField>
      )}
    </>
  );
}
