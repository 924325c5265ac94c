import { evidenceMethods } from "#domain/evidence/evidence.ts";
import { useLanguage } from "../../i18n/language.tsx";
import { AreaFields } from "../contacts/area-fields.tsx";
import { FormField } from "../record-form/form-field.tsx";
import type { EvidenceDraft, EvidenceField, EvidencePlace } from "./evidence-draft.ts";
import { useEvidenceText } from "./use-evidence-text.ts";

export const fieldId = (field: EvidenceField) => `evidence-${field}`;

const inputs = {
  title: { type: "text", maxLength: 200 },
  from: { type: "date" },
  to: { type: "date" },
  participants: { type: "text", inputMode: "numeric", maxLength: 7 },
  link: { type: "url", maxLength: 500 },
  position: { type: "text", maxLength: 60 },
} as const;

/** What there is to say about an Erhebung, field by field; `places` are those it can have. */
export function EvidenceFields({
  draft,
  places,
  problemOf,
  onChange,
}: {
  draft: EvidenceDraft;
  places: readonly EvidencePlace[];
  problemOf: (field: EvidenceField) => string | undefined;
  onChange: (draft: EvidenceDraft) => void;
}) {
  const { say } = useLanguage();
  const { form } = useEvidenceText();
  const change = (part: Partial<EvidenceDraft>) => onChange({ ...draft, ...part });
  const input = (field: keyof typeof inputs) => (
    <FormField id={fieldId(field)} label={form[field]} problem={problemOf(field)}>
      {(control) => (
        <input
          {...control}
          {...inputs[field]}
          autoComplete="off"
          value={draft[field]}
          onChange={(event) => change({ [field]: event.target.value })}
        />
      )}
    </FormField>
  );
  return (
    <>
      {input("title")}
      <FormField id="evidence-method" label={form.method}>
        {(control) => (
          <select
            {...control}
            value={draft.method}
            onChange={(event) => change({ method: event.target.value as EvidenceDraft["method"] })}
          >
            {Object.entries(evidenceMethods).map(([method, name]) => (
              <option key={method} value={method}>
                {say(name)}
              </option>
            ))}
          </select>
        )}
      </FormField>
      {input("from")}
      {input("to")}
      {input("participants")}
      <FormField
        id={fieldId("summary")}
        label={form.summary}
        hint={form.reminder}
        problem={problemOf("summary")}
      >
        {(control) => (
          <textarea
            {...control}
            rows={5}
            maxLength={10_000}
            value={draft.summary}
            onChange={(event) => change({ summary: event.target.value })}
          />
        )}
      </FormField>
      <div id={fieldId("areas")} tabIndex={-1} className="field">
        <AreaFields chosen={draft.areas} onChange={(areas) => change({ areas })} />
        {problemOf("areas") && <small className="field-problem">{problemOf("areas")}</small>}
      </div>
      <FormField id="evidence-place" label={form.place}>
        {(control) => (
          <select
            {...control}
            value={draft.place}
            onChange={(event) => change({ place: event.target.value as EvidencePlace })}
          >
            {places.map((place) => (
              <option key={place} value={place}>
                {form.places[place]}
              </option>
            ))}
          </select>
        )}
      </FormField>
      {draft.place === "POINT" && input("position")}
      {input("link")}
    </>
  );
}
