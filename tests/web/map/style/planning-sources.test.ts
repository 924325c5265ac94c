import { describe, expect, it } from "vitest";
import { planningData } from "../../../../web/map/style/planning-sources.ts";
import { planning } from "../scenes.ts";

const data = planningData(planning);
const propertiesOf = (source: string) => data[source]?.features.map(({ properties }) => properties);

describe("planningData", () => {
  it("gives squares their class and never the number of people", () => {
    expect(propertiesOf("planning-cells")).toEqual([{ class: 1 }, { class: 3 }]);
    expect(data["planning-cells"]?.features[1]?.geometry).toEqual({
      type: "Polygon",
      coordinates: [
        [
          [9.11, 48.7],
          [9.12, 48.7],
          [9.12, 48.71],
          [9.11, 48.71],
          [9.11, 48.7],
        ],
      ],
    });
  });

  it("marks the largest outline as the edge of the catchment", () => {
    expect(propertiesOf("planning-catchment")).toEqual([{ isEdge: false }, { isEdge: true }]);
  });

  it("draws a plot for sites that have one only", () => {
    expect(propertiesOf("planning-sites")?.map((site) => site?.id)).toEqual(["a", "b"]);
    expect(propertiesOf("planning-plots")?.map((site) => site?.id)).toEqual(["b"]);
  });

  it("joins two facilities by a line with a mark in its middle", () => {
    expect(data["planning-duplicates"]?.features.map(({ geometry }) => geometry)).toEqual([
      {
        type: "LineString",
        coordinates: [
          [9.1, 48.75],
          [9.12, 48.77],
        ],
      },
      { type: "Point", coordinates: [expect.closeTo(9.11, 9), expect.closeTo(48.76, 9)] },
    ]);
  });

  it("has the outline of a drawn area, and nothing of it where there is none", () => {
    const ring = [
      [9.1, 48.7],
      [9.2, 48.7],
      [9.2, 48.8],
      [9.1, 48.7],
    ] as const;
    const drawn = planningData({ ...planning, drawnArea: ring })["planning-drawn-area"];
    expect(drawn?.features.map(({ geometry }) => geometry)).toEqual([
      { type: "Polygon", coordinates: [ring] },
    ]);
    expect(data["planning-drawn-area"]?.features).toEqual([]);
  });

  it("gives the same object for parts that have not changed, so that they are not handed over again", () => {
    const again = planningData({ ...planning, catchment: [] });
    for (const source of ["planning-cells", "planning-sites", "planning-plots", "planning-suggestions"]) {
      expect(again[source], source).toBe(data[source]);
    }
    expect(again["planning-catchment"]).not.toBe(data["planning-catchment"]);
  });
});
