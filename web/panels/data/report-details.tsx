import type { JobReport } from "#domain/contract/import-contract.ts";
import { useLanguage } from "../../i18n/language.tsx";
import { ScrollRegion } from "../../ui/scroll-region.tsx";
import { useDataText } from "./use-data-text.ts";

/**
 * Rows set aside, notes and disclosure control, which a refused import never reached. The sentences come from the server
 * and are German.
 */
export function ReportDetails({ report, isRefused = false }: { report: JobReport; isRefused?: boolean }) {
  const { formats } = useLanguage();
  const words = useDataText().report;
  const { setAside, setAsideCount, notes } = report;
  return (
    <>
      {setAside.length > 0 && (
        <section>
          <h3 id="set-aside-heading">{words.setAsideHeading}</h3>
          <ScrollRegion labelledBy="set-aside-heading">
            <table className="small-table">
              <thead>
                <tr>
                  <th scope="col">{words.row}</th>
                  <th scope="col">{words.reason}</th>
                </tr>
              </thead>
              <tbody>
                {setAside.map(({ row, sentence }) => (
                  <tr key={`${row} ${sentence}`}>
                    <th scope="row">{formats.number(row)}</th>
                    <td lang="de">{sentence}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </ScrollRegion>
          {setAsideCount > setAside.length && (
            <p className="small">{words.more(formats.number(setAsideCount - setAside.length))}</p>
          )}
        </section>
      )}
      {notes.length > 0 && (
        <section aria-labelledby="notes-heading">
          <h3 id="notes-heading">{words.notes}</h3>
          <ul>
            {notes.map(({ sentence, rows, rowCount }) => (
              <li key={sentence}>
                <span lang="de">{sentence}</span>
                {rows.length > 0 && <small> ({words.rowsOf(rows.join(", "), rowCount - rows.length)})</small>}
              </li>
            ))}
          </ul>
        </section>
      )}
      {!isRefused && <DisclosureNote report={report} />}
    </>
  );
}

function DisclosureNote({ report: { disclosures } }: { report: JobReport }) {
  const { formats } = useLanguage();
  const words = useDataText().report;
  return (
    <section aria-labelledby="disclosure-heading">
      <h3 id="disclosure-heading">{words.disclosure}</h3>
      {disclosures.length === 0 ? (
        <p className="small">{words.noDisclosure}</p>
      ) : (
        <ul>
          {disclosures.map(({ indicator, primary, secondary, unprotected, onlyParts }) => (
            <li key={indicator}>
              {words.hidden(indicator, formats.number(primary), formats.number(secondary))}
              {unprotected > 0 && ` ${words.unprotected(formats.number(unprotected))}`}
              {onlyParts.length > 0 && ` ${words.onlyParts(onlyParts.join(", "))}`}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
