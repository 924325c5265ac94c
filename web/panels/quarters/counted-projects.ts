import type { CountedProject } from "#domain/area-choice/fair-share.ts";
import type { RecordAnswer } from "#domain/contract/contract.ts";
import { type QuarterProject, quarterProject } from "#domain/quarter-project/quarter-project.ts";
import type { StoredRecord } from "#domain/record/record.ts";
import { type RenewalArea, renewalArea } from "#domain/renewal/renewal-area.ts";

/**
 * Records as what a Stadtbezirk gets: what is decided and not over. One that lies in several Stadtbezirke counts once in
 * each, with an equal part of its money, since nobody keeps how it is divided.
 */
function countedIn(records: readonly RecordAnswer[], eurosOf: (record: RecordAnswer) => number | null) {
  return records.flatMap((record): CountedProject[] => {
    const euros = eurosOf(record);
    return record.districts.map((district) => ({
      district,
      euros: euros === null ? null : euros / record.districts.length,
    }));
  });
}

/** Quarter projects with the euros of a year their fund approved. */
export function countedProjects(records: readonly RecordAnswer[]): CountedProject[] {
  const { states } = quarterProject.lifecycle;
  const going = records.filter(({ state }) => states[state]?.isDecided && state !== "AUSGELAUFEN");
  return countedIn(
    going,
    ({ properties }) => (properties as unknown as QuarterProject).fund?.annualAmountEur ?? null,
  );
}

/** Renewal areas with the funding frames of their programmes, over the whole time they run. */
export function countedRenewal(records: readonly RecordAnswer[]): CountedProject[] {
  const { states } = renewalArea.lifecycle;
  const going = records.filter(
    (record) =>
      states[record.state]?.isDecided && renewalArea.derived?.(record as StoredRecord).ended !== true,
  );
  return countedIn(going, ({ properties }) => {
    const frames = (properties as unknown as RenewalArea).programmes.map(
      ({ fundingFrameEur }) => fundingFrameEur,
    );
    const known = frames.filter((frame) => frame !== undefined);
    return known.length === 0 ? null : known.reduce((sum, frame) => sum + frame, 0);
  });
}
