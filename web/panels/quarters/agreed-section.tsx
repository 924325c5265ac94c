import {
  type AreaSelectionDossier,
  areaProposals,
  areaSelectionDossier,
} from "#domain/area-selection/area-selection-dossier.ts";
import type { RecordAnswer } from "#domain/contract/contract.ts";
import {
  matchRecommendations,
  type OfficeAssessment,
  type SocialMatch,
  socialMatch,
} from "#domain/renewal/social-match.ts";
import type { AreaRef } from "../../data/area-of.ts";
import { useRecords } from "../../data/queries.ts";
import { useLanguage } from "../../i18n/language.tsx";
import { useQuartersText } from "./use-quarters-text.ts";

/** What Stadterneuerung and the social side say, each for itself, then together, and what is proposed for the area. */
export function AgreedSection({ area }: { area: AreaRef }) {
  const words = useQuartersText();
  const about = { areaLevel: area.level, areaNumber: area.number };
  const matches = useRecords(socialMatch.type, about).data?.items;
  const dossiers = useRecords(areaSelectionDossier.type, about).data?.items;
  if (!matches || !dossiers) return null;
  return (
    <section>
      <h2>{words.agreed}</h2>
      {matches.length === 0 && <p>{words.noMatch}</p>}
      {matches.map((record) => (
        <Match key={record.id} record={record} />
      ))}
      {dossiers.length === 0 && <p>{words.noProposal}</p>}
      {dossiers.map((record) => (
        <Proposal key={record.id} record={record} />
      ))}
    </section>
  );
}

function Match({ record }: { record: RecordAnswer }) {
  const { say } = useLanguage();
  const words = useQuartersText();
  const match = record.properties as unknown as SocialMatch;
  const state = socialMatch.lifecycle.states[record.state]?.name;
  return (
    <article className="voice">
      <h3>{state && say(state)}</h3>
      <div className="two-offices">
        <Side title={words.urban} said={match.urbanAssessment} />
        <Side title={words.social} said={match.socialAssessment} />
      </div>
      <p>
        <strong>{words.recommendation}:</strong>{" "}
        {match.recommendation ? say(matchRecommendations[match.recommendation]) : words.recommendationLater}
      </p>
      {match.reason && (
        <p>
          <strong>{words.reason}:</strong> {match.reason}
        </p>
      )}
      {match.meeting && <p className="small">{match.meeting}</p>}
    </article>
  );
}

function Side({ title, said }: { title: string; said: OfficeAssessment | undefined }) {
  const { formats } = useLanguage();
  const words = useQuartersText();
  return (
    <div>
      <h4>{title}</h4>
      {said ? (
        <>
          <blockquote>{said.text}</blockquote>
          <small>
            {said.office} · {formats.date(said.date)}
          </small>
        </>
      ) : (
        <p className="small">{words.missing}</p>
      )}
    </div>
  );
}

function Proposal({ record }: { record: RecordAnswer }) {
  const { say } = useLanguage();
  const words = useQuartersText();
  const dossier = record.properties as unknown as AreaSelectionDossier;
  const state = areaSelectionDossier.lifecycle.states[record.state]?.name;
  return (
    <article className="voice">
      <p>
        <strong>{words.proposal}:</strong>{" "}
        {[dossier.proposal && say(areaProposals[dossier.proposal]), state && say(state)]
          .filter(Boolean)
          .join(" · ")}
      </p>
      {dossier.mirrorNote && (
        <p>
          <strong>{words.mirror}:</strong> {dossier.mirrorNote}
        </p>
      )}
      {dossier.reason && (
        <p>
          <strong>{words.reason}:</strong> {dossier.reason}
        </p>
      )}
      {dossier.meetingResult && <p className="small">{dossier.meetingResult}</p>}
    </article>
  );
}
