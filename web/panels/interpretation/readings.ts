import type { RecordAnswer } from "#domain/contract/contract.ts";
import type { Interpretation } from "#domain/interpretation/interpretation.ts";
import type { AreaRef } from "../../data/area-of.ts";

/** An interpretation as its reader sees it: outside the administration without who wrote it. */
export type ShownInterpretation = Omit<Interpretation, "authorOffice"> &
  Partial<Pick<Interpretation, "authorOffice">>;

export const shownInterpretation = (record: RecordAnswer): ShownInterpretation =>
  record.properties as unknown as ShownInterpretation;

/** What one department says of one area, or of the city: what is signed, what is being written, what it said before. */
export interface Reading {
  key: string;
  signed: RecordAnswer | null;
  drafts: RecordAnswer[];
  /** Replaced versions, the newest first. */
  former: RecordAnswer[];
}

/** Readings for the city and for this area, the area's first. */
export function readingsFor(records: readonly RecordAnswer[], area: AreaRef | null): Reading[] {
  const readings = new Map<string, Reading>();
  const ofArea = (record: RecordAnswer) => shownInterpretation(record).areaNumber !== undefined;
  for (const record of records.toSorted((a, b) => Number(ofArea(b)) - Number(ofArea(a)))) {
    const { areaLevel, areaNumber, version = 0 } = shownInterpretation(record);
    if (areaLevel && (areaLevel !== area?.level || areaNumber !== area.number)) continue;
    const key = [record.department ?? record.id, areaLevel, areaNumber].join(" ");
    const reading = readings.get(key) ?? { key, signed: null, drafts: [], former: [] };
    readings.set(key, reading);
    if (record.state === "ENTWURF") reading.drafts.push(record);
    else if (record.state === "ERSETZT") reading.former.push(record);
    else if (!reading.signed || version > (shownInterpretation(reading.signed).version ?? 0)) {
      if (reading.signed) reading.former.push(reading.signed);
      reading.signed = record;
    } else reading.former.push(record);
  }
  for (const { former } of readings.values())
    former.sort((a, b) => (shownInterpretation(b).version ?? 0) - (shownInterpretation(a).version ?? 0));
  return [...readings.values()];
}
