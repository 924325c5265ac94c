import { describe, expect, it } from "vitest";
import type { SiteCheck } from "#domain/analysis/answers.ts";
import type { LandPlot } from "#domain/analysis/planning-base.ts";
import { suitabilityValues } from "#domain/placement/suitability-values.ts";
import { aSite } from "../../lib/sketched-site.ts";
import { aCheck, anEvaluation } from "./examined-site.ts";

const aPlot = (change: Partial<LandPlot> = {}): LandPlot => ({
  ...{ id: "r-1", type: "public-needs-sites", name: "Fläche", longitude: 9.2, latitude: 48.8, areaM2: 2000 },
  ...{ isSecured: false, isCityOwned: false, isPublicNeeds: true, constraints: [] },
  ...change,
});
const picked = aSite({ record: { type: "public-needs-sites", id: "r-1" } });

function weighed(check: Partial<SiteCheck>, land: LandPlot[] = []) {
  return suitabilityValues({ site: picked, evaluation: anEvaluation(), check: aCheck(check) }, land);
}
const rated = (...ratings: string[]) => ({
  constraints: ratings.map((rating, place) => ({
    kind: ["OWNERSHIP", "NOISE", "FLOOD"][place]!,
    rating,
    text: "",
  })),
});

describe("what a site is weighed by", () => {
  it("is rounded as it is shown", () => {
    const evaluation = anEvaluation({ newlyServed: 119.7, overlap: 0.204 });
    const { values } = suitabilityValues({ site: picked, evaluation, check: aCheck() }, []);
    expect(values).toMatchObject({ NEWLY_SERVED: 120, OVERLAP: 20, MEDIAN_WAY: 310 });
  });

  it("has no way where no area gains and no overlap where nobody lives", () => {
    const evaluation = anEvaluation({ areas: [], overlap: null });
    const { values } = suitabilityValues({ site: picked, evaluation, check: aCheck() }, []);
    expect(values).toMatchObject({ OVERLAP: null, MEDIAN_WAY: null });
  });

  it.each([
    [{ neededM2: 600, availableM2: 900, isEnough: true, source: "Test" }, 1],
    [{ neededM2: 600, availableM2: 500, isEnough: false, source: "Test" }, 0],
    [{ neededM2: 600, availableM2: null, isEnough: null, source: "Test" }, null],
    [null, 1],
  ])("takes the outdoor area %o as %s", (outdoor, value) => {
    expect(weighed({ outdoor }).values.OUTDOOR).toBe(value);
  });

  it.each([
    [aPlot({ isCityOwned: true }), "NOT_CHECKED", 1],
    [aPlot({ isSecured: true }), "MAJOR", 1],
    [aPlot({ type: "planned-sites" }), "NOT_CHECKED", 0],
    [aPlot(), "MINOR", 0],
    [aPlot(), "NONE", null],
    [aPlot({ id: "another", isCityOwned: true }), "NOT_CHECKED", null],
  ])("takes land %o with ownership %s as %s", (plot, rating, value) => {
    expect(weighed(rated(rating), [plot]).values.LAND).toBe(value);
  });

  it.each([
    [["NONE", "NONE", "NONE"], 0],
    [["NONE", "MINOR", "NONE"], 1],
    [["NONE", "MINOR", "NOT_CHECKED"], null],
    [["NOT_CHECKED", "MAJOR", "NOT_CHECKED"], 2],
  ])("takes the constraints %j as %s", (ratings, value) => {
    const { values, isExcluded } = weighed(rated(...ratings));
    expect(values.CONSTRAINTS).toBe(value);
    expect(isExcluded).toBe(false);
  });

  it("is ruled out by one excluding constraint, even where others were never looked at", () => {
    expect(weighed(rated("NOT_CHECKED", "EXCLUDING", "NONE")).isExcluded).toBe(true);
  });
});
