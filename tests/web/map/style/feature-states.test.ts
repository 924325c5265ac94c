import { describe, expect, it } from "vitest";
import { featureStateChanges, featureStates, stateKey } from "../../../../web/map/style/feature-states.ts";
import { choropleth, drawn, overlay, scene } from "../scenes.ts";

const districts = stateKey("areas-district", "areas-district");

describe("featureStates", () => {
  it("puts a value on a break into the class above", () => {
    const states = featureStates(scene({ choropleth })).get(districts);
    expect(states?.get("01")).toMatchObject({ class: 0, state: "VALUE" });
    expect(states?.get("02")).toMatchObject({ class: 1, state: "VALUE" });
    expect(states?.get("04")).toMatchObject({ class: 2, state: "VALUE" });
  });

  it("gives a suppressed value no class", () => {
    const states = featureStates(scene({ choropleth })).get(districts);
    expect(states?.get("03")).toMatchObject({ class: -1, state: "SUPPRESSED" });
  });

  it("fades every class but the one kept by the legend", () => {
    const states = featureStates(scene({ choropleth: { ...choropleth, keptClass: 1 } })).get(districts);
    expect([...(states ?? [])].map(([number, { faded }]) => [number, faded])).toEqual([
      ["01", true],
      ["02", false],
      ["03", true],
      ["04", true],
    ]);
  });

  it("keeps a value state as the legend keeps a class", () => {
    const kept = { ...choropleth, keptClass: "SUPPRESSED" as const };
    const states = featureStates(scene({ choropleth: kept })).get(districts);
    expect(states?.get("03")?.faded).toBe(false);
    expect(states?.get("01")?.faded).toBe(true);
  });

  it("makes the area of a circle proportional to the count", () => {
    const counts = { ...choropleth, drawing: "symbols" as const };
    const labels = stateKey("areas-district", "areas-district-labels");
    const states = featureStates(scene({ choropleth: counts })).get(labels);
    expect(states?.get("04")?.size).toBe(1);
    // 10 of 40 is a quarter of the area, so half of the radius.
    expect(states?.get("02")?.size).toBe(0.5);
    expect(states?.get("03")?.size).toBe(0);
  });

  it("selects a record wherever it may be drawn from", () => {
    const selection = { kind: "record" as const, type: "planned-sites", id: "site-1" };
    const states = featureStates(scene({ selection, layers: [drawn("planned-sites", { overlay })] }));
    expect([...states.keys()].map((key) => key.split("\n")[0])).toEqual([
      "planned-sites",
      "planned-sites",
      "planned-sites@overlay",
      "planned-sites-points@overlay",
    ]);
  });

  it("says nothing about a selection whose layer is hidden", () => {
    const selection = { kind: "record" as const, type: "facilities", id: "x" };
    expect(featureStates(scene({ selection, layers: [] })).size).toBe(0);
  });
});

describe("featureStateChanges", () => {
  it("changes nothing between equal states", () => {
    const states = featureStates(scene({ choropleth }));
    expect(featureStateChanges(states, featureStates(scene({ choropleth })))).toEqual([]);
  });

  it("touches only the area whose class has changed", () => {
    const values = new Map(choropleth.values).set("01", { value: 15, state: "VALUE" });
    const changes = featureStateChanges(
      featureStates(scene({ choropleth })),
      featureStates(scene({ choropleth: { ...choropleth, values } })),
    );
    expect(changes.map(({ id }) => id)).toEqual(["01", "01"]);
    expect(changes[0]?.state.class).toBe(1);
  });

  it("takes the selection away from the area that had it", () => {
    const selection = { kind: "area" as const, level: "district" as const, number: "02" };
    const changes = featureStateChanges(featureStates(scene({ selection })), featureStates(scene()));
    expect(changes[0]).toMatchObject({ source: "areas-district", id: "02", state: { selected: false } });
  });

  it("takes it away as well where layers came or went, and says all again of what may be a new source", () => {
    const selection = { kind: "area" as const, level: "district" as const, number: "02" };
    const before = featureStates(
      scene({ selection, choropleth, layers: [drawn("areas-district"), drawn("facilities")] }),
    );
    const after = featureStates(scene({ choropleth }));
    const rebuilt = { sources: new Set(["areas-district"]) };
    const said = featureStateChanges(before, after, rebuilt).map(({ id, state }) => [id, state.selected]);
    expect(new Set(said.map(([id]) => id))).toEqual(new Set(["01", "02", "03", "04"]));
    expect(said.filter(([, selected]) => selected)).toEqual([]);
    const bare = featureStateChanges(before, new Map(), rebuilt);
    expect(bare.find(({ id }) => id === "02")?.state).toMatchObject({ selected: false, class: -1 });
    expect(featureStateChanges(before, new Map(), { sources: new Set() })).toEqual([]);
  });
});
