import type { JobAnswer } from "#domain/contract/import-contract.ts";
import { useLanguage } from "../../i18n/language.tsx";
import { usePageStore } from "../../state/use-page.ts";
import { ReportDetails } from "./report-details.tsx";
import { useDataText } from "./use-data-text.ts";

/** What was published. */
export function ResultStep({ job }: { job: JobAnswer }) {
  const { formats } = useLanguage();
  const words = useDataText();
  const store = usePageStore();
  const number = (value: number) => formats.number(value);
  return (
    <section className="data-form" aria-labelledby="result-heading">
      <h2 id="result-heading">{words.result.heading}</h2>
      <ul>
        {job.report?.datasets.map(({ dataset, outcome, created, changed, unchanged }) => (
          <li key={dataset}>
            {outcome === "unchanged"
              ? words.result.same(dataset)
              : words.result.published(dataset, number(created), number(changed), number(unchanged))}
          </li>
        ))}
      </ul>
      {job.report && <ReportDetails report={job.report} />}
      <p className="data-buttons">
        <button
          type="button"
          className="button button-main"
          onClick={() => store.getState().showImport("new")}
        >
          {words.result.another}
        </button>
        <button type="button" className="button" onClick={() => store.getState().showImport(null)}>
          {words.back}
        </button>
      </p>
    </section>
  );
}
