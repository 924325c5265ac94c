import { type ComponentType, lazy } from "react";
import type { RecordAnswer } from "#domain/contract/contract.ts";
import type { RecordType } from "#domain/record/record-type.ts";
import { recordTypeOf } from "#domain/record/record-types.ts";
import { useOpened } from "../../data/opened.ts";
import { problemText } from "../../data/problem-text.ts";
import { useAreas, useRecord } from "../../data/queries.ts";
import { useLanguage } from "../../i18n/language.tsx";
import type { SceneSelection } from "../../map/map-scene.ts";
import { usePageStore } from "../../state/use-page.ts";
import { Notice } from "../../ui/notice.tsx";
import { Part } from "../../ui/part.tsx";
import { Skeleton } from "../../ui/progress.tsx";
import { LayerSymbol } from "../../ui/symbols.tsx";
import { useJump } from "../map/map-handle.ts";
import { PublicFaceNote } from "../release/public-face-note.tsx";
import { ReleaseLog } from "../release/release-log.tsx";
import { useReleaseText } from "../release/use-release-text.ts";
import { boundsOf } from "./geometry-bounds.ts";
import { History } from "./history.tsx";
import { FacilitySheet } from "./sheets/facility-sheet.tsx";
import { PublicNeedsSheet } from "./sheets/public-needs-sheet.tsx";
import { QuarterProjectSheet } from "./sheets/quarter-project-sheet.tsx";
import { RenewalAreaSheet } from "./sheets/renewal-area-sheet.tsx";
import { RenewalPrioritySheet } from "./sheets/renewal-priority-sheet.tsx";
import { SiteSheet } from "./sheets/site-sheet.tsx";

export interface SheetProps {
  record: RecordAnswer;
  type: RecordType;
}

const ActorSheet = lazy(() => import("../contacts/actor-sheet.tsx"));

const AssessmentSheet = lazy(() => import("../assessment/assessment-sheet.tsx"));

const EvidenceSheet = lazy(() => import("../evidence/evidence-sheet.tsx"));

const InterpretationSheet = lazy(() => import("../interpretation/interpretation-sheet.tsx"));

const TermSheet = lazy(() => import("../glossary/term-sheet.tsx"));

const ResponsibleForRecord = lazy(() => import("../contacts/responsible-for-record.tsx"));

const RecordInScenario = lazy(() => import("../scenario/record-in-scenario.tsx"));

const ReleaseActions = lazy(() => import("../release/release-actions.tsx"));

/** One sheet per type: a person decided which three figures matter. */
const sheets: Readonly<Record<string, ComponentType<SheetProps> | typeof ActorSheet>> = {
  facilities: FacilitySheet,
  "renewal-priority-areas": RenewalPrioritySheet,
  "renewal-areas": RenewalAreaSheet,
  "quarter-projects": QuarterProjectSheet,
  "public-needs-sites": PublicNeedsSheet,
  "planned-sites": SiteSheet,
  "candidate-sites": SiteSheet,
  actors: ActorSheet,
  "expert-assessments": AssessmentSheet,
  interpretations: InterpretationSheet,
  evidence: EvidenceSheet,
  "glossary-terms": TermSheet,
};

export default function RecordSheet({ selection }: { selection: SceneSelection & { kind: "record" } }) {
  const { text, say, language } = useLanguage();
  const { me, layers } = useOpened();
  const store = usePageStore();
  const jump = useJump();
  const answer = useRecord(selection.type, selection.id);
  const type = recordTypeOf(selection.type);
  const Sheet = sheets[selection.type];

  if (answer.isPending) return <Skeleton lines={8} label={text.selection.loading} />;
  if (!answer.data || !type) {
    return (
      <Notice>{answer.error ? problemText(answer.error, text, language) : text.selection.notFound}</Notice>
    );
  }
  const record = answer.data;
  const layer = layers.find((one) => one.layer === record.type);
  const bounds = boundsOf(record.geometry);
  return (
    <article className="sheet">
      <header>
        <p className="kind">
          {layer && <LayerSymbol layer={layer} />}
          {say(type.names.singular)}
        </p>
        <h3 className="sheet-title">{type.title(record.properties)}</h3>
        <StatusLine record={record} type={type} />
      </header>
      {(record.publicFace || record.coarsePlace) && <PublicFaceNote record={record} type={type} />}
      {Sheet && (
        <Part lines={6}>
          <Sheet record={record} type={type} />
        </Part>
      )}
      <Part lines={3}>
        <ResponsibleForRecord record={record} type={type} />
      </Part>
      {record.type === "facilities" && me.account && (
        <Part lines={2}>
          <RecordInScenario record={record} />
        </Part>
      )}
      {me.role === "SECRETARIAT" && (
        <Part lines={1}>
          <ReleaseActions record={record} type={type} />
        </Part>
      )}
      {me.account && <ReleaseLog record={record} />}
      {me.account && <History record={record} />}
      <footer className="sheet-actions">
        {bounds && (
          <button type="button" className="button button-main" onClick={() => jump({ bounds })}>
            {text.selection.show}
          </button>
        )}
        <button type="button" className="button" onClick={() => store.getState().openTable(record.type)}>
          {text.selection.inTable}
        </button>
      </footer>
    </article>
  );
}

/** State, visibility, district, department. */
function StatusLine({ record, type }: SheetProps) {
  const { text, say, formats } = useLanguage();
  const words = useReleaseText();
  const districts = useAreas("district").data ?? [];
  const state = type.lifecycle.states[record.state]?.name;
  const places = record.districts.map(
    (number) => districts.find((one) => one.number === number)?.name ?? number,
  );
  return (
    <p className="status-line">
      <span className="badge">{state ? say(state) : record.state}</span>
      <span className="badge">
        {record.visibleSince
          ? words.since(text.levels[record.visibility], formats.date(record.visibleSince))
          : text.levels[record.visibility]}
      </span>
      {typeof record.properties.edition === "string" && <span>{record.properties.edition}</span>}
      {places.length > 0 && <span>{formats.list(places)}</span>}
      {record.department && <span>{text.departments[record.department] ?? record.department}</span>}
    </p>
  );
}
