import { useState } from "react";
import type { DatasetLine } from "#domain/contract/import-contract.ts";
import { useDatasets } from "../../data/imports.ts";
import { problemText } from "../../data/problem-text.ts";
import { useLanguage } from "../../i18n/language.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Skeleton } from "../../ui/progress.tsx";
import { ScrollRegion } from "../../ui/scroll-region.tsx";
import { UndoDialog } from "./undo-dialog.tsx";
import { useDataText } from "./use-data-text.ts";

/** Datasets this person reads, with origin, state, and the way back to the former release. */
export function DatasetList() {
  const { text, language, say, formats } = useLanguage();
  const words = useDataText().list;
  const datasets = useDatasets();
  const [undone, setUndone] = useState<DatasetLine | null>(null);
  if (datasets.isError) return <Notice kind="problem">{problemText(datasets.error, text, language)}</Notice>;
  if (!datasets.data) return <Skeleton lines={8} label={text.app.loading} />;
  return (
    <section>
      <h2 id="datasets-heading">{words.heading}</h2>
      {datasets.data.length === 0 ? (
        <Notice>{words.empty}</Notice>
      ) : (
        <ScrollRegion labelledBy="datasets-heading">
          <table className="small-table">
            <thead>
              <tr>
                {[words.name, words.source, words.referenceDate, words.visibility].map((head) => (
                  <th key={head} scope="col">
                    {head}
                  </th>
                ))}
                <th scope="col" className="number">
                  {words.rows}
                </th>
                <th scope="col">{words.published}</th>
                <th scope="col">{words.actions}</th>
              </tr>
            </thead>
            <tbody>
              {datasets.data.map((line) => (
                <tr key={line.dataset}>
                  <th scope="row">
                    {say(line.title)}
                    <small>{line.isDemo ? words.demo : (line.fileName ?? "")}</small>
                  </th>
                  <td>
                    {line.source}
                    <small>{line.licence}</small>
                  </td>
                  <td>{formats.date(line.current.referenceDate)}</td>
                  <td>
                    {text.levels[line.current.visibility]}
                    {line.current.released && (
                      <small>
                        {words.releasedBy(
                          line.current.released.office,
                          formats.date(line.current.released.date),
                        )}
                      </small>
                    )}
                  </td>
                  <td className="number">
                    {line.current.rowCount === null ? words.notTold : formats.number(line.current.rowCount)}
                  </td>
                  <td>{line.current.publishedAt && formats.moment(line.current.publishedAt)}</td>
                  <td>
                    {line.mayUndo ? (
                      <button
                        type="button"
                        className="button small-button"
                        aria-label={words.undoOf(say(line.title))}
                        onClick={() => setUndone(line)}
                      >
                        {words.undo}
                      </button>
                    ) : line.kind === "records" ? (
                      words.recordsKeep
                    ) : (
                      words.noFormer
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollRegion>
      )}
      {undone && <UndoDialog line={undone} onClose={() => setUndone(null)} />}
    </section>
  );
}
