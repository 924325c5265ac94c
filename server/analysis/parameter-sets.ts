import type { Audience } from "#domain/access/audience.ts";
import type { PlanningBase } from "#domain/analysis/planning-base.ts";
import { type ParameterSet, parameterSet } from "#domain/parameter-set/parameter-set.ts";
import { readableRecords } from "../layers/record-features.ts";
import type { Store } from "../store/store.ts";

export type KnownParameterSet = PlanningBase["parameterSets"][number];

/** Kennwertsätze this audience reads, the latest first. */
export async function gatherParameterSets(store: Store, audience: Audience): Promise<KnownParameterSet[]> {
  const records = await readableRecords(store, parameterSet, audience);
  return records
    .map(({ id, state, properties }) => ({ ...(properties as ParameterSet), id, state }))
    .sort((a, b) => -compare(a.validFrom, b.validFrom) || compare(a.id, b.id));
}

/** The set in force: the latest one decided or agreed, else the latest with standards that was not superseded. */
export function setInForce(latestFirst: readonly KnownParameterSet[]): KnownParameterSet | undefined {
  return (
    latestFirst.find(({ state }) => state === "BESCHLOSSEN" || state === "ABGESTIMMT") ??
    latestFirst.find(({ state, standards }) => state !== "ABGELOEST" && standards.length > 0)
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
