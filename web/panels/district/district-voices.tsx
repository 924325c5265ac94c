import { useState } from "react";
import type { DistrictProfile } from "#domain/contract/district-contract.ts";
import type { AreaRef } from "../../data/area-of.ts";
import { AssessmentButton } from "../assessment/assessment-button.tsx";
import { AssessmentItem } from "../assessment/assessment-item.tsx";
import { useAssessmentText } from "../assessment/use-assessment-text.ts";
import { useAssessments } from "../assessment/use-assessments.ts";
import { useDistrictText } from "./use-district-text.ts";

/** Wissen vor Ort of a Stadtbezirk and its parts, and the way to say something of one of them. */
export function DistrictVoices({ profile }: { profile: DistrictProfile }) {
  const words = useDistrictText();
  const assessment = useAssessmentText();
  const whole: AreaRef = { level: "district", number: profile.number };
  const found = useAssessments(whole);
  const [about, setAbout] = useState<AreaRef>(whole);
  if (profile.statements === null || !found) return null;
  const { level, areas } = profile.monitoring;
  const places: { area: AreaRef; name: string }[] = [
    { area: whole, name: profile.name },
    ...(level ? areas.map(({ number, name }) => ({ area: { level, number }, name: name ?? number })) : []),
  ];
  return (
    <section className="voices">
      <h2>{assessment.heading}</h2>
      {found.current.length === 0 && <p>{assessment.none}</p>}
      <ul className="plain-list">
        {found.current.map((record) => (
          <AssessmentItem key={record.id} record={record} area={whole} />
        ))}
      </ul>
      <div className="district-say">
        <label className="field-inline">
          <span>{words.aboutArea}</span>
          <select
            value={`${about.level} ${about.number}`}
            onChange={(event) => setAbout(places[event.target.selectedIndex]?.area ?? whole)}
          >
            {places.map(({ area, name }) => (
              <option key={`${area.level} ${area.number}`} value={`${area.level} ${area.number}`}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <AssessmentButton key={`${about.level} ${about.number}`} area={about} />
      </div>
    </section>
  );
}
