import type { ImportPreview } from "#domain/contract/import-contract.ts";
import type { ImportDraft } from "./import-draft.ts";
import { useDataText } from "./use-data-text.ts";

export interface DraftProps {
  draft: ImportDraft;
  change: (part: Partial<ImportDraft>) => void;
}

type TextField = { [K in keyof ImportDraft]: ImportDraft[K] extends string ? K : never }[keyof ImportDraft];

/** Choice of a column of the file for one field of the draft. */
export function ColumnField({
  id,
  label,
  columns,
  value,
  onChange,
}: {
  id?: string;
  label: string;
  columns: ImportPreview["columns"];
  value: string;
  onChange: (column: string) => void;
}) {
  const words = useDataText().mapping;
  return (
    <label className="field">
      <span>{label}</span>
      <select id={id} value={value} onChange={(event) => onChange(event.target.value)}>
        <option value="">{words.none}</option>
        {columns.map(({ name }) => (
          <option key={name}>{name}</option>
        ))}
      </select>
    </label>
  );
}

/** A line of text of the draft. */
export function TextLine({
  id,
  label,
  hint,
  field,
  draft,
  change,
}: DraftProps & { id: string; label: string; hint?: string; field: TextField }) {
  return (
    <div>
      <label className="field">
        <span>{label}</span>
        <input
          id={id}
          maxLength={500}
          aria-describedby={hint ? `${id}-hint` : undefined}
          value={draft[field]}
          onChange={(event) => change({ [field]: event.target.value } as Partial<ImportDraft>)}
        />
      </label>
      {hint && (
        <small className="data-hint" id={`${id}-hint`}>
          {hint}
        </small>
      )}
    </div>
  );
}
