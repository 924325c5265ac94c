import type { Question } from "#domain/analysis/question.ts";

/** A question as the query of an address, for files and sheets: `kind=KITA&layers=BESTAND,IDEE&metres=600`. */
export function questionParameters(question: Question, sight: string | null): URLSearchParams {
  const { scenario, kind, layers, level, profile, limit } = question;
  return new URLSearchParams({
    scenario,
    kind,
    layers: layers.join(","),
    level,
    ...(profile ? { profile } : {}),
    ...(limit?.measure === "metres" ? { metres: String(limit.metres) } : {}),
    ...(limit?.measure === "minutes" ? { minutes: String(limit.minutes) } : {}),
    ...(sight ? { ceiling: sight } : {}),
  });
}
