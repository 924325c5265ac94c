import { useState } from "react";
import type { RecordAnswer } from "#domain/contract/contract.ts";
import { problemText } from "../../data/problem-text.ts";
import { useRevisions } from "../../data/queries.ts";
import { useLanguage } from "../../i18n/language.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Skeleton } from "../../ui/progress.tsx";

/** Every revision of the record, for signed-in people; asked for when opened. */
export function History({ record }: { record: RecordAnswer }) {
  const { text, formats, language } = useLanguage();
  const [isOpen, setOpen] = useState(false);
  const revisions = useRevisions(record.type, record.id, { isWanted: isOpen });
  return (
    <details className="history" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        {text.record.history} · {text.record.revision(record.revision)},{" "}
        {text.record.updated(formats.date(record.updatedAt))}
      </summary>
      {revisions.isPending && isOpen && <Skeleton lines={3} label={text.app.working} />}
      {revisions.isError && <Notice kind="problem">{problemText(revisions.error, text, language)}</Notice>}
      <ol className="revisions">
        {(revisions.data ?? []).map((revision) => (
          <li key={revision.revision}>
            <strong>{text.record.revision(revision.revision)}</strong>
            {revision.action && ` ${text.record.actions[revision.action] ?? revision.action}`}
            {revision.at && `, ${formats.moment(revision.at)}`}
            {revision.reason && <br />}
            {revision.reason}
          </li>
        ))}
      </ol>
    </details>
  );
}
