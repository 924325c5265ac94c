import { lazy } from "react";
import type { RecordAnswer } from "#domain/contract/contract.ts";
import { useLanguage } from "../../i18n/language.tsx";
import { OpeningDetails } from "../../ui/opening-details.tsx";

const RevisionList = lazy(() => import("./revision-list.tsx"));

/** Every revision of the record, for the administration; asked for when opened. */
export function History({ record }: { record: RecordAnswer }) {
  const { text, formats } = useLanguage();
  return (
    <OpeningDetails
      className="history"
      summary={
        <>
          {text.record.history} · {text.record.revision(record.revision)},{" "}
          {text.record.updated(formats.date(record.updatedAt))}
        </>
      }
    >
      {() => <RevisionList record={record} />}
    </OpeningDetails>
  );
}
