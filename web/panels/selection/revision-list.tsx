import type { RecordAnswer } from "#domain/contract/contract.ts";
import { problemText } from "../../data/problem-text.ts";
import { useRevisions } from "../../data/queries.ts";
import { useLanguage } from "../../i18n/language.tsx";
import { usePeopleText } from "../../i18n/use-people-text.ts";
import { Notice } from "../../ui/notice.tsx";
import { Skeleton } from "../../ui/progress.tsx";
import { RevisionComparison } from "./revision-comparison.tsx";

/** Who did what when and why, newest first, and what differs between two of the versions. */
export default function RevisionList({ record }: { record: RecordAnswer }) {
  const { text, formats, language } = useLanguage();
  const words = usePeopleText();
  const revisions = useRevisions(record.type, record.id, { isWanted: true });
  if (revisions.isPending) return <Skeleton lines={3} label={text.app.working} />;
  if (revisions.isError)
    return <Notice kind="problem">{problemText(revisions.error, text, language)}</Notice>;
  return (
    <>
      <ol className="revisions">
        {revisions.data.toReversed().map((one) => (
          <li key={one.revision}>
            <strong>{text.record.revision(one.revision)}</strong>{" "}
            {text.record.actions[one.action] ?? one.action}, {formats.moment(one.at)}
            {one.office && `, ${words.history.by(one.office)}`}
            {one.reason && <br />}
            {one.reason}
          </li>
        ))}
      </ol>
      {revisions.data.length > 1 && <RevisionComparison revisions={revisions.data} />}
    </>
  );
}
