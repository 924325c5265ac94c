import type { RecordAnswer } from "#domain/contract/contract.ts";
import type { Evidence } from "#domain/evidence/evidence.ts";
import type { AreaRef } from "../../data/area-of.ts";
import { useRecords } from "../../data/queries.ts";
import { useLanguage } from "../../i18n/language.tsx";
import { useEvidenceText } from "./use-evidence-text.ts";

export const partsOf = (record: RecordAnswer): Evidence => record.properties as unknown as Evidence;

/** Key of an area as records name it. */
export const areaKeyOf = ({ level, number }: AreaRef) => (level === "city" ? "city" : `${level}:${number}`);

/** Evidence about an area as far as this person reads it, newest first; for a Stadtbezirk that of its parts as well. */
export function useEvidence(area: AreaRef): readonly RecordAnswer[] | undefined {
  const key = areaKeyOf(area);
  const answer = useRecords(
    "evidence",
    area.level === "district" ? { district: area.number } : { areas: key },
  );
  return answer.data?.items
    .filter((one) => area.level !== "district" || !partsOf(one).areas.includes("city"))
    .toSorted((a, b) => partsOf(b).from.localeCompare(partsOf(a).from));
}

/** When it was done: a day, or a span of days. */
export function useEvidenceDate(): (evidence: Evidence) => string {
  const { formats } = useLanguage();
  const words = useEvidenceText();
  return ({ from, to }) =>
    to && to !== from ? words.span(formats.date(from), formats.date(to)) : formats.date(from);
}
