import type { z } from "zod";
import type { provenanceAnswerSchema } from "#domain/contract/contract.ts";
import { useLanguage } from "../i18n/language.tsx";

/** Where figures come from: source, licence, date. */
export function Provenance({ entries }: { entries: readonly z.infer<typeof provenanceAnswerSchema>[] }) {
  const { text, formats } = useLanguage();
  if (entries.length === 0) return <p className="small">{text.layers.noSource}</p>;
  return (
    <dl className="provenance">
      {entries.map((entry) => (
        <div key={`${entry.source}${entry.referenceDate}`}>
          <dt>{text.layers.source}</dt>
          <dd>
            {text.layers.sourceAsOf(entry.source, formats.date(entry.referenceDate))}
            {entry.licence !== "" && ` (${entry.licence})`}
          </dd>
        </div>
      ))}
    </dl>
  );
}
