import { isBusy, useImportActs, useJobs } from "../../data/imports.ts";
import { useLanguage } from "../../i18n/language.tsx";
import { usePageStore } from "../../state/use-page.ts";
import { useDataText } from "./use-data-text.ts";

/** Imports that are not finished, to go on with or to throw away. */
export function JobList() {
  const { formats } = useLanguage();
  const words = useDataText();
  const store = usePageStore();
  const jobs = useJobs();
  const { discard } = useImportActs();
  const open = jobs.data?.filter(({ state }) => state !== "PUBLISHED") ?? [];
  if (open.length === 0) return null;
  return (
    <section aria-labelledby="jobs-heading">
      <h2 id="jobs-heading">{words.jobs.heading}</h2>
      <ul className="data-jobs">
        {open.map((job) => (
          <li key={job.id}>
            <span>
              <bdi>{job.fileName}</bdi>
              <small>
                {words.kinds[job.kind]} · {words.states[job.state]} · {formats.moment(job.updatedAt)}
              </small>
            </span>
            <span className="data-buttons">
              <button
                type="button"
                className="button small-button"
                aria-label={words.jobs.openOf(job.fileName)}
                onClick={() => store.getState().showImport(job.id)}
              >
                {words.jobs.open}
              </button>
              {!isBusy(job) && (
                <button
                  type="button"
                  className="button small-button"
                  aria-label={words.jobs.discardOf(job.fileName)}
                  onClick={() => discard.mutate(job.id)}
                >
                  {words.jobs.discard}
                </button>
              )}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
