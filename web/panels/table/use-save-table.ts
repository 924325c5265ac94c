import Papa from "papaparse";
import { type CsvCell, csvCell, csvMark, csvShape } from "#domain/text/csv-cell.ts";
import { useShown } from "../../data/figures.tsx";
import { useOpened } from "../../data/opened.ts";
import { useLanguage } from "../../i18n/language.tsx";
import { saveFile } from "../map/save-file.ts";
import { useMapTitle } from "../map/use-map-title.ts";
import { useAreaTable } from "./use-area-table.ts";

/**
 * Saves the areas with what is read from their figures as CSV: the rows the table shows, with source and notice in
 * every row, since a row may leave the file.
 */
export function useSaveTable(): () => Promise<void> {
  const { text, say, formats } = useLanguage();
  const { city } = useOpened();
  const { figures } = useShown();
  const { title } = useMapTitle();
  const model = useAreaTable();
  return async () => {
    const { source, referenceDate } =
      figures.kind === "ready" ? figures.indicator.provenance : { source: "", referenceDate: "" };
    const about: [string, string][] = [
      [text.layers.source, text.layers.sourceAsOf(source, formats.date(referenceDate))],
      ...(city.notice ? [[text.table.notice, say(city.notice)] as [string, string]] : []),
    ];
    const head = [...model.columns.map(({ name }) => name), ...about.map(([name]) => name)];
    const rows = model.rows.map(({ cells }) => [
      ...model.columns.map(({ id, isNumber }): CsvCell => {
        const cell = cells[id];
        if (!cell) return null;
        return isNumber && typeof cell.sort === "number" ? cell.sort : cell.text;
      }),
      ...about.map(([, meaning]) => meaning),
    ]);
    const lines = [head, ...rows].map((row) => row.map(csvCell));
    const csv = `${csvMark}${Papa.unparse(lines, csvShape)}${csvShape.newline}`;
    saveFile(new Blob([csv], { type: "text/csv;charset=utf-8" }), `${title}.csv`);
  };
}
