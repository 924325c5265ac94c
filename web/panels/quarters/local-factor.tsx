import { evidenceMethods } from "#domain/evidence/evidence.ts";
import type { AreaRef } from "../../data/area-of.ts";
import { useLanguage } from "../../i18n/language.tsx";
import { AssessmentButton } from "../assessment/assessment-button.tsx";
import { AssessmentItem } from "../assessment/assessment-item.tsx";
import { useAssessmentText } from "../assessment/use-assessment-text.ts";
import { useAssessments } from "../assessment/use-assessments.ts";
import { partsOf, useEvidence, useEvidenceDate } from "../evidence/use-evidence.ts";
import { useQuartersText } from "./use-quarters-text.ts";

/** What people on the spot say and what was found out there, with the same standing as figures. */
export function LocalFactor({ area }: { area: AreaRef }) {
  const { say } = useLanguage();
  const words = useQuartersText();
  const assessment = useAssessmentText();
  const dateOf = useEvidenceDate();
  const statements = useAssessments(area)?.current ?? [];
  const evidence = (useEvidence(area) ?? []).filter(({ state }) => state !== "UEBERHOLT");
  return (
    <section className="voices">
      <h2>{words.local}</h2>
      {statements.length === 0 && <p>{assessment.none}</p>}
      <ul className="plain-list">
        {statements.map((record) => (
          <AssessmentItem key={record.id} record={record} area={area} />
        ))}
      </ul>
      <AssessmentButton area={area} />
      <h3>{words.evidence}</h3>
      {evidence.length === 0 && <p>{words.noEvidence}</p>}
      <ul className="plain-list">
        {evidence.map((record) => {
          const parts = partsOf(record);
          return (
            <li key={record.id} className="voice">
              <strong>{parts.title}</strong>{" "}
              <small>
                {say(evidenceMethods[parts.method])} · {parts.office} · {dateOf(parts)}
              </small>
              <blockquote>{parts.summary}</blockquote>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
