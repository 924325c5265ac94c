import { type ExplainedTerm, glossaryOf } from "#domain/glossary/glossary.ts";
import { useRecords } from "../../data/queries.ts";

/** All terms, the city's own words first; undefined while they are on the way. What ships is there even without an answer. */
export function useGlossary(): ExplainedTerm[] | undefined {
  const answer = useRecords("glossary-terms", {});
  if (answer.isPending) return undefined;
  return glossaryOf(answer.data?.items ?? []);
}
