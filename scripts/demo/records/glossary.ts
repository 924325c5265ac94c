import type { GlossaryTerm } from "#domain/glossary/glossary-term.ts";
import type { DemoArea, DemoRecord } from "../types.ts";

const demoData = {
  key: "demodaten",
  name: { de: "Demodaten", en: "Demo data" },
  definition: {
    de: "Erfundene Zahlen und schematische Grenzen, mit denen sich das Werkzeug zeigen lässt. Sie sagen nichts über eine Stadt.",
    en: "Invented figures and schematic borders to show the tool with. They say nothing about any city.",
  },
  plainLanguage: "Diese Zahlen sind ausgedacht. Sie stimmen für keine Stadt.",
} satisfies GlossaryTerm;

/** The word only the demo needs; all others are shipped. */
export function makeTerms(districts: readonly DemoArea[]): DemoRecord[] {
  return [
    {
      type: "glossary-terms",
      state: "GUELTIG",
      visibility: "PUBLIC",
      owner: "demo:SECRETARIAT",
      participants: [],
      department: null,
      districts: districts.map(({ number }) => number),
      geometry: null,
      properties: { ...demoData },
    },
  ];
}
