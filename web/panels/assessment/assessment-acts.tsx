import { lazy, useState } from "react";
import { expertAssessment } from "#domain/assessment/expert-assessment.ts";
import type { RecordAnswer } from "#domain/contract/contract.ts";
import { useMayWrite } from "../../data/write-rights.ts";
import { Part } from "../../ui/part.tsx";
import { StepDialog } from "../record-form/step-dialog.tsx";
import { useAssessmentText } from "./use-assessment-text.ts";
import { shownAssessment } from "./use-assessments.ts";

const AssessmentDialog = lazy(() => import("./assessment-dialog.tsx"));

/** Editing an assessment and saying that it no longer holds, for those who may. */
export function AssessmentActs({ record, topic }: { record: RecordAnswer; topic: string }) {
  const words = useAssessmentText();
  const mayWrite = useMayWrite(expertAssessment);
  const [open, setOpen] = useState<"edit" | "outdate" | null>(null);
  const { areaLevel: level, areaNumber: number } = shownAssessment(record);
  if (record.state === "UEBERHOLT" || !mayWrite("edit", record)) return null;
  const close = () => setOpen(null);
  return (
    <>
      <button
        type="button"
        className="link-button"
        aria-label={words.editOf(topic)}
        onClick={() => setOpen("edit")}
      >
        {words.edit}
      </button>
      <button
        type="button"
        className="link-button"
        aria-label={words.outdateOf(topic)}
        onClick={() => setOpen("outdate")}
      >
        {words.outdate}
      </button>
      {open === "edit" && (
        <Part lines={0}>
          <AssessmentDialog area={{ level, number }} id={record.id} onClose={close} />
        </Part>
      )}
      {open === "outdate" && (
        <StepDialog
          record={record}
          to="UEBERHOLT"
          title={words.outdateOf(topic)}
          explanation={words.outdateAsked}
          confirm={words.outdateConfirmed}
          done={words.isOutdated}
          onClose={close}
        />
      )}
    </>
  );
}
