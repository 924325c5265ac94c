import { describe, expect, it } from "vitest";
import {
  classColours,
  contrast,
  divergingRamps,
  pairColours,
  pairColoursOf,
  planningRamps,
  type Ramp,
  sequentialRamps,
} from "#domain/classification/palette.ts";
import { mapColours } from "../../../../web/map/style/theme.ts";
import { colourDifference, seenAs, sightNames } from "./colour-difference.ts";

const ramps = [sequentialRamps, divergingRamps, planningRamps].flatMap(Object.keys) as Ramp[];

describe("colourDifference", () => {
  // Pairs 1, 7, 13 and 25 of the test data published with Sharma, Wu & Dalal (2005).
  const published: [[number, number, number], [number, number, number], number][] = [
    [[50, 2.6772, -79.7751], [50, 0, -82.7485], 2.0425],
    [[50, 0, 0], [50, -1, 2], 2.3669],
    [[50, -0.001, 2.49], [50, 0.0011, -2.49], 4.7461],
    [[60.2574, -34.0099, 36.2677], [60.4626, -34.1751, 39.4387], 1.2644],
  ];
  for (const [a, b, expected] of published) {
    it(`is ${expected} between ${a} and ${b}, as published`, () => {
      expect(colourDifference(a, b)).toBeCloseTo(expected, 4);
    });
  }
});

describe("classes of every palette offered", () => {
  for (const sight of sightNames) {
    it(`two indicators: any two of nine classes differ by at least ΔE 14 in ${sight} sight`, () => {
      const seen = pairColours.map((colour) => seenAs(colour, sight));
      const differences = seen.flatMap((a, index) =>
        seen.slice(index + 1).map((b) => colourDifference(a, b)),
      );
      expect(Math.min(...differences)).toBeGreaterThanOrEqual(14);
    });
  }

  it("a square of other steps keeps the corners, and with three by three it is the same", () => {
    expect(pairColoursOf(3, 3)).toEqual([...pairColours]);
    const corners = [0, 2, 9, 11].map((place) => pairColoursOf(4, 3)[place]);
    expect(corners).toEqual([0, 2, 6, 8].map((place) => pairColours[place]));
  });

  for (const sight of sightNames) {
    it(`status and dynamics: any two of twelve classes differ by at least ΔE 9 in ${sight} sight`, () => {
      const seen = pairColoursOf(4, 3).map((colour) => seenAs(colour, sight));
      const differences = seen.flatMap((a, index) =>
        seen.slice(index + 1).map((b) => colourDifference(a, b)),
      );
      expect(Math.min(...differences)).toBeGreaterThanOrEqual(9);
    });
  }

  for (const ramp of ramps) {
    for (const sight of sightNames) {
      it(`${ramp}: any two of five classes differ by at least ΔE 10 in ${sight} sight`, () => {
        const seen = classColours(ramp, 5).map((colour) => seenAs(colour, sight));
        const differences = seen.flatMap((a, index) =>
          seen.slice(index + 1).map((b) => colourDifference(a, b)),
        );
        expect(Math.min(...differences)).toBeGreaterThanOrEqual(10);
      });
    }
  }
});

describe("the ramp of unserved people", () => {
  for (const sight of sightNames) {
    it(`differs by at least ΔE 25 from every tinted class of the default ramp in ${sight} sight`, () => {
      const tinted = (ramp: Ramp) =>
        classColours(ramp, 5)
          .slice(1)
          .map((colour) => seenAs(colour, sight));
      const differences = tinted("orange").flatMap((a) => tinted("blue").map((b) => colourDifference(a, b)));
      expect(Math.min(...differences)).toBeGreaterThanOrEqual(25);
    });
  }
});

describe("map colours", () => {
  for (const [theme, colours] of Object.entries(mapColours)) {
    it(`names stand at least 4.5 : 1 against their halo, ${theme}`, () => {
      for (const name of [
        "label",
        "subdistrictLabel",
        "waterName",
        "streetName",
        "renewalArea",
        "quarterProject",
      ] as const) {
        expect(contrast(colours[name], colours.halo), name).toBeGreaterThanOrEqual(4.5);
      }
    });

    it(`numbers in clusters and squares stand at least 4.5 : 1, ${theme}`, () => {
      expect(contrast(colours.pictogram, colours.cluster)).toBeGreaterThanOrEqual(4.5);
      expect(contrast(colours.renewalPriority, colours.symbolPaper)).toBeGreaterThanOrEqual(4.5);
      expect(contrast(colours.earlierEdition, colours.symbolPaper)).toBeGreaterThanOrEqual(4.5);
    });

    it(`planning themes and symbols stand at least 3 : 1 on paper, ${theme}`, () => {
      const graphics = [
        "renewalPriority",
        "renewalArea",
        "quarterProject",
        "publicNeeds",
        "facility",
        "accent",
      ] as const;
      for (const name of graphics) {
        expect(contrast(colours[name], colours.paper), name).toBeGreaterThanOrEqual(3);
      }
    });

    it(`the ink of patterns stands at least 3 : 1 on the greys of the value states, ${theme}`, () => {
      for (const state of ["UNKNOWN", "SUPPRESSED", "TOO_FEW_RESIDENTS"] as const) {
        expect(contrast(colours.pattern, colours.state[state]), state).toBeGreaterThanOrEqual(3);
      }
    });

    it(`one of the two tones around a selection stands at least 3 : 1 on every class, ${theme}`, () => {
      for (const ramp of ramps) {
        for (const fill of classColours(ramp, 5)) {
          const best = Math.max(contrast(colours.accent, fill), contrast(colours.accentHalo, fill));
          expect(best, `${ramp} ${fill}`).toBeGreaterThanOrEqual(3);
        }
      }
    });
  }
});
