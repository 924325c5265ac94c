import { type ExpertAssessment, expertAssessmentSchema } from "#domain/assessment/expert-assessment.ts";
import type { AreaRef } from "../../data/area-of.ts";
import type { ShownAssessment } from "./use-assessments.ts";

export const verdicts = ["NONE", "CONFIRMS", "CONTRADICTS"] as const;

/** What the statement says of one indicator, as it is typed; the number tells rows apart. */
export interface FigureDraft {
  number: number;
  code: string;
  verdict: (typeof verdicts)[number];
}

/** An assessment as it is typed: every text is there, if only empty. */
export interface AssessmentDraft extends Pick<ExpertAssessment, "topic" | "statement" | "evidence"> {
  /** "" for none, "-2" to "2". */
  rating: string;
  figures: FigureDraft[];
  publicSummary: string;
}

/** An empty form that asks about the indicator on the map. */
export function emptyDraft(indicatorCode: string | null): AssessmentDraft {
  return {
    topic: "NEEDS",
    statement: "",
    evidence: "GESPRAECH",
    rating: "",
    figures: [{ number: 0, code: indicatorCode ?? "", verdict: "NONE" }],
    publicSummary: "",
  };
}

export function draftOf(assessment: ShownAssessment): AssessmentDraft {
  const named = [
    ...(assessment.contradictsIndicators ?? []).map((code) => ({ code, verdict: "CONTRADICTS" as const })),
    ...(assessment.confirmsIndicators ?? []).map((code) => ({ code, verdict: "CONFIRMS" as const })),
  ];
  return {
    topic: assessment.topic,
    statement: assessment.statement ?? "",
    evidence: assessment.evidence ?? "SONSTIGES",
    rating: assessment.rating === undefined ? "" : String(assessment.rating),
    figures: named.map((figure, number) => ({ number, ...figure })),
    publicSummary: assessment.publicSummary ?? "",
  };
}

/** What is sent. Who wrote it and when stays as it was where it was written before. */
export function propertiesOf(
  draft: AssessmentDraft,
  { area, authorOffice, date }: { area: AreaRef } & Pick<ExpertAssessment, "authorOffice" | "date">,
): ExpertAssessment {
  const said = (verdict: FigureDraft["verdict"]) =>
    draft.figures.filter((figure) => figure.verdict === verdict).map(({ code }) => code);
  const publicSummary = draft.publicSummary.trim();
  return {
    areaLevel: area.level,
    areaNumber: area.number,
    topic: draft.topic,
    statement: draft.statement.trim(),
    evidence: draft.evidence,
    ...(draft.rating === "" ? {} : { rating: Number(draft.rating) }),
    confirmsIndicators: said("CONFIRMS"),
    contradictsIndicators: said("CONTRADICTS"),
    ...(publicSummary === "" ? {} : { publicSummary }),
    authorOffice,
    date,
  };
}

/** Where something is wrong: the statement, or a row of the indicators (from 1) that is empty or there twice. */
export type DraftProblem =
  | { field: "statement" }
  | { field: "figure"; row: FigureDraft; place: number; isTwice: boolean };

export function problemsOf(draft: AssessmentDraft): DraftProblem[] {
  const isStated = expertAssessmentSchema.shape.statement.safeParse(draft.statement).success;
  const told = draft.figures.filter(({ verdict }) => verdict !== "NONE");
  return [
    ...(isStated ? [] : [{ field: "statement" as const }]),
    ...told.flatMap((row) => {
      const isTwice = told.findIndex(({ code }) => code === row.code) !== told.indexOf(row);
      if (row.code !== "" && !isTwice) return [];
      const place = draft.figures.indexOf(row) + 1;
      return [{ field: "figure" as const, row, place, isTwice: row.code !== "" && isTwice }];
    }),
  ];
}
