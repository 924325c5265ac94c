import type { Polygon } from "geojson";
import type { ReactNode } from "react";
import type { AreaLevel } from "#domain/area/area.ts";
import { assessmentTopics } from "#domain/assessment/expert-assessment.ts";
import type { RecordAnswer } from "#domain/contract/contract.ts";
import { evidenceMethods } from "#domain/evidence/evidence.ts";
import { useAllRecords } from "../../data/queries.ts";
import { useLanguage } from "../../i18n/language.tsx";
import { Skeleton } from "../../ui/progress.tsx";
import { shownAssessment } from "../assessment/use-assessments.ts";
import { partsOf, useEvidenceDate } from "../evidence/use-evidence.ts";
import { useProfileText, useShareText } from "./use-profile-text.ts";
import type { NamedPart } from "./use-quarter-parts.ts";
import { boxOf } from "./use-quarter-records.ts";
import { withinQuarter } from "./within-quarter.ts";

/** The filter of a list takes so many characters; areas of a smaller part follow after these. */
const mostAreas = 20;

/** What people on the spot say and what was found out: placed in the quarter, then about the areas it overlaps. */
export function QuarterVoices({
  quarter,
  level,
  parts,
}: {
  quarter: Polygon;
  level: AreaLevel;
  parts: readonly NamedPart[];
}) {
  const { text } = useLanguage();
  const words = useProfileText();
  const asked = parts.slice(0, mostAreas);
  const numbers = asked.map(({ number }) => number);
  const placed = useAllRecords("evidence", boxOf(quarter)).data;
  const evidence = useAllRecords(
    "evidence",
    new URLSearchParams({ areas: numbers.map((number) => `${level}:${number}`).join(",") }),
  ).data;
  const assessments = useAllRecords(
    "expert-assessments",
    new URLSearchParams({ areaLevel: level, areaNumber: numbers.join(",") }),
  ).data;
  if (!placed || !evidence || !assessments) return <Skeleton lines={4} label={text.app.working} />;

  const inside = withinQuarter(quarter, placed.records.filter(isCurrent)).map(({ record }) => record);
  const insideIds = new Set(inside.map(({ id }) => id));
  const ofAreas = evidence.records.filter((record) => isCurrent(record) && !insideIds.has(record.id));
  const statements = assessments.records.filter(isCurrent);
  const isSilent = inside.length + ofAreas.length + statements.length === 0;
  return (
    <section aria-labelledby="quarter-voices" className="voices">
      <h2 id="quarter-voices">{words.voices}</h2>
      {isSilent && <p>{words.noVoices}</p>}
      {inside.length > 0 && (
        <>
          <h3>{words.placed}</h3>
          <ul className="plain-list">
            {inside.map((record) => (
              <EvidenceVoice key={record.id} record={record} about={null} />
            ))}
          </ul>
        </>
      )}
      {statements.length + ofAreas.length > 0 && (
        <>
          <h3>{words.ofAreas}</h3>
          <p className="small">{words.voiceNote}</p>
          <ul className="plain-list">
            {statements.map((record) => (
              <Statement key={record.id} record={record} part={partOf(record, asked)} />
            ))}
            {ofAreas.map((record) => (
              <EvidenceVoice
                key={record.id}
                record={record}
                about={asked.filter(({ number }) => partsOf(record).areas.includes(`${level}:${number}`))}
              />
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

const isCurrent = ({ state }: RecordAnswer) => state !== "UEBERHOLT";

const partOf = (record: RecordAnswer, parts: readonly NamedPart[]) =>
  parts.filter(({ number }) => number === shownAssessment(record).areaNumber);

function Statement({ record, part }: { record: RecordAnswer; part: readonly NamedPart[] }) {
  const { say, formats } = useLanguage();
  const said = shownAssessment(record);
  return (
    <Voice
      title={say(assessmentTopics[said.topic])}
      facts={[said.authorOffice, formats.date(said.date)]}
      about={part}
    >
      {said.statement ?? said.publicSummary}
    </Voice>
  );
}

function EvidenceVoice({ record, about }: { record: RecordAnswer; about: readonly NamedPart[] | null }) {
  const { say } = useLanguage();
  const dateOf = useEvidenceDate();
  const parts = partsOf(record);
  return (
    <Voice
      title={parts.title}
      facts={[say(evidenceMethods[parts.method]), parts.office, dateOf(parts)]}
      about={about}
    >
      {parts.summary}
    </Voice>
  );
}

function Voice({
  title,
  facts,
  about,
  children,
}: {
  title: string;
  facts: readonly (string | undefined)[];
  about: readonly NamedPart[] | null;
  children: ReactNode;
}) {
  const { formats } = useLanguage();
  const words = useProfileText();
  const shareText = useShareText();
  const areas = (about ?? []).map(({ name, ofArea }) => words.aboutArea(name, shareText(ofArea)));
  return (
    <li className="voice">
      <strong>{title}</strong>{" "}
      <small>
        {[...facts, areas.length > 0 ? formats.list(areas) : undefined].filter(Boolean).join(" · ")}
      </small>
      <blockquote>{children}</blockquote>
    </li>
  );
}
