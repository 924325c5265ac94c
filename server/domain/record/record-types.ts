import { actor } from "../actor/actor.ts";
import { areaSelectionDossier } from "../area-selection/area-selection-dossier.ts";
import { expertAssessment } from "../assessment/expert-assessment.ts";
import { earlyWarning } from "../early-warning/early-warning.ts";
import { evidence } from "../evidence/evidence.ts";
import { externalLayer } from "../external-layer/external-layer.ts";
import { facility } from "../facility/facility.ts";
import { glossaryTerm } from "../glossary/glossary-term.ts";
import { computedIndicator } from "../indicator/computed-indicator.ts";
import { interpretation } from "../interpretation/interpretation.ts";
import { parameterSet } from "../parameter-set/parameter-set.ts";
import { indexDefinition } from "../priority-index/index-definition-record.ts";
import { quarterProject } from "../quarter-project/quarter-project.ts";
import { renewalArea } from "../renewal/renewal-area.ts";
import { renewalPriorityArea } from "../renewal/renewal-priority-area.ts";
import { socialMatch } from "../renewal/social-match.ts";
import { scenario } from "../scenario/scenario.ts";
import { candidateSite } from "../site/candidate-site.ts";
import { plannedSite } from "../site/planned-site.ts";
import { publicNeedsSite } from "../site/public-needs-site.ts";
import { savedView } from "../view/saved-view.ts";
import type { RecordType } from "./record-type.ts";

/** Every kind of record everybody may ask for by its name: adding one here gives it routes, search, export and rights. */
export const recordTypes: readonly RecordType[] = [
  renewalPriorityArea,
  renewalArea,
  quarterProject,
  facility,
  publicNeedsSite,
  plannedSite,
  candidateSite,
  parameterSet,
  indexDefinition,
  computedIndicator,
  expertAssessment,
  interpretation,
  evidence,
  glossaryTerm,
  socialMatch,
  areaSelectionDossier,
  actor,
  earlyWarning,
];

/** Those of them with a place on the map: tiles, an overlay and a layer. */
export const mappedRecordTypes = recordTypes.filter(({ isMapped = true }) => isMapped);

/**
 * Everything the store keeps with revisions and audit. Scenarios are kept like records, but are served under
 * `/api/scenarios` alone, because reading one asks for all its parts; external maps under `/api/external-layers`,
 * because what they show is not here; saved views under `/api/views`, because they are their owner's.
 */
export const storedRecordTypes: readonly RecordType[] = [...recordTypes, scenario, externalLayer, savedView];

export function recordTypeOf(type: string): RecordType | undefined {
  return recordTypes.find((declared) => declared.type === type);
}
