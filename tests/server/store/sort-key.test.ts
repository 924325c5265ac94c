import { expect, it } from "vitest";
import { accentedLetters, baseLetters, lowerCase, sortKey } from "../../../server/store/sort-key.ts";

it("each accented letter has its base letter at the same place", () => {
  expect([...baseLetters]).toHaveLength([...accentedLetters].length);
});

it("umlauts sort as their base letter and ß as ss, in either Unicode form", () => {
  expect(sortKey("Große Ähre")).toBe("grosse ahre");
  expect(sortKey("A\u0308hre")).toBe("ahre");
});

it("lower case keeps letters apart that are not the same", () => {
  expect(lowerCase("ÄRZTE Straße")).toBe("ärzte straße");
});
