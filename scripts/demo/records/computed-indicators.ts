import type { ComputedIndicator } from "#domain/indicator/computed-indicator.ts";
import type { DemoRecord } from "../types.ts";
import { inventedSource } from "./setting.ts";

const note = `${inventedSource}.`;

/** One of each kind that the demo's figures allow: counts divided, shares added up, shares compared. */
const computed: readonly (ComputedIndicator & { isAgreed?: boolean })[] = [
  {
    name: "Fertiggestellte Wohnungen je 1.000 Einwohner*innen",
    nameInEnglish: "Dwellings completed per 1,000 residents",
    version: 1,
    theme: "housing",
    formula: {
      numerator: [{ code: "dwellings-completed", sign: "PLUS" }],
      denominator: [{ code: "residents", sign: "PLUS" }],
      factor: 1000,
    },
    direction: "NEUTRAL",
    decimals: 1,
    note,
    author: "Amt für Stadtplanung und Wohnen",
    isAgreed: true,
  },
  {
    name: "Anteil Kinder unter 6 Jahren",
    nameInEnglish: "Share of children under 6",
    version: 1,
    theme: "demography",
    formula: {
      numerator: [
        { code: "share-under-3", sign: "PLUS" },
        { code: "share-3-to-5", sign: "PLUS" },
      ],
      denominator: [],
      factor: 1,
    },
    direction: "NEUTRAL",
    decimals: 1,
    note,
    author: "Jugendamt, Jugendhilfeplanung",
  },
  {
    name: "Ältere ab 65 weniger Kinder unter 3",
    nameInEnglish: "Aged 65 and over less children under 3",
    version: 1,
    theme: "demography",
    formula: {
      numerator: [
        { code: "share-65-plus", sign: "PLUS" },
        { code: "share-under-3", sign: "MINUS" },
      ],
      denominator: [],
      factor: 1,
    },
    direction: "NEUTRAL",
    decimals: 1,
    note,
    author: "Sozialamt, Sozialplanung",
  },
];

/** An agreed one that everybody reads, and two drafts of the administration. */
export function makeComputedIndicators(): DemoRecord[] {
  return computed.map(({ isAgreed = false, ...properties }) => ({
    type: "computed-indicators",
    state: isAgreed ? "ABGESTIMMT" : "ENTWURF",
    visibility: isAgreed ? "PUBLIC" : "INTERNAL",
    owner: "demo:SECRETARIAT",
    participants: [],
    department: null,
    districts: [],
    geometry: null,
    properties,
  }));
}
