import type { AuditRow } from "#domain/contract/audit-contract.ts";
import { recordTypeOf } from "#domain/record/record-types.ts";
import { useLanguage } from "../../i18n/language.tsx";
import { usePeopleText } from "../../i18n/use-people-text.ts";
import { useActName, useTypeName } from "./use-audit-names.ts";
import { useOpenRecord } from "./use-open-record.ts";

/** Rows of the audit; a record the reader may still read opens from here. */
export function AuditTable({ rows }: { rows: readonly AuditRow[] }) {
  const { formats } = useLanguage();
  const words = usePeopleText();
  const actName = useActName();
  const { columns } = words.audit;
  return (
    <table className="small-table card-table">
      <caption className="for-ears">{words.pages.audit}</caption>
      <thead>
        <tr>
          {Object.values(columns).map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.sequence}>
            <td data-label={columns.sequence} className="number">
              {row.sequence}
            </td>
            <td data-label={columns.at} className="moment">
              {formats.moment(row.at)}
            </td>
            <td data-label={columns.office}>{row.office}</td>
            <td data-label={columns.action}>{actName(row.action)}</td>
            <td data-label={columns.what}>
              <Subject row={row} />
            </td>
            <td data-label={columns.reason}>{row.reason}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Subject({ row: { type, id, title, revision } }: { row: AuditRow }) {
  const { text } = useLanguage();
  const typeName = useTypeName();
  const openRecord = useOpenRecord();
  return (
    <>
      <span>{typeName(type)}</span>{" "}
      {title !== null && recordTypeOf(type) ? (
        <button type="button" className="link-button quiet named" onClick={() => openRecord(type, id)}>
          {title}
        </button>
      ) : (
        <span className="named">{title ?? id}</span>
      )}
      {revision !== null && <small> {text.record.revision(revision)}</small>}
    </>
  );
}
