import { useState } from "react";
import {
  type AreaSelectionDossier,
  areaProposals,
  areaSelectionDossier,
} from "#domain/area-selection/area-selection-dossier.ts";
import type { RecordAnswer } from "#domain/contract/contract.ts";
import { renewalPriorityArea } from "#domain/renewal/renewal-priority-area.ts";
import {
  matchRecommendations,
  type OfficeAssessment,
  type SocialMatch,
  socialMatch,
} from "#domain/renewal/social-match.ts";
import { type AreaRef, useDistrictsOf } from "../../data/area-of.ts";
import { useOpened } from "../../data/opened.ts";
import { useRecords } from "../../data/queries.ts";
import { useMayWrite } from "../../data/write-rights.ts";
import { useLanguage } from "../../i18n/language.tsx";
import { AgreedDialog } from "./agreed-dialog.tsx";
import { StateSteps } from "./state-steps.tsx";
import type { Overlaps } from "./use-overlaps.ts";
import { useQuartersText } from "./use-quarters-text.ts";

/** Which form is open, and of which record; without an id it makes a new one. */
export interface AskedForm {
  kind: "match" | "proposal";
  id: string | null;
}

/** What Stadterneuerung and the social side say, each for itself, then together, and what is proposed for the area. */
export function AgreedSection({ area, overlaps }: { area: AreaRef; overlaps: Overlaps | undefined }) {
  const words = useQuartersText();
  const { me } = useOpened();
  const [asked, setAsked] = useState<AskedForm | null>(null);
  const about = { areaLevel: area.level, areaNumber: area.number };
  const matches = useRecords(socialMatch.type, about).data?.items;
  const dossiers = useRecords(areaSelectionDossier.type, about).data?.items;
  const mine = { owner: me.account ?? "", department: me.department, districts: useDistrictsOf(area) };
  const mayMatch = useMayWrite(socialMatch)("create", mine);
  const mayPropose = useMayWrite(areaSelectionDossier)("create", mine);
  if (!matches || !dossiers) return null;
  const current = matches.filter(({ state }) => state !== "UEBERHOLT");
  // One match of an SVG with an area at a time: a second one would leave nobody knowing which holds.
  const unmatched = (overlaps?.items ?? []).filter(
    ({ type, record, isEarlier }) =>
      type === renewalPriorityArea &&
      !isEarlier &&
      !current.some(({ properties }) => properties.priorityAreaId === record.id),
  );
  return (
    <section>
      <h2>{words.agreed}</h2>
      {matches.length === 0 && <p>{words.noMatch}</p>}
      {matches.map((record) => (
        <Match key={record.id} record={record} onEdit={() => setAsked({ kind: "match", id: record.id })} />
      ))}
      {mayMatch && unmatched.length > 0 && (
        <p>
          <button type="button" className="button" onClick={() => setAsked({ kind: "match", id: null })}>
            {words.addMatch}
          </button>
        </p>
      )}
      {dossiers.length === 0 && <p>{words.noProposal}</p>}
      {dossiers.map((record) => (
        <Proposal
          key={record.id}
          record={record}
          onEdit={() => setAsked({ kind: "proposal", id: record.id })}
        />
      ))}
      {mayPropose && dossiers.length === 0 && (
        <p>
          <button type="button" className="button" onClick={() => setAsked({ kind: "proposal", id: null })}>
            {words.addProposal}
          </button>
        </p>
      )}
      {asked && (
        <AgreedDialog
          asked={asked}
          area={area}
          priorityAreas={unmatched.map(({ record }) => record)}
          onClose={() => setAsked(null)}
        />
      )}
    </section>
  );
}

function Match({ record, onEdit }: { record: RecordAnswer; onEdit: () => void }) {
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
      <StateSteps type={socialMatch} record={record} edit={words.editMatch} onEdit={onEdit} />
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

function Proposal({ record, onEdit }: { record: RecordAnswer; onEdit: () => void }) {
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
      <StateSteps type={areaSelectionDossier} record={record} edit={words.editProposal} onEdit={onEdit} />
    </article>
  );
}
