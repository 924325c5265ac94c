import { type FormEvent, useState } from "react";
import { mayReleaseImport } from "#domain/access/import-access.ts";
import type { JobAnswer } from "#domain/contract/import-contract.ts";
import { useImportActs } from "../../data/imports.ts";
import { useOpened } from "../../data/opened.ts";
import { problemText } from "../../data/problem-text.ts";
import { useLanguage } from "../../i18n/language.tsx";
import { Notice } from "../../ui/notice.tsx";
import { useDataText } from "./use-data-text.ts";

/** Last step: internal, or for everyone with the statement of who released it and when. */
export function ReleaseForm({ job }: { job: JobAnswer }) {
  const { text, language } = useLanguage();
  const words = useDataText().release;
  const { me, city } = useOpened();
  const { publish } = useImportActs();
  const mayRelease = mayReleaseImport({ ...me, ceiling: me.ceilings.at(-1) ?? "PUBLIC" }, job.kind);
  const [isForAll, setForAll] = useState(false);
  const [office, setOffice] = useState(me.office ?? "");
  const [date, setDate] = useState("");

  if (city.isDemo) return <Notice>{words.demo}</Notice>;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    publish.mutate({ id: job.id, released: isForAll ? { office, date } : null });
  };
  return (
    <form className="stack" onSubmit={submit} aria-labelledby="release-heading">
      <h2 id="release-heading">{words.heading}</h2>
      {mayRelease ? (
        <fieldset className="choice data-choice">
          <legend className="for-ears">{words.heading}</legend>
          {([false, true] as const).map((one) => (
            <label key={String(one)}>
              <input type="radio" name="release" checked={isForAll === one} onChange={() => setForAll(one)} />
              <span>
                {one ? words.public : words.internal}
                <small>{one ? words.publicHint : words.internalHint}</small>
              </span>
            </label>
          ))}
        </fieldset>
      ) : (
        <p>{words.draft}</p>
      )}
      {isForAll && (
        <div className="data-fields">
          <label className="field">
            <span>{words.office}</span>
            <input
              required
              maxLength={200}
              value={office}
              onChange={(event) => setOffice(event.target.value)}
            />
          </label>
          <label className="field">
            <span>{words.date}</span>
            <input required type="date" value={date} onChange={(event) => setDate(event.target.value)} />
          </label>
        </div>
      )}
      {publish.isError && <Notice kind="problem">{problemText(publish.error, text, language)}</Notice>}
      <p className="data-buttons">
        <button type="submit" className="button button-main" disabled={publish.isPending}>
          {words.publish}
        </button>
      </p>
    </form>
  );
}
