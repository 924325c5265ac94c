import { describe, expect, it } from "vitest";
import {
  type EditionArea,
  type EditionDifference,
  editionDifferences,
} from "#domain/renewal/edition-differences.ts";
import { handCalculated } from "./case.ts";

describe("editions of renewal priority areas, calculated by hand", () => {
  const { input, expected } = handCalculated<
    { earlier: EditionArea[]; later: EditionArea[] },
    Pick<EditionDifference, "change" | "earlier" | "later" | "gainedShare" | "lostShare">[]
  >("editions");
  const found = editionDifferences(input.earlier, input.later);

  it("what came in, went out, changed and stayed, by ground", () => {
    const near = (share: number | null) => (share === null ? null : expect.closeTo(share, 6));
    expect(
      found.map(({ change, earlier, later, gainedShare, lostShare }) => ({
        ...{ change, earlier, later, gainedShare, lostShare },
      })),
    ).toEqual(
      expected.map((one) => ({
        ...one,
        gainedShare: near(one.gainedShare),
        lostShare: near(one.lostShare),
      })),
    );
  });

  it("what is kept and what is new make up the later ground, what is kept and what is lost the earlier", () => {
    for (const { earlierM2, laterM2, commonM2, gainedM2, lostM2 } of found) {
      expect(commonM2 + gainedM2).toBeCloseTo(laterM2, 3);
      expect(commonM2 + lostM2).toBeCloseTo(earlierM2, 3);
    }
    // 0.1° of longitude between 48.7° and 48.8° N is about 7.35 km times 11.12 km.
    const went = found.find(({ earlier }) => earlier.includes("goes"))!;
    expect(went.lostM2 / 1e6).toBeGreaterThan(81);
    expect(went.lostM2 / 1e6).toBeLessThan(83);
  });
});
