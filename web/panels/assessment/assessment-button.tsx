import { lazy, useState } from "react";
import { expertAssessment } from "#domain/assessment/expert-assessment.ts";
import { type AreaRef, useDistrictsOf } from "../../data/area-of.ts";
import { useOpened } from "../../data/opened.ts";
import { useMayWrite } from "../../data/write-rights.ts";
import { Part } from "../../ui/part.tsx";
import { useAssessmentText } from "./use-assessment-text.ts";

const AssessmentDialog = lazy(() => import("./assessment-dialog.tsx"));

/** "Einschätzung hinzufügen", for those who may say something of this area. */
export function AssessmentButton({ area }: { area: AreaRef }) {
  const words = useAssessmentText();
  const { me } = useOpened();
  const districts = useDistrictsOf(area);
  const mayWrite = useMayWrite(expertAssessment);
  const [isOpen, setOpen] = useState(false);
  if (!mayWrite("create", { owner: me.account ?? "", department: me.department, districts })) return null;
  return (
    <>
      <p>
        <button type="button" className="button" onClick={() => setOpen(true)}>
          {words.add}
        </button>
      </p>
      {isOpen && (
        <Part lines={0}>
          <AssessmentDialog area={area} id={null} onClose={() => setOpen(false)} />
        </Part>
      )}
    </>
  );
}
