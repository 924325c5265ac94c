import { lazy, useState } from "react";
import type { IndicatorAnswer, RecordAnswer } from "#domain/contract/contract.ts";
import { interpretation } from "#domain/interpretation/interpretation.ts";
import type { AreaRef } from "../../data/area-of.ts";
import { useRecords } from "../../data/queries.ts";
import { useMayWrite } from "../../data/write-rights.ts";
import { useLanguage } from "../../i18n/language.tsx";
import { Part } from "../../ui/part.tsx";
import { Term } from "../glossary/term.tsx";
import { InterpretationItem } from "./interpretation-item.tsx";
import { readingsFor } from "./readings.ts";
import { useInterpretationText } from "./use-interpretation-text.ts";

const InterpretationDialog = lazy(() => import("./interpretation-dialog.tsx"));

/** What the form is about: nothing, a new interpretation, a draft, or the version a new one takes the place of. */
export type Written = { kind: "new" } | { kind: "draft" | "rewrite"; record: RecordAnswer };

/**
 * "So liest es das Fachamt": what departments say of an indicator, for the city and for one area. It is not there for
 * whoever neither reads nor writes any.
 */
export default function InterpretationSection({
  indicator,
  area,
}: {
  indicator: IndicatorAnswer;
  area: AreaRef | null;
}) {
  const { formats } = useLanguage();
  const words = useInterpretationText();
  const mayWrite = useMayWrite(interpretation)("create");
  const [written, setWritten] = useState<Written | null>(null);
  const answer = useRecords("interpretations", { indicatorCode: indicator.code });
  if (!answer.data) return null;
  const readings = readingsFor(answer.data.items, area);
  if (!mayWrite && readings.length === 0) return null;
  return (
    <section className="voices">
      <h4>
        <Term name="deutung">{words.heading}</Term>
      </h4>
      {readings.length === 0 && <p className="small">{words.none}</p>}
      {readings.map(({ key, signed, drafts, former }) => (
        <div key={key}>
          <ul className="plain-list">
            {[...(signed ? [signed] : []), ...drafts].map((record) => (
              <InterpretationItem key={record.id} record={record} onWrite={setWritten} />
            ))}
          </ul>
          {former.length > 0 && (
            <details>
              <summary className="small">
                {words.former(former.length, formats.number(former.length))}
              </summary>
              <ul className="plain-list">
                {former.map((record) => (
                  <InterpretationItem key={record.id} record={record} />
                ))}
              </ul>
            </details>
          )}
        </div>
      ))}
      {mayWrite && (
        <p>
          <button type="button" className="button" onClick={() => setWritten({ kind: "new" })}>
            {words.write}
          </button>
        </p>
      )}
      {written && (
        <Part lines={0}>
          <InterpretationDialog
            indicator={indicator}
            area={area}
            written={written}
            onClose={() => setWritten(null)}
          />
        </Part>
      )}
    </section>
  );
}
