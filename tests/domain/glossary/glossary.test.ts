import { describe, expect, it } from "vitest";
import { foundTerms, glossaryOf, keyOfName } from "#domain/glossary/glossary.ts";
import { glossaryTermSchema } from "#domain/glossary/glossary-term.ts";
import { shippedTerms } from "#domain/glossary/shipped-terms.ts";

const own = {
  key: "stadtteil",
  name: { de: "Ortsteil", en: "Locality" },
  definition: { de: "So heißt er hier.", en: "That is its name here." },
  plainLanguage: "Ein Teil der Stadt.",
};
const record = (id: string, updatedAt: string, change: object = {}, state = "GUELTIG") => ({
  ...{ id, updatedAt, state },
  properties: { ...own, ...change },
});
const stadtteil = (records: Parameters<typeof glossaryOf>[0]) =>
  glossaryOf(records).find(({ key }) => key === "stadtteil");

describe("the glossary", () => {
  it("ships at least 25 terms, each complete and with a key of its own", () => {
    expect(shippedTerms.length).toBeGreaterThanOrEqual(25);
    for (const term of shippedTerms) glossaryTermSchema.parse(term);
    expect(new Set(shippedTerms.map(({ key }) => key)).size).toBe(shippedTerms.length);
  });

  it("speaks short sentences in einfacher Sprache: at most 15 words", () => {
    for (const { plainLanguage } of shippedTerms) {
      for (const sentence of plainLanguage.split(/[.:?]\s|\.$/)) {
        expect(sentence.split(/\s+/).length, sentence).toBeLessThanOrEqual(15);
      }
    }
  });

  it("takes the city's words for the program's, and of several those written last", () => {
    expect(stadtteil([])).toMatchObject({ recordId: null, name: { de: "Stadtteil" } });
    const records = [record("new", "2026-02", { plainLanguage: "Neu." }), record("old", "2026-01")];
    expect(stadtteil(records)).toMatchObject({
      recordId: "new",
      name: { de: "Ortsteil" },
      plainLanguage: "Neu.",
    });
    expect(stadtteil([record("gone", "2026-01", {}, "ENTFALLEN")])?.recordId).toBeNull();
  });

  it("is in the order of the German names, and adds what only the city has", () => {
    const all = glossaryOf([record("a", "2026-01", { key: "zwickel", name: { de: "Zwickel", en: "Gore" } })]);
    expect(all).toHaveLength(shippedTerms.length + 1);
    expect(all.at(-1)?.key).toBe("zwickel");
  });

  it("finds a word in every language it is explained in", () => {
    const keys = (words: string) => foundTerms(glossaryOf([]), words).map(({ key }) => key);
    expect(keys("median")).toEqual(["median"]);
    expect(keys(" REFERENCE DATE ")).toContain("stichtag");
    expect(keys("")).toHaveLength(shippedTerms.length);
  });

  it("makes the key of a new term from its name", () => {
    expect(keyOfName("Prüfanlass")).toBe("pruefanlass");
    expect(keyOfName("2. Große Fläche (neu)")).toBe("grosse-flaeche-neu");
    expect(keyOfName("…")).toBe("");
  });
});
