import { type FormEvent, useRef, useState } from "react";
import { mayImport } from "#domain/access/import-access.ts";
import { type ImportKind, mostFileBytes } from "#domain/contract/import-contract.ts";
import { recordTypes } from "#domain/record/record-types.ts";
import { importKindsOf } from "../../data/import-kinds.ts";
import { useImportActs } from "../../data/imports.ts";
import { useOpened } from "../../data/opened.ts";
import { problemText } from "../../data/problem-text.ts";
import { useLanguage } from "../../i18n/language.tsx";
import { usePageStore } from "../../state/use-page.ts";
import { FileField } from "../../ui/file-field.tsx";
import { Notice } from "../../ui/notice.tsx";
import { useDataText } from "./use-data-text.ts";

/** First step: what is in the file, and the file. */
export function FileStep() {
  const { text, language, say } = useLanguage();
  const words = useDataText();
  const { me, city } = useOpened();
  const store = usePageStore();
  const { upload } = useImportActs();
  const kinds = importKindsOf(me);
  const audience = { ...me, ceiling: me.ceilings.at(-1) ?? "PUBLIC" } as const;
  const types = recordTypes.filter(({ type }) => mayImport(audience, "records", type));
  const [kind, setKind] = useState<ImportKind>(kinds[0] ?? "indicator");
  const [recordType, setRecordType] = useState(types[0]?.type ?? "");
  const [wrong, setWrong] = useState<"missing" | "tooLarge" | null>(null);
  const chosen = useRef<HTMLInputElement>(null);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const file = chosen.current?.files?.[0];
    // A file that is too large would be refused after minutes of sending.
    const found = !file ? "missing" : file.size > mostFileBytes ? "tooLarge" : null;
    setWrong(found);
    if (!file || found) return chosen.current?.focus();
    upload.mutate(
      { file, kind, recordType: kind === "records" ? recordType : null },
      { onSuccess: (job) => store.getState().showImport(job.id) },
    );
  };

  return (
    <form className="data-form" noValidate onSubmit={submit} aria-labelledby="file-heading">
      <h2 id="file-heading">{words.file.heading}</h2>
      {city.isDemo && <Notice>{words.file.demo}</Notice>}
      {upload.isError && <Notice kind="problem">{problemText(upload.error, text, language)}</Notice>}
      <fieldset className="choice">
        <legend>{words.file.kind}</legend>
        {kinds.map((one) => (
          <label key={one}>
            <input type="radio" name="import-kind" checked={kind === one} onChange={() => setKind(one)} />
            {words.kinds[one]}
          </label>
        ))}
      </fieldset>
      {kind === "records" && (
        <label className="field">
          <span>{words.file.recordType}</span>
          <select value={recordType} onChange={(event) => setRecordType(event.target.value)}>
            {types.map(({ type, names }) => (
              <option key={type} value={type}>
                {say(names.plural)}
              </option>
            ))}
          </select>
        </label>
      )}
      {kind === "records" && me.role === "PLANNER" && <p className="small">{words.file.department}</p>}
      <FileField
        label={words.file.file}
        choose={words.file.choose}
        none={words.file.none}
        describedBy="file-hint"
        isInvalid={wrong !== null}
        ref={chosen}
        onChoose={() => setWrong(null)}
      />
      <p className="small" id="file-hint">
        {words.file.hint} {words.file.elsewhere}
      </p>
      {wrong && <Notice kind="problem">{words.file[wrong]}</Notice>}
      <p className="data-buttons">
        <button type="submit" className="button button-main" disabled={upload.isPending}>
          {words.file.upload}
        </button>
      </p>
      <p role="status">{upload.isPending ? words.file.sending : ""}</p>
    </form>
  );
}
