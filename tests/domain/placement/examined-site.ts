import type { SiteCheck, SiteEvaluation } from "#domain/analysis/answers.ts";
import type { ExaminedSite } from "#domain/placement/suitability-values.ts";
import type { SketchedSite } from "#domain/scenario/scenario.ts";
import { aSite } from "../../lib/sketched-site.ts";

export function anEvaluation(change: Partial<SiteEvaluation> = {}): SiteEvaluation {
  const figures = { people: 400, covered: 300, medianWay: 310, ninetiethWay: 600 };
  return {
    ...{ siteId: "s-1", inCatchment: 150, newlyServed: 120, newlyServedResidents: 900, overlap: 0.2 },
    ...{ byAge: [], before: figures, after: figures, relieved: [] },
    areas: [{ areaNumber: "101", newlyServed: 120, before: figures, after: figures }],
    ...change,
  };
}

/** Everything looked at, and nothing standing against the site. */
export function aCheck(change: Partial<SiteCheck> = {}): SiteCheck {
  return {
    ...{ outline: { type: "MultiPolygon" as const, coordinates: [] }, snapM: 5, synergy: [] },
    ...{ existingFirst: [], goodLocation: [] },
    outdoor: { neededM2: 600, availableM2: 900, isEnough: true, source: "Test" },
    constraints: [{ kind: "NOISE", rating: "NONE", text: "" }],
    ...change,
  };
}

export function anExaminedSite(
  site: Partial<SketchedSite>,
  evaluation: Partial<SiteEvaluation> = {},
  check: Partial<SiteCheck> = {},
): ExaminedSite {
  return { site: aSite(site), evaluation: anEvaluation(evaluation), check: aCheck(check) };
}
