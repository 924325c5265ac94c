import { describe, expect, it } from "vitest";
import type { MapHit } from "../../../web/map/map-scene.ts";
import { lookAt } from "../../../web/state/selection.ts";

const area: MapHit = {
  selection: { kind: "area", level: "district", number: "06" },
  title: "Bad Cannstatt",
  layer: "areas-district",
};
const thing = (id: string): MapHit => ({
  selection: { kind: "record", type: "facilities", id },
  title: id,
  layer: "facilities",
});

describe("a click on the map", () => {
  it("beside everything looks at nothing", () => {
    expect(lookAt([])).toEqual({ kind: "nothing" });
  });

  it("on an area selects it", () => {
    expect(lookAt([area])).toMatchObject({ kind: "one", selection: area.selection, alsoHere: [] });
  });

  it("on one thing selects it and keeps the area beneath within reach", () => {
    expect(lookAt([thing("a"), area])).toEqual({
      kind: "one",
      selection: thing("a").selection,
      alsoHere: [area],
    });
  });

  it("on several things offers a list, the area last", () => {
    expect(lookAt([thing("a"), thing("b"), area])).toEqual({
      kind: "several",
      hits: [thing("a"), thing("b"), area],
    });
  });

  it("on two drawings of one thing means that thing", () => {
    expect(lookAt([thing("a"), thing("a"), area])).toMatchObject({ kind: "one", alsoHere: [area] });
  });
});
