import { lazy, useState } from "react";
import type { RecordAnswer } from "#domain/contract/contract.ts";
import { evidenceMethods, evidence as evidenceType } from "#domain/evidence/evidence.ts";
import type { AreaRef } from "../../data/area-of.ts";
import { useMayWrite } from "../../data/write-rights.ts";
import { useLanguage } from "../../i18n/language.tsx";
import { usePageStore } from "../../state/use-page.ts";
import { Part } from "../../ui/part.tsx";
import { Term } from "../glossary/term.tsx";
import { areaKeyOf, partsOf, useEvidence, useEvidenceDate } from "./use-evidence.ts";
import { useEvidenceText } from "./use-evidence-text.ts";

const EvidenceDialog = lazy(() => import("./evidence-dialog.tsx"));

/** Erhebungen vor Ort about an area, beside its figures; not there for whoever neither reads nor writes any. */
export default function EvidenceSection({ area }: { area: AreaRef }) {
  const { formats } = useLanguage();
  const words = useEvidenceText();
  const mayWrite = useMayWrite(evidenceType)("create");
  const found = useEvidence(area);
  const [isOpen, setOpen] = useState(false);
  if (!found || (!mayWrite && found.length === 0)) return null;
  const current = found.filter(({ state }) => state !== "UEBERHOLT");
  const outdated = found.filter(({ state }) => state === "UEBERHOLT");
  return (
    <section className="voices">
      <h4>
        <Term name="erhebung">{words.heading}</Term>
      </h4>
      {current.length === 0 && <p className="small">{words.none}</p>}
      <ul className="plain-list">
        {current.map((record) => (
          <EvidenceItem key={record.id} record={record} />
        ))}
      </ul>
      {outdated.length > 0 && (
        <details>
          <summary className="small">{words.outdated(formats.number(outdated.length))}</summary>
          <ul className="plain-list">
            {outdated.map((record) => (
              <EvidenceItem key={record.id} record={record} />
            ))}
          </ul>
        </details>
      )}
      {mayWrite && (
        <p>
          <button type="button" className="button" onClick={() => setOpen(true)}>
            {words.add}
          </button>
        </p>
      )}
      {isOpen && (
        <Part lines={0}>
          <EvidenceDialog areaKey={areaKeyOf(area)} id={null} onClose={() => setOpen(false)} />
        </Part>
      )}
    </section>
  );
}

function EvidenceItem({ record }: { record: RecordAnswer }) {
  const { say } = useLanguage();
  const store = usePageStore();
  const dateOf = useEvidenceDate();
  const parts = partsOf(record);
  return (
    <li className="voice">
      <button
        type="button"
        className="link-button"
        onClick={() => store.getState().select({ kind: "record", type: record.type, id: record.id })}
      >
        {parts.title}
      </button>
      <small>
        {say(evidenceMethods[parts.method])} · {parts.office} · {dateOf(parts)}
      </small>
      <blockquote>{parts.summary}</blockquote>
    </li>
  );
}
