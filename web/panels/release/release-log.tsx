import type { RecordAnswer } from "#domain/contract/contract.ts";
import { useLanguage } from "../../i18n/language.tsx";
import { useReleaseText } from "./use-release-text.ts";

/** Every release and withdrawal with day and reason, newest first; nothing where there was none. */
export function ReleaseLog({ record }: { record: RecordAnswer }) {
  const words = useReleaseText();
  const { text, formats } = useLanguage();
  if (record.releaseLog.length === 0) return null;
  return (
    <details className="history">
      <summary>{words.log}</summary>
      <ol className="revisions">
        {record.releaseLog.toReversed().map((entry) => (
          <li key={entry.at}>
            <strong>{words.entry(text.levels[entry.from], text.levels[entry.to])}</strong>,{" "}
            {formats.date(entry.on)}
            {entry.early && ` (${words.entryEarly})`}
            <br />
            {entry.reason}
          </li>
        ))}
      </ol>
    </details>
  );
}
