import { readFileSync } from "node:fs";
import type { Polygon } from "geojson";
import { describe, expect, it } from "vitest";
import { moransI } from "#domain/reading/morans-i.ts";
import { queenNeighbours } from "#domain/reading/queen-neighbours.ts";
import { handCalculated } from "./case.ts";

const runs = 9999;

describe("Moran's I", () => {
  const { input, expected } = handCalculated<
    { outlines: (Polygon | null)[]; values: (number | null)[] },
    {
      neighbours: number[][];
      i: number;
      expected: number;
      p: number;
      areas: number;
      withoutValue: number;
      withoutNeighbour: number;
    }
  >("morans-i");
  const neighbours = queenNeighbours(input.outlines);

  it("calculated by hand: a shared corner is enough, and what has no figure or no neighbour is counted out", () => {
    expect(neighbours).toEqual(expected.neighbours);
    const found = moransI(input.values, neighbours, { runs, seed: 1 })!;
    const { p, neighbours: _, ...exact } = expected;
    expect(found).toMatchObject({
      ...exact,
      i: expect.closeTo(exact.i, 10),
      expected: expect.closeTo(exact.expected, 10),
    });
    // Four standard errors of 9,999 draws, and one hit that counts in any case.
    expect(Math.abs(found.p - p)).toBeLessThan(4 * Math.sqrt((p * (1 - p)) / runs) + 1 / runs);
    expect(moransI(input.values, neighbours, { runs, seed: 1 })).toEqual(found);
  });

  it("is nothing for fewer than ten areas, or where the figure is the same everywhere", () => {
    expect(
      moransI([...input.values.slice(0, 9), null, null, 4, 7], neighbours, { runs: 9, seed: 1 }),
    ).toBeNull();
    const equal = input.values.map((value) => (value === null ? null : 3));
    expect(moransI(equal, neighbours, { runs: 9, seed: 1 })).toBeNull();
  });

  it("is that of R's spdep over polygons, as are the number of neighbours and p (reference/make.sh)", () => {
    const stored = (file: string) => readFileSync(new URL(`reference/${file}`, import.meta.url), "utf8");
    const lattices: { name: string; rings: Polygon["coordinates"]; values: number[] }[] = JSON.parse(
      stored("lattices.json"),
    );
    const told = new Map(
      stored("spdep.csv")
        .trim()
        .split("\n")
        .slice(1)
        .map((line) => line.replaceAll('"', "").split(","))
        .map(([name, key, value]) => [`${name} ${key}`, Number(value)]),
    );
    expect(lattices).toHaveLength(3);
    for (const { name, rings, values } of lattices) {
      const near = queenNeighbours(rings.map((ring) => ({ type: "Polygon", coordinates: [ring] })));
      expect(near.flat().length, name).toBe(told.get(`${name} links`));
      const found = moransI(values, near, { runs, seed: 1 })!;
      expect(found.i, name).toBeCloseTo(told.get(`${name} I`)!, 10);
      const p = told.get(`${name} p`)!;
      // Both draw as often, so that the difference of two shares has √2 the error of one.
      expect(Math.abs(found.p - p), name).toBeLessThan(4 * Math.sqrt((2 * p * (1 - p)) / runs) + 1 / runs);
    }
  });
});
