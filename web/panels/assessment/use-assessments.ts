import type { ExpertAssessment } from "#domain/assessment/expert-assessment.ts";
import type { RecordAnswer } from "#domain/contract/contract.ts";
import type { AreaRef } from "../../data/area-of.ts";
import { useRecords } from "../../data/queries.ts";

/** An assessment as its reader sees it: for the public area, topic, date and summary alone. */
export type ShownAssessment = Pick<ExpertAssessment, "areaLevel" | "areaNumber" | "topic" | "date"> &
  Partial<ExpertAssessment>;

export const shownAssessment = (record: RecordAnswer): ShownAssessment =>
  record.properties as unknown as ShownAssessment;

/** What somebody said of an area, newest first, apart from what is no longer so. */
export interface Assessments {
  current: readonly RecordAnswer[];
  outdated: readonly RecordAnswer[];
}

/** Assessments of an area as far as this person reads them; for a Stadtbezirk those of its parts as well. */
export function useAssessments({ level, number }: AreaRef): Assessments | undefined {
  const answer = useRecords(
    "expert-assessments",
    level === "district" ? { district: number } : { areaLevel: level, areaNumber: number },
  );
  if (!answer.data) return undefined;
  const dated = answer.data.items
    .filter((one) => level === "city" || shownAssessment(one).areaLevel !== "city")
    .toSorted((a, b) => shownAssessment(b).date.localeCompare(shownAssessment(a).date));
  return {
    current: dated.filter(({ state }) => state !== "UEBERHOLT"),
    outdated: dated.filter(({ state }) => state === "UEBERHOLT"),
  };
}

/** Where the statement stands on the page, for whoever jumps to it. */
export const statementId = ({ id }: Pick<RecordAnswer, "id">) => `assessment-${id}`;
