import { describe, expect, it } from "vitest";
import { type Known, missingParts } from "../../../../web/state/selectors/missing-parts.ts";
import { viewOf } from "../../../../web/state/url.ts";
import { aLayer, anIndicator } from "../../builders.ts";

const known: Known = {
  layers: [aLayer("base"), aLayer("renewal-areas"), aLayer("candidate-sites", { count: 0 })],
  indicators: [anIndicator()],
  tabs: ["map", "monitoring"],
  sight: null,
  scenarios: new Set(["mine"]),
  isSelectionGone: false,
};
const missing = (address: string, change: Partial<Known> = {}) =>
  missingParts(viewOf(`?v=1&${address}`), { ...known, ...change });

describe("what of a kept view does not show", () => {
  it("is nothing where everything is there", () => {
    expect(
      missing("indicator=unemployment&period=2023&layers=renewal-areas&scenario=mine&tab=monitoring"),
    ).toEqual([]);
    expect(missing("indicator=none")).toEqual([]);
  });

  it("is said for each kind of thing, once and without a name", () => {
    expect(missing("indicator=secret-rate")).toEqual(["indicator"]);
    expect(missing("indicator=unemployment&reading=pair&with=secret-rate")).toEqual(["indicator"]);
    expect(missing("tab=monitoring&index=secret-rate~1&rules=300")).toEqual(["indicator"]);
    expect(missing("indicator=unemployment&period=1999")).toEqual(["period"]);
    expect(missing("layers=secret-layer,another")).toEqual(["layer"]);
    expect(missing("layers=candidate-sites,renewal-areas")).toEqual(["layer"]);
    expect(missing("tab=planning")).toEqual(["tab"]);
    expect(missing("select=record:facilities:x", { isSelectionGone: true })).toEqual(["selection"]);
  });

  it("is a scenario that is gone, and in the same words one behind a lowered Sicht", () => {
    expect(missing("scenario=gone")).toEqual(["scenario"]);
    expect(missing("compare=bestand,gone,side")).toEqual(["scenario"]);
    expect(missing("scenario=mine", { sight: "INTERNAL" })).toEqual(["scenario"]);
  });

  it("is not said of a scenario before the server has told which there are", () => {
    expect(missing("scenario=mine", { scenarios: null })).toEqual([]);
  });
});
