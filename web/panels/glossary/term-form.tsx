import { useState } from "react";
import type { RecordAnswer } from "#domain/contract/contract.ts";
import { keyOfName } from "#domain/glossary/glossary.ts";
import { type GlossaryTerm, glossaryTerm } from "#domain/glossary/glossary-term.ts";
import type { Tagged } from "../../data/api.ts";
import { FormField } from "../record-form/form-field.tsx";
import { RecordForm } from "../record-form/record-form.tsx";
import { useGlossaryText } from "./use-glossary-text.ts";

const fields = ["nameDe", "definitionDe", "plainLanguage", "nameEn", "definitionEn"] as const;
type Field = (typeof fields)[number];
type Draft = Record<Field, string>;

const fieldId = (field: Field) => `term-${field}`;

function draftOf(term: Omit<GlossaryTerm, "key"> | null): Draft {
  return {
    nameDe: term?.name.de ?? "",
    definitionDe: term?.definition.de ?? "",
    plainLanguage: term?.plainLanguage ?? "",
    nameEn: term?.name.en ?? "",
    definitionEn: term?.definition.en ?? "",
  };
}

/** The form of a term. `start` is what it begins with, `base` the record it changes, with its mark. */
export function TermForm({
  start,
  base,
  taken,
  onClose,
}: {
  start: GlossaryTerm | null;
  base: Tagged<RecordAnswer> | null;
  taken: readonly string[];
  onClose: () => void;
}) {
  const { form } = useGlossaryText();
  const [draft, setDraft] = useState(draftOf(start));
  const [isTried, setTried] = useState(false);
  const key = start?.key ?? keyOfName(draft.nameDe);
  const problems = fields.flatMap((field) => {
    if (draft[field].trim() === "") return [{ fieldId: fieldId(field), sentence: form.problems[field] }];
    const isTaken = field === "nameDe" && start === null && (key === "" || taken.includes(key));
    return isTaken ? [{ fieldId: fieldId(field), sentence: form.problems.taken }] : [];
  });
  const trimmed = (field: Field) => draft[field].trim();
  const properties = {
    key,
    name: { de: trimmed("nameDe"), en: trimmed("nameEn") },
    definition: { de: trimmed("definitionDe"), en: trimmed("definitionEn") },
    plainLanguage: trimmed("plainLanguage"),
  } satisfies GlossaryTerm;
  return (
    <RecordForm
      type={glossaryTerm}
      base={base}
      properties={properties}
      problems={problems}
      onTried={() => setTried(true)}
      onTakeSaved={(saved) => setDraft(draftOf(saved.properties as unknown as GlossaryTerm))}
      onClose={onClose}
      done={form.done(properties.name.de)}
    >
      {fields.map((field) => (
        <FormField
          key={field}
          id={fieldId(field)}
          label={form[field]}
          hint={field === "plainLanguage" ? form.plainHint : undefined}
          problem={isTried ? problems.find((one) => one.fieldId === fieldId(field))?.sentence : undefined}
        >
          {(control) =>
            field === "nameDe" || field === "nameEn" ? (
              <input
                {...control}
                maxLength={200}
                autoComplete="off"
                value={draft[field]}
                onChange={(event) => setDraft({ ...draft, [field]: event.target.value })}
              />
            ) : (
              <textarea
                {...control}
                rows={3}
                maxLength={2000}
                value={draft[field]}
                onChange={(event) => setDraft({ ...draft, [field]: event.target.value })}
              />
            )
          }
        </FormField>
      ))}
      <p className="small">{form.open}</p>
    </RecordForm>
  );
}
