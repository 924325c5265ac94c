import { indexOfSealedArea } from "../../../lib/index-definitions.ts";
import { square } from "../../../lib/small-city.ts";
import type { Operation } from "../operation.ts";

const question = { kind: "KITA", layers: ["BESTAND"] };
const place = [9.05, 48.75];
const site = {
  id: "asked",
  name: "Frage",
  kind: "KITA",
  position: place,
  plot: null,
  uses: [{ facilityType: "KITA_MIX", unit: "PLATZ", category: "", amount: 20 }],
  openingYear: null,
  layer: "IDEE",
  constraints: [],
  record: null,
  note: "",
};

const payloads: Readonly<Record<string, object>> = {
  coverage: question,
  supply: question,
  "floating-catchment": question,
  gaps: question,
  duplicates: question,
  catchment: { question, place, limits: [1000] },
  site: { question, site },
  "site-check": { question, site },
  "suggest-sites": { question, objective: "COVER_MOST", count: 1, land: "ANY", seconds: 1 },
};

export const operations: Operation[] = [
  { name: "analysis base", method: "GET", path: "/api/analysis/base" },
  ...Object.entries(payloads).map(
    ([name, payload]): Operation => ({
      name: `analysis ${name}`,
      method: "POST",
      path: `/api/analysis/${name}`,
      ask: () => ({ payload }),
    }),
  ),
  ...["coverage", "supply", "gaps"].map(
    (name): Operation => ({
      name: `analysis ${name} as CSV`,
      method: "GET",
      path: `/api/analysis/${name}.csv`,
      ask: () => ({ query: { kind: "KITA" } }),
    }),
  ),
  {
    name: "analysis index",
    method: "POST",
    path: "/api/analysis/index",
    ask: () => ({ payload: { level: "district", definition: indexOfSealedArea } }),
  },
  {
    name: "analysis early-warnings",
    method: "POST",
    path: "/api/analysis/early-warnings",
    ask: async (city) => {
      // Its rules are in force for whoever reads it.
      await city.standing("parameter-sets", "INTERNAL");
      return { payload: { level: "district" } };
    },
  },
  {
    name: "analysis drawn-area",
    method: "POST",
    path: "/api/analysis/drawn-area",
    ask: () => ({ payload: { polygon: square(9.0, 48.7) } }),
  },
  {
    name: "print site sheet",
    method: "GET",
    path: "/print/site/:file",
    ask: async (city) => ({
      params: { file: (await city.record("candidate-sites", { visibility: "INTERNAL" })).id },
      query: { kind: "KITA" },
    }),
  },
];
