import { describe, expect, it } from "vitest";
import { ArrayFileError, encodeArrayFile } from "#domain/dataset/array-file.ts";
import { gaussianWeights } from "#domain/demand/gaussian-weights.ts";
import { decodeGrid, encodeGrid } from "#domain/demand/grid-file.ts";
import { makePopulationGrid } from "#domain/demand/make-population-grid.ts";

const ageGroups = [
  { code: "0-3", from: 0, to: 3 },
  { code: "3-6", from: 3, to: 6 },
  { code: "65+", from: 65, to: null },
];
const places = [
  { position: { east: 4_300_100, north: 2_800_000 }, residents: 30, counts: [1, 2, 3], areas: [0, -1] },
  { position: { east: 4_300_000, north: 2_800_000 }, residents: 20, counts: [0, 5, 0], areas: [1, 0] },
];
const given = {
  cellSizeM: 100,
  ageGroups,
  levels: [
    { level: "district" as const, boundaryVersion: "2024", numbers: ["01", "02"] },
    { level: "subdistrict" as const, boundaryVersion: "2024", numbers: ["021"] },
  ],
  places,
  protection: { kind: "ROUNDED" as const, base: 3 },
};

describe("a population grid", () => {
  it("stands from west to east, with centres in 1e-7 degrees and an index per level", () => {
    const grid = makePopulationGrid(given);
    expect(grid).toMatchObject({ cellCount: 2, cellSizeM: 100, ageGroups });
    expect([...grid.east]).toEqual([4_300_000, 4_300_100]);
    expect([...grid.residents]).toEqual([20, 30]);
    expect(grid.counts.map((counts) => [...counts])).toEqual([
      [0, 1],
      [5, 2],
      [0, 3],
    ]);
    expect(grid.areas.map(({ index }) => [...index])).toEqual([
      [1, 0],
      [0, -1],
    ]);
    // The centre E 4300050 N 2800050 as PROJ has it: 9.7176738889, 48.3135935270.
    expect(grid.longitude[0]! / 1e7).toBeCloseTo(9.7176738889, 7);
    expect(grid.latitude[0]! / 1e7).toBeCloseTo(48.313593527, 7);
  });

  it("is the same after its file, and the same grid makes the same bytes", () => {
    const grid = makePopulationGrid(given);
    const bytes = encodeGrid(grid);
    expect(decodeGrid(bytes)).toEqual(grid);
    expect(encodeGrid(decodeGrid(bytes))).toEqual(bytes);
    expect(encodeGrid(makePopulationGrid({ ...given, places: [...places].reverse() }))).toEqual(bytes);
  });

  it("of points has no cells, but places that can be put together", () => {
    const points = makePopulationGrid({
      ...given,
      cellSizeM: null,
      places: [{ ...places[0]!, position: { longitude: 9.7176738889, latitude: 48.313593527 } }],
    });
    expect(points).toMatchObject({ cellSizeM: null, cellCount: 1 });
    expect([points.east[0], points.north[0]]).toEqual([4_300_050, 2_800_050]);
    expect(points.longitude[0]).toBe(97_176_739);
  });

  it("refuses people counted twice: a cell given twice, age groups that overlap", () => {
    expect(() => makePopulationGrid({ ...given, places: [places[0]!, places[0]!] })).toThrow(/twice/);
    const overlapping = [
      { code: "0-18", from: 0, to: 18 },
      { code: "3-6", from: 3, to: 6 },
    ];
    expect(() => makePopulationGrid({ ...given, ageGroups: overlapping })).toThrow(/0-18.*3-6/);
    expect(() => makePopulationGrid({ ...given, places: [{ ...places[0]!, residents: 1.5 }] })).toThrow();
  });

  it("is not read from another file", () => {
    expect(() => decodeGrid(encodeArrayFile({ facts: { content: "walking-network" }, arrays: {} }))).toThrow(
      ArrayFileError,
    );
    expect(() => decodeGrid(encodeGrid(makePopulationGrid(given)).slice(0, -16))).toThrow(ArrayFileError);
  });
});

describe("the table of distance weights", () => {
  it("falls from one to nothing over the longest way, in whole millionths", () => {
    const weights = gaussianWeights();
    expect(weights).toHaveLength(1001);
    // By hand for x = 1/2: e^(−1/8) = 0.8824969, e^(−1/2) = 0.6065307; 0.2759662 / 0.3934693 = 0.701367.
    expect([weights[0], weights[500], weights[1000]]).toEqual([1_000_000, 701_367, 0]);
    expect(weights.every((weight, step) => step === 0 || weight <= weights[step - 1]!)).toBe(true);
  });
});
