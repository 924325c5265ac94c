import { assessmentTopics } from "#domain/assessment/expert-assessment.ts";
import { useAreaTitle } from "../../data/area-of.ts";
import { useLanguage } from "../../i18n/language.tsx";
import { usePageStore } from "../../state/use-page.ts";
import { Fact, Facts } from "../selection/facts.tsx";
import type { SheetProps } from "../selection/record-sheet.tsx";
import { AssessmentActs } from "./assessment-acts.tsx";
import { useAssessmentText } from "./use-assessment-text.ts";
import { shownAssessment } from "./use-assessments.ts";
import { useIndicatorNames } from "./use-indicator-names.ts";

/** Einschätzung vor Ort: what was said, by whom, and of which area. */
export default function AssessmentSheet({ record, type }: SheetProps) {
  const { say } = useLanguage();
  const words = useAssessmentText();
  const store = usePageStore();
  const names = useIndicatorNames();
  const said = shownAssessment(record);
  const { areaLevel: level, areaNumber: number } = said;
  const area = useAreaTitle({ level, number });
  const named = (field: "confirmsIndicators" | "contradictsIndicators") =>
    (said[field]?.length ?? 0) > 0 && names(said[field]);
  return (
    <>
      <Facts
        record={record}
        type={type}
        fields={["statement", "evidence", "authorOffice", "date", "publicSummary"]}
      >
        <Fact
          name={words.area}
          value={
            <button
              type="button"
              className="link-button quiet"
              onClick={() => store.getState().select({ kind: "area", level, number })}
            >
              {area}
            </button>
          }
        />
        <Fact
          name={words.ratingName}
          value={said.rating !== undefined && words.ratings[String(said.rating)]}
        />
        <Fact name={words.contradictsName} value={named("contradictsIndicators")} />
        <Fact name={words.confirmsName} value={named("confirmsIndicators")} />
      </Facts>
      <p className="button-row">
        <AssessmentActs record={record} topic={say(assessmentTopics[said.topic])} />
      </p>
    </>
  );
}
