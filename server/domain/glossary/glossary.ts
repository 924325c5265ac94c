import type { GlossaryTerm } from "./glossary-term.ts";
import { shippedTerms } from "./shipped-terms.ts";

/** A record of a term, as far as choosing between several needs to know it. */
export interface WrittenTerm {
  id: string;
  state: string;
  updatedAt: string;
  properties: unknown;
}

/** A term as it is explained: by a record of the city, or by the program. */
export interface ExplainedTerm extends GlossaryTerm {
  /** The record that says so; null for what the program ships. */
  recordId: string | null;
}

/**
 * All terms by their German names: what the city wrote stands in the place of what the program ships under the same key. Of
 * several records the one changed last counts; a dropped one leaves the program's own words.
 */
export function glossaryOf(records: readonly WrittenTerm[]): ExplainedTerm[] {
  const terms = new Map<string, ExplainedTerm>(
    shippedTerms.map((term) => [term.key, { ...term, recordId: null }]),
  );
  for (const { id, state, properties } of records.toSorted((a, b) =>
    a.updatedAt.localeCompare(b.updatedAt),
  )) {
    const term = properties as GlossaryTerm;
    if (state === "GUELTIG") terms.set(term.key, { ...term, recordId: id });
  }
  return [...terms.values()].sort((a, b) => a.name.de.localeCompare(b.name.de, "de"));
}

/** Terms in which a word occurs, in whatever language; all for none. */
export function foundTerms(terms: readonly ExplainedTerm[], words: string): ExplainedTerm[] {
  const wanted = words.trim().toLocaleLowerCase("de");
  return terms.filter(({ name, definition, plainLanguage }) =>
    [name.de, name.en, definition.de, definition.en, plainLanguage].some((text) =>
      text.toLocaleLowerCase("de").includes(wanted),
    ),
  );
}

/** Key for a new term: its German name in plain letters, "pruefanlass". Empty where no letter is left. */
export function keyOfName(name: string): string {
  const plain: Record<string, string> = { ä: "ae", ö: "oe", ü: "ue", ß: "ss" };
  return name
    .toLocaleLowerCase("de")
    .replace(/[äöüß]/g, (letter) => plain[letter] ?? "")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^[^a-z]+|-+$/g, "")
    .slice(0, 60);
}
