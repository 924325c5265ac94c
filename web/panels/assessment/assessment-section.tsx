import { expertAssessment } from "#domain/assessment/expert-assessment.ts";
import { type AreaRef, useDistrictsOf } from "../../data/area-of.ts";
import { useOpened } from "../../data/opened.ts";
import { useMayWrite } from "../../data/write-rights.ts";
import { useLanguage } from "../../i18n/language.tsx";
import { Term } from "../glossary/term.tsx";
import { AssessmentButton } from "./assessment-button.tsx";
import { AssessmentItem } from "./assessment-item.tsx";
import { useAssessmentText } from "./use-assessment-text.ts";
import { useAssessments } from "./use-assessments.ts";

/**
 * Wissen vor Ort: what people who know the area say of it, beside its figures. It is not there for whoever neither reads
 * nor writes any of it.
 */
export function AssessmentSection({ area }: { area: AreaRef }) {
  const { formats } = useLanguage();
  const words = useAssessmentText();
  const { me } = useOpened();
  const districts = useDistrictsOf(area);
  const mayWrite = useMayWrite(expertAssessment);
  const found = useAssessments(area);
  if (!found) return null;
  const canAdd = mayWrite("create", { owner: me.account ?? "", department: me.department, districts });
  const { current, outdated } = found;
  if (!canAdd && current.length + outdated.length === 0) return null;
  const item = (record: (typeof current)[number]) => (
    <AssessmentItem key={record.id} record={record} area={area} />
  );
  return (
    <section className="voices">
      <h4>
        <Term name="wissen-vor-ort">{words.heading}</Term>
      </h4>
      {current.length === 0 && <p className="small">{words.none}</p>}
      <ul className="plain-list">{current.map(item)}</ul>
      {outdated.length > 0 && (
        <details>
          <summary className="small">{words.outdated(formats.number(outdated.length))}</summary>
          <ul className="plain-list">{outdated.map(item)}</ul>
        </details>
      )}
      <AssessmentButton area={area} />
    </section>
  );
}

export default AssessmentSection;
