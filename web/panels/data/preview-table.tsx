import type { ImportPreview } from "#domain/contract/import-contract.ts";
import { useLanguage } from "../../i18n/language.tsx";
import { ScrollRegion } from "../../ui/scroll-region.tsx";
import { useDataText } from "./use-data-text.ts";

/** The first rows as they were read, with the letters and figures of the file. */
export function PreviewTable({ preview: { columns, rows, rowCount } }: { preview: ImportPreview }) {
  const { formats } = useLanguage();
  const words = useDataText().preview;
  return (
    <section>
      <h2 id="preview-heading">{words.heading}</h2>
      <ScrollRegion labelledBy="preview-heading" className="data-preview">
        <table className="small-table">
          <caption>{words.caption(formats.number(rows.length), formats.number(rowCount))}</caption>
          <thead>
            <tr>
              <th scope="col">{words.row}</th>
              {columns.map(({ name, content }) => (
                <th key={name} scope="col" className={content === "number" ? "number" : undefined}>
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ number, cells }) => (
              <tr key={number}>
                <th scope="row">{formats.number(number)}</th>
                {columns.map(({ name, content }, at) => (
                  <td key={name} className={content === "number" ? "number" : undefined}>
                    {cells[at]}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </section>
  );
}
