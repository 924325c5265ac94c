import { describe, expect, it } from "vitest";
import { expertAssessmentSchema } from "#domain/assessment/expert-assessment.ts";
import {
  draftOf,
  emptyDraft,
  problemsOf,
  propertiesOf,
} from "../../../../web/panels/assessment/assessment-draft.ts";

const about = {
  area: { level: "district" as const, number: "06" },
  authorOffice: "Bezirksvorstehung West",
  date: "2026-11-27",
};
const rows = [
  { number: 0, code: "unemployment", verdict: "CONTRADICTS" as const },
  { number: 1, code: "sealed-area", verdict: "CONFIRMS" as const },
  { number: 2, code: "heat", verdict: "NONE" as const },
];

describe("the draft of an assessment", () => {
  it("begins with the indicator on the map, of which nothing is said yet", () => {
    expect(emptyDraft("heat").figures).toEqual([{ number: 0, code: "heat", verdict: "NONE" }]);
    expect(problemsOf(emptyDraft("heat"))).toEqual([{ field: "statement" }]);
  });

  it("sends what the record type takes, with only those indicators something is said of", () => {
    const draft = { ...emptyDraft(null), statement: " Es fehlt ein Treff. ", rating: "-1", figures: rows };
    const properties = propertiesOf(draft, about);
    expect(properties).toEqual({
      ...{ areaLevel: "district", areaNumber: "06", topic: "NEEDS", statement: "Es fehlt ein Treff." },
      ...{ evidence: "GESPRAECH", rating: -1, authorOffice: "Bezirksvorstehung West", date: "2026-11-27" },
      confirmsIndicators: ["sealed-area"],
      contradictsIndicators: ["unemployment"],
    });
    expect(expertAssessmentSchema.parse(properties)).toEqual(properties);
    expect(propertiesOf(draftOf(properties), about)).toEqual(properties);
  });

  it("asks for an indicator that is not chosen and for one that is named twice", () => {
    const empty = { number: 3, code: "", verdict: "CONFIRMS" as const };
    const twice = { number: 4, code: "unemployment", verdict: "CONFIRMS" as const };
    const draft = { ...emptyDraft(null), statement: "So ist es.", figures: [...rows, empty, twice] };
    expect(problemsOf(draft)).toEqual([
      { field: "figure", row: empty, place: 4, isTwice: false },
      { field: "figure", row: twice, place: 5, isTwice: true },
    ]);
  });
});
