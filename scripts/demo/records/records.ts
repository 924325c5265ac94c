import type { DemoRecord } from "../types.ts";
import { makeActors } from "./actors.ts";
import { makeDossiers, makeMatches } from "./area-choice.ts";
import { makeComputedIndicators } from "./computed-indicators.ts";
import { makeEvidence } from "./evidence.ts";
import { makeFacilities } from "./facilities.ts";
import { makeTerms } from "./glossary.ts";
import { makeIndexDefinitions } from "./index-definitions.ts";
import { makeParameterSets } from "./parameter-sets.ts";
import { makeQuarterProjects } from "./quarter-projects.ts";
import { makePriorityAreas, makeRenewalAreas } from "./renewal.ts";
import type { Setting } from "./setting.ts";
import { makeCandidateSites, makePlannedSites, makePublicNeedsSites } from "./sites.ts";
import { makeAssessments, makeInterpretations } from "./voices.ts";

/** All records of the demo, each numbered within its kind. */
export function makeRecords(setting: Setting): DemoRecord[] {
  const priorityAreas = makePriorityAreas(setting);
  return [
    ...priorityAreas,
    ...makeRenewalAreas(setting),
    ...makeQuarterProjects(setting),
    ...makeFacilities(setting),
    ...makePublicNeedsSites(setting),
    ...makeCandidateSites(setting),
    ...makePlannedSites(setting),
    ...makeParameterSets(),
    ...makeIndexDefinitions(),
    ...makeComputedIndicators(),
    ...makeActors(setting.districts),
    ...makeAssessments(setting.districts),
    ...makeInterpretations(setting.districts),
    ...makeEvidence(setting),
    ...makeTerms(setting.districts),
    ...makeMatches(priorityAreas),
    ...makeDossiers(setting.districts),
  ];
}
