import { assessmentEvidence, assessmentTopics } from "#domain/assessment/expert-assessment.ts";
import type { RecordAnswer } from "#domain/contract/contract.ts";
import { type AreaRef, useAreaTitle } from "../../data/area-of.ts";
import { useOpened } from "../../data/opened.ts";
import { useLanguage } from "../../i18n/language.tsx";
import { usePageStore } from "../../state/use-page.ts";
import { AssessmentActs } from "./assessment-acts.tsx";
import { useAssessmentText } from "./use-assessment-text.ts";
import { shownAssessment, statementId } from "./use-assessments.ts";
import { useIndicatorNames } from "./use-indicator-names.ts";

/** One statement: who said it, when, on what ground, and which figures it confirms or contradicts. */
export function AssessmentItem({ record, area }: { record: RecordAnswer; area: AreaRef }) {
  const { say, formats } = useLanguage();
  const words = useAssessmentText();
  const { me } = useOpened();
  const store = usePageStore();
  const said = shownAssessment(record);
  const about = useAreaTitle({ level: said.areaLevel, number: said.areaNumber });
  const names = useIndicatorNames();
  const isOfPart = said.areaLevel !== area.level || said.areaNumber !== area.number;
  const topic = say(assessmentTopics[said.topic]);
  const facts = [
    said.evidence && words.basis(say(assessmentEvidence[said.evidence])),
    said.rating !== undefined && words.rating(words.ratings[String(said.rating)] ?? String(said.rating)),
    (said.contradictsIndicators?.length ?? 0) > 0 && words.contradicts(names(said.contradictsIndicators)),
    (said.confirmsIndicators?.length ?? 0) > 0 && words.confirms(names(said.confirmsIndicators)),
  ].filter((fact): fact is string => typeof fact === "string");
  return (
    <li id={statementId(record)} tabIndex={-1} className="voice">
      <p className="small">
        <strong>{isOfPart ? `${about}: ${topic}` : topic}</strong>
        {" · "}
        {said.authorOffice
          ? words.signed(said.authorOffice, formats.date(said.date))
          : formats.date(said.date)}
      </p>
      <blockquote>{said.statement ?? said.publicSummary}</blockquote>
      {facts.map((fact) => (
        <small key={fact}>{fact}</small>
      ))}
      {me.account && (
        <p className="button-row">
          <AssessmentActs record={record} topic={topic} />
          <button
            type="button"
            className="link-button"
            onClick={() => store.getState().select({ kind: "record", type: record.type, id: record.id })}
          >
            {me.role === "SECRETARIAT" ? words.historyAndRelease : words.history}
          </button>
        </p>
      )}
    </li>
  );
}
