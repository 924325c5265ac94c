import { describe, expect, it } from "vitest";
import {
  questionSchema,
  type SuggestionRequest,
  suggestionRequestSchema,
} from "#domain/analysis/question.ts";
import { suggestSites } from "#domain/placement/suggest-sites.ts";
import { makeHighsSolver } from "../../server/analysis/highs-solver.ts";
import { type PaperCity, paperModel } from "../domain/placement/paper-city.ts";
import { handCalculated } from "./case.ts";

interface Case {
  city: PaperCity;
  request: Partial<SuggestionRequest>;
}
interface Expected {
  sites: Record<string, number>;
  value: number;
  bound: number;
  present: number;
  alternatives: { sites: string[]; value: number }[];
  whyNot: {
    candidate: string;
    value: number;
    loss: number;
    displaced: string[];
    areas: Record<string, number>;
  };
}

async function suggested({ city, request }: Case, other: Partial<SuggestionRequest> = {}) {
  const { model, land } = paperModel(city);
  const asked = suggestionRequestSchema.parse({
    ...request,
    ...other,
    question: questionSchema.parse({ kind: "KITA" }),
  });
  const { result } = await suggestSites(model, asked, { land, solver: makeHighsSolver() });
  return result;
}

/** Plots by their letters, as the cases on paper name them. */
const letters = (sites: readonly { candidateId: string }[]) => sites.map(({ candidateId }) => candidateId);

describe("hand-calculated suggestions", () => {
  for (const [name, title] of [
    ["cover-most", "two sites cover most where greedy choosing falls short"],
    ["shortest-ways", "one site shortens the mean way most"],
    ["shortest-longest-way", "two sites shorten the longest way as far as it goes"],
    ["with-places", "one site with sixty places shortens ways most, counting who gets none"],
  ] as const) {
    it(title, async () => {
      const { input, expected } = handCalculated<Case, Expected>(`suggest-${name}`);
      const result = await suggested(input);
      expect(
        Object.fromEntries(result.sites.map(({ candidateId, people }) => [candidateId, people])),
      ).toEqual(expected.sites);
      expect(result).toMatchObject({
        value: expected.value,
        bound: expected.bound,
        gap: 0,
        isProven: true,
        present: expected.present,
        candidates: 3,
      });
      const { whyNot, alternatives } = result;
      expect(alternatives.map(({ sites, value }) => ({ sites: letters(sites), value }))).toEqual(
        expected.alternatives,
      );
      expect({
        candidate: whyNot!.candidate.candidateId,
        value: whyNot!.value,
        loss: whyNot!.loss,
        displaced: letters(whyNot!.displaced),
        areas: Object.fromEntries(whyNot!.areas.map(({ areaNumber, people }) => [areaNumber, people])),
      }).toEqual(expected.whyNot);
    });
  }

  it("two sites are needed for everybody, one for three fifths", async () => {
    const { input, expected } = handCalculated<Case, Expected & { threeFifths: number }>(
      "suggest-fewest-sites",
    );
    const everybody = await suggested(input);
    expect(everybody).toMatchObject({
      value: expected.value,
      bound: expected.bound,
      present: expected.present,
      isProven: true,
    });
    expect(
      Object.fromEntries(everybody.sites.map(({ candidateId, people }) => [candidateId, people])),
    ).toEqual(expected.sites);
    const some = await suggested(input, { coverageTarget: 0.6 });
    expect(some).toMatchObject({ value: expected.threeFifths, isProven: true });
    expect(letters(some.sites)).toEqual(["B"]);
  });
});
