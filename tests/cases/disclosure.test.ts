import { describe, expect, it } from "vitest";
import {
  discloseTables,
  hiddenPlaces,
  indicatorOf,
  type PaperTable,
} from "../domain/disclosure/paper-figures.ts";
import { handCalculated } from "./case.ts";

interface Given {
  tables: PaperTable[];
  parts: Record<string, string[]>;
}

async function solved(name: string) {
  const { input, expected } = handCalculated<Given, { hidden: string[]; narrowest: number }>(name);
  const codes = [...new Set(input.tables.map(({ code }) => code))];
  const indicators = codes.map((code) =>
    indicatorOf(code, input.parts[code] ? { links: { parts: input.parts[code] } } : {}),
  );
  const { told, reports } = await discloseTables(indicators, input.tables);
  const found = {
    hidden: hiddenPlaces(told),
    narrowest: Math.min(...reports.map(({ narrowest }) => narrowest?.width ?? Number.POSITIVE_INFINITY)),
  };
  expect(found).toEqual(expected);
}

describe("tables calculated by hand", () => {
  it("S-01 one small cell takes the smallest other one with it", () => solved("disclosure-one-small-cell"));
  it("S-02 two small cells whose sum pins them down take a third with them", () =>
    solved("disclosure-two-small-cells"));
  it("S-10 the only subdistrict of a district takes the district, another district and a part of that with it", () =>
    solved("disclosure-only-part"));
  it("nested age bands are hidden where their difference is small", () => solved("disclosure-nested-ages"));
});
