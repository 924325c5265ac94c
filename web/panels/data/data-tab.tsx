import { useEffect, useRef } from "react";
import { usePage, usePageStore } from "../../state/use-page.ts";
import { DatasetList } from "./dataset-list.tsx";
import { ImportWizard } from "./import-wizard.tsx";
import { JobList } from "./job-list.tsx";
import { useDataText } from "./use-data-text.ts";

/** The tab "Daten": what there is, or one import on its way. */
export default function DataTab() {
  const words = useDataText();
  const store = usePageStore();
  const job = usePage((state) => state.importJob);
  const heading = useRef<HTMLHeadingElement>(null);
  // Between overview and wizard everything changes; a screen reader starts at the new heading.
  const shown = useRef(job);
  useEffect(() => {
    if (shown.current !== job) heading.current?.focus();
    shown.current = job;
  }, [job]);

  return (
    <div className="data-view" id="map" tabIndex={-1}>
      <div className="data-page">
        <header className="data-head">
          <h1 ref={heading} tabIndex={-1}>
            {job ? words.import : words.heading}
          </h1>
          {job ? (
            <button type="button" className="button" onClick={() => store.getState().showImport(null)}>
              {words.back}
            </button>
          ) : (
            <button
              type="button"
              className="button button-main"
              onClick={() => store.getState().showImport("new")}
            >
              {words.import}
            </button>
          )}
        </header>
        {job ? (
          <ImportWizard key={job} id={job} />
        ) : (
          <>
            <p className="data-intro">{words.intro}</p>
            <JobList />
            <DatasetList />
          </>
        )}
      </div>
    </div>
  );
}
