import type { JobAnswer } from "#domain/contract/import-contract.ts";
import { useLanguage } from "../../i18n/language.tsx";
import { Notice } from "../../ui/notice.tsx";
import { ReleaseForm } from "./release-form.tsx";
import { ReportDetails } from "./report-details.tsx";
import { useDataText } from "./use-data-text.ts";

/** What the check found, and the statement with which it is published. */
export function ReportStep({ job, onBack }: { job: JobAnswer; onBack: () => void }) {
  const { formats } = useLanguage();
  const words = useDataText();
  const { report, problem } = job;
  return (
    <div className="data-form">
      <section aria-labelledby="report-heading">
        <h2 id="report-heading">{words.report.heading}</h2>
        {problem && (
          <Notice kind="problem">
            <span lang="de">{problem.sentence}</span>
          </Notice>
        )}
        {report && (
          <>
            <p>{words.report.nothingWritten}</p>
            <dl className="data-counts">
              <div>
                <dt>{words.report.rowsRead}</dt>
                <dd>{formats.number(report.rowsRead)}</dd>
              </div>
              <div>
                <dt>{words.report.rowsAccepted}</dt>
                <dd>{formats.number(report.rowsAccepted)}</dd>
              </div>
              <div>
                <dt>{words.report.setAside}</dt>
                <dd>{formats.number(report.setAsideCount)}</dd>
              </div>
            </dl>
            <h3>{words.report.becomes}</h3>
            <ul>
              {report.datasets.map(({ dataset, rows }) => (
                <li key={dataset}>{words.report.datasetRows(dataset, formats.number(rows))}</li>
              ))}
            </ul>
            <ReportDetails report={report} />
          </>
        )}
        <p className="data-buttons">
          <button type="button" className="button" onClick={onBack}>
            {words.mapping.again}
          </button>
        </p>
      </section>
      <ReleaseForm job={job} />
    </div>
  );
}
