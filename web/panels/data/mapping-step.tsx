import { type FormEvent, useRef, useState } from "react";
import type { JobAnswer } from "#domain/contract/import-contract.ts";
import { useImportActs } from "../../data/imports.ts";
import { problemText } from "../../data/problem-text.ts";
import { useLanguage } from "../../i18n/language.tsx";
import { Notice } from "../../ui/notice.tsx";
import { type DraftProblem, draftProblems } from "./draft-problems.ts";
import { specOf } from "./import-draft.ts";
import { KindFields } from "./kind-fields.tsx";
import { OriginFields } from "./origin-fields.tsx";
import { PreviewTable } from "./preview-table.tsx";
import { ReadingForm } from "./reading-form.tsx";
import { ReportDetails } from "./report-details.tsx";
import { useDataText } from "./use-data-text.ts";
import { useDraft } from "./use-draft.ts";

/** Second step: how the file was read, what is in it, and what its columns mean. */
export function MappingStep({ job, onCheck }: { job: JobAnswer; onCheck: () => void }) {
  const words = useDataText();
  const { preview, problem, report } = job;
  const needsLayer = preview !== null && preview.layers.length > 0;
  return (
    <div className="data-form">
      {problem && (
        <Notice kind="problem">
          <span lang="de">{problem.sentence}</span>
        </Notice>
      )}
      {problem && report && (
        <section aria-labelledby="refused-heading">
          <h2 id="refused-heading">{words.report.heading}</h2>
          <ReportDetails report={report} isRefused />
        </section>
      )}
      <ReadingForm job={job} />
      {preview && !needsLayer && (
        <>
          <PreviewTable preview={preview} />
          <MappingForm key={preview.columns.map(({ name }) => name).join()} job={job} onCheck={onCheck} />
        </>
      )}
    </div>
  );
}

function MappingForm({ job, onCheck }: { job: JobAnswer; onCheck: () => void }) {
  const { text, language, formats } = useLanguage();
  const words = useDataText();
  const [draft, change] = useDraft(job);
  const [problems, setProblems] = useState<readonly DraftProblem[]>([]);
  const summary = useRef<HTMLDivElement>(null);
  const { check } = useImportActs();
  const suggested = job.preview?.suggested;

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const found = draftProblems(job, draft, words);
    setProblems(found);
    if (found.length > 0) {
      requestAnimationFrame(() => summary.current?.focus());
      return;
    }
    check.mutate({ id: job.id, spec: specOf(job, draft) }, { onSuccess: onCheck });
  };
  return (
    <form className="stack" noValidate onSubmit={submit} aria-labelledby="mapping-heading">
      <h2 id="mapping-heading">{words.mapping.heading}</h2>
      {problems.length > 0 && (
        <div ref={summary} tabIndex={-1} className="notice notice-problem" role="alert">
          <p>{words.problems.heading}</p>
          <ul>
            {problems.map(({ control, sentence }) => (
              <li key={control}>
                <a href={`#${control}`} onClick={(event) => focusOn(event, control)}>
                  {sentence}
                </a>
              </li>
            ))}
          </ul>
        </div>
      )}
      {suggested && suggested.unmatchedCount > 0 && (
        <Notice>
          <p>{words.mapping.unmatched(formats.number(suggested.unmatchedCount))}</p>
          <ul>
            {suggested.unmatched.slice(0, 8).map(({ row, given }) => (
              <li key={row}>{words.mapping.unmatchedRow(formats.number(row), given)}</li>
            ))}
          </ul>
          <p className="small">{words.mapping.unmatchedHint}</p>
        </Notice>
      )}
      <KindFields job={job} draft={draft} change={change} />
      <OriginFields draft={draft} change={change} />
      {check.isError && <Notice kind="problem">{problemText(check.error, text, language)}</Notice>}
      <p className="data-buttons">
        <button type="submit" className="button button-main" disabled={check.isPending}>
          {words.mapping.check}
        </button>
      </p>
    </form>
  );
}

/** The address of the page stays the view's: a link of the summary only moves the focus. */
function focusOn(event: { preventDefault: () => void }, control: string): void {
  event.preventDefault();
  document.getElementById(control)?.focus();
}
