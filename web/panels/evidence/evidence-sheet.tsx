import { lazy, useState } from "react";
import { evidenceMethods } from "#domain/evidence/evidence.ts";
import { useMayWrite } from "../../data/write-rights.ts";
import { useLanguage } from "../../i18n/language.tsx";
import { Part } from "../../ui/part.tsx";
import { ThreeFigures } from "../../ui/three-figures.tsx";
import { useAreaName } from "../contacts/use-area-name.ts";
import { StepDialog } from "../record-form/step-dialog.tsx";
import { Fact, Facts } from "../selection/facts.tsx";
import type { SheetProps } from "../selection/record-sheet.tsx";
import { partsOf, useEvidenceDate } from "./use-evidence.ts";
import { useEvidenceText } from "./use-evidence-text.ts";

const EvidenceDialog = lazy(() => import("./evidence-dialog.tsx"));

/** Erhebung vor Ort: how, when and with how many, and what came out. */
export default function EvidenceSheet({ record, type }: SheetProps) {
  const { text, say, formats } = useLanguage();
  const words = useEvidenceText();
  const areaName = useAreaName();
  const dateOf = useEvidenceDate();
  const mayEdit = useMayWrite(type)("edit", record);
  const [open, setOpen] = useState<"edit" | "outdate" | null>(null);
  const parts = partsOf(record);
  const close = () => setOpen(null);
  return (
    <>
      <ThreeFigures
        figures={[
          { name: words.figures.method, value: say(evidenceMethods[parts.method]) },
          { name: words.figures.date, value: dateOf(parts) },
          {
            name: words.figures.participants,
            value:
              parts.participants === undefined ? text.record.unknown : formats.number(parts.participants),
          },
        ]}
      />
      <p className="evidence-summary">{parts.summary}</p>
      <Facts record={record} type={type} fields={["office", ...(parts.source ? ["source"] : [])]}>
        <Fact name={words.areas} value={formats.list(parts.areas.map(areaName))} />
        <Fact
          name={words.link}
          value={
            parts.link && (
              <a href={parts.link} rel="noreferrer">
                {parts.link}
              </a>
            )
          }
        />
      </Facts>
      {mayEdit && record.state !== "UEBERHOLT" && (
        <p className="button-row">
          <button type="button" className="button" onClick={() => setOpen("edit")}>
            {words.edit}
          </button>
          <button type="button" className="button" onClick={() => setOpen("outdate")}>
            {words.outdate}
          </button>
        </p>
      )}
      {open === "edit" && (
        <Part lines={0}>
          <EvidenceDialog areaKey="city" id={record.id} onClose={close} />
        </Part>
      )}
      {open === "outdate" && (
        <StepDialog
          record={record}
          to="UEBERHOLT"
          title={words.outdateTitle}
          explanation={words.outdateAsked}
          confirm={words.outdateTitle}
          done={words.isOutdated}
          onClose={close}
        />
      )}
    </>
  );
}
