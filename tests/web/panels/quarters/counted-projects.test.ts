import { describe, expect, it } from "vitest";
import type { RecordAnswer } from "#domain/contract/contract.ts";
import { countedProjects, countedRenewal } from "../../../../web/panels/quarters/counted-projects.ts";

const record = (state: string, districts: string[], properties: object) =>
  ({ state, districts, properties }) as unknown as RecordAnswer;

describe("what a Stadtbezirk gets", () => {
  it("counts a project of two Stadtbezirke once in each, with half its money", () => {
    const project = record("UMSETZUNG", ["01", "02"], { fund: { annualAmountEur: 50_000 } });
    expect(countedProjects([project])).toEqual([
      { district: "01", euros: 25_000 },
      { district: "02", euros: 25_000 },
    ]);
  });

  it("counts neither what is only asked for nor what is over, and an unknown amount as unknown", () => {
    const projects = ["ANTRAG", "AUSGELAUFEN", "ABGELEHNT", "VERSTETIGT"].map((state) =>
      record(state, ["01"], {}),
    );
    expect(countedProjects(projects)).toEqual([{ district: "01", euros: null }]);
  });

  it("adds the frames of a renewal area's programmes, and leaves out an area that was lifted", () => {
    const programmes = [{ fundingFrameEur: 1_000_000 }, {}, { fundingFrameEur: 500_000 }];
    const areas = ["IN_DURCHFUEHRUNG", "AUFGEHOBEN"].map((state) => record(state, ["03"], { programmes }));
    expect(countedRenewal(areas)).toEqual([{ district: "03", euros: 1_500_000 }]);
  });
});
