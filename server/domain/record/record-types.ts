import { facility } from "../facility/facility.ts";
import { quarterProject } from "../quarter-project/quarter-project.ts";
import { renewalArea } from "../renewal/renewal-area.ts";
import { renewalPriorityArea } from "../renewal/renewal-priority-area.ts";
import { candidateSite } from "../site/candidate-site.ts";
import { plannedSite } from "../site/planned-site.ts";
import { publicNeedsSite } from "../site/public-needs-site.ts";
import type { RecordType } from "./record-type.ts";

/** Every kind of record there is: adding one here gives it routes, tiles, export and rights. */
export const recordTypes: readonly RecordType[] = [
  renewalPriorityArea,
  renewalArea,
  quarterProject,
  facility,
  publicNeedsSite,
  plannedSite,
  candidateSite,
];

export function recordTypeOf(type: string): RecordType | undefined {
  return recordTypes.find((declared) => declared.type === type);
}
