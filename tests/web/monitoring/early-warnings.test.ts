import { expect, it } from "vitest";
import type { ToldWarning } from "#domain/early-warning/warning-answer.ts";
import { openWarnings } from "../../../web/monitoring/use-early-warnings.ts";

const warning = (areaNumber: string, change: Partial<ToldWarning> = {}): ToldWarning => ({
  ...{ areaNumber, indicatorCode: "unemployment", period: "2024", denominator: 1000, fired: [] },
  ...{ grade: "REVIEW", series: [], city: [], breaks: [], composition: null, examined: null },
  ...change,
});

it("the list holds what nobody has looked at, urgent ones first, then by area and never by how bad a figure is", () => {
  const examined = {
    id: "1",
    disposition: "PLAUSIBLE",
    reason: "…",
    authorOffice: "Amt",
    date: "2024-01-01",
  } as const;
  const list = openWarnings([
    warning("301"),
    warning("205", { examined }),
    warning("204", { grade: "URGENT_REVIEW" }),
    warning("101"),
  ]);
  expect(list.map(({ areaNumber }) => areaNumber)).toEqual(["204", "101", "301"]);
});
