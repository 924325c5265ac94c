import { parameterSet } from "../parameter-set/parameter-set.ts";
import type { Scenario } from "./scenario.ts";

/** A record a scenario stands on; whoever may not read it may not read the scenario (DESIGN §3.5). */
export interface ScenarioPart {
  recordType: string;
  recordId: string;
  /** JSON pointer to where the scenario names it. */
  pointer: string;
}

/** Every record the scenario names, in the order of its changes; one named twice comes twice. */
export function partsOf({ changes, parameterSetId }: Scenario): ScenarioPart[] {
  const parts = changes.flatMap((change, index): ScenarioPart[] => {
    if (change.change !== "add-site") {
      const { recordType, recordId } = change;
      return [{ recordType, recordId, pointer: `/changes/${index}/recordId` }];
    }
    const { record } = change.site;
    if (!record) return [];
    return [{ recordType: record.type, recordId: record.id, pointer: `/changes/${index}/site/record` }];
  });
  if (parameterSetId === undefined) return parts;
  return [...parts, { recordType: parameterSet.type, recordId: parameterSetId, pointer: "/parameterSetId" }];
}
