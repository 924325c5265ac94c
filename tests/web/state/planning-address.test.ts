import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { profileCodes } from "#domain/network/profile.ts";
import { equalWeights } from "#domain/placement/suitability.ts";
import { planningViews } from "#domain/view/view-words.ts";
import type { PageState } from "../../../web/state/page-state.ts";
import { createPageStore } from "../../../web/state/store.ts";
import { addressOf, viewOf } from "../../../web/state/url.ts";

const id = fc.stringMatching(/^[a-z][\w-]{0,20}$/);
const weight = fc.integer({ min: 0, max: 3 });
const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null });

const planning = fc.record({
  tab: fc.constant("planning" as const),
  scenarioId: id,
  planningKind: optional(fc.constantFrom("KITA", "KITA_U3", "SPIELPLATZ")),
  supplyLayersCounted: fc
    .subarray(["BESTAND", "BESCHLOSSEN", "GEPLANT", "IDEE"] as const, { minLength: 1 })
    .map((layers) => [...layers]),
  wayProfile: optional(fc.constantFrom(...profileCodes)),
  wayLimit: optional(
    fc.oneof(
      fc.integer({ min: 50, max: 20_000 }).map((metres) => ({ measure: "metres" as const, metres })),
      fc
        .integer({ min: 2, max: 240 })
        .map((halves) => ({ measure: "minutes" as const, minutes: halves / 2 })),
    ),
  ),
  planningView: fc.constantFrom(...planningViews),
  siteInHand: optional(id),
  sitesCompared: fc.uniqueArray(id, { maxLength: 4 }),
  suitabilityWeights: fc.record({
    ...{ NEWLY_SERVED: weight, OVERLAP: weight, MEDIAN_WAY: weight },
    ...{ OUTDOOR: weight, LAND: weight, CONSTRAINTS: weight },
  }),
});

describe("the planning part of an address", () => {
  it("gives back every question it was written from", () => {
    fc.assert(
      fc.property(planning, (chosen) => {
        const state = createPageStore(chosen as Partial<PageState>).getState();
        const read = viewOf(addressOf(state));
        for (const [key, value] of Object.entries(chosen)) {
          expect(read[key as keyof PageState], key).toEqual(value);
        }
      }),
    );
  });

  it("names the scenario in every tab and the question in its own only", () => {
    const chosen = { scenarioId: "abc", planningKind: "KITA", siteInHand: "s-1" };
    const onMap = addressOf(createPageStore({ ...chosen, tab: "map" }).getState());
    expect(onMap).toContain("&scenario=abc");
    expect(onMap).not.toMatch(/kind=|site=/);
    expect(addressOf(createPageStore({ ...chosen, tab: "planning" }).getState())).toContain(
      "&tab=planning&scenario=abc&kind=KITA&site=s-1",
    );
  });

  it.each([
    ["way=49m", "shorter than any standard"],
    ["way=500", "without a unit"],
    ["way=0.5min", "less than a minute"],
    ["way=12.5m", "with half metres"],
  ])("reads %s as no limit of its own, being %s", (part) => {
    expect(viewOf(`?tab=planning&${part}`).wayLimit).toBeNull();
  });

  it("names the weights of the suitability where somebody set them", () => {
    const of = (weights: typeof equalWeights) =>
      addressOf(createPageStore({ tab: "planning", suitabilityWeights: weights }).getState());
    expect(of({ ...equalWeights, NEWLY_SERVED: 3, OUTDOOR: 0 })).toContain("&weights=3,1,1,0,1,1");
    expect(of(equalWeights)).not.toContain("weights=");
  });

  it.each([
    ["weights=3,1,1", "too few"],
    ["weights=1,1,1,1,1,1,1", "too many"],
    ["weights=4,1,1,1,1,1", "too heavy"],
    ["weights=a,1,1,1,1,1", "no figures"],
  ])("reads %s as equal weights, being %s", (part) => {
    expect(viewOf(`?tab=planning&${part}`).suitabilityWeights).toEqual(equalWeights);
  });

  it("opens the sheet of the site it names, and nothing without one", () => {
    expect(viewOf("?tab=planning&site=s-1").planningResult).toBe("site");
    expect(viewOf("?tab=planning").planningResult).toBe("none");
  });
});
