import { expect, it } from "vitest";
import type { IndexDefinition } from "#domain/priority-index/index-definition.ts";
import { indexQuestion } from "../../../web/monitoring/index-question.ts";
import { usualTrial } from "../../../web/monitoring/index-trial.ts";
import { type KeptDefinition, nextVersion } from "../../../web/monitoring/use-definitions.ts";
import { indexOfSealedArea } from "../../lib/index-definitions.ts";
import { anIndicator } from "../builders.ts";

const indicators = [
  anIndicator({ code: "unemployment" }),
  anIndicator({ code: "sealed-area", direction: "NEUTRAL", levels: ["district"] }),
];
const kept = (change: Partial<IndexDefinition> = {}): KeptDefinition => ({
  ...{ id: "kept", type: "index-definitions", state: "BESCHLOSSEN", owner: "", department: null },
  districts: [],
  definition: {
    ...indexOfSealedArea,
    components: [{ ...indexOfSealedArea.components[0]!, transform: "RANK" }],
    ...change,
  },
});
const asked = { level: "district", period: null, indexTrial: null, indexDefinition: "kept" } as const;

it("a kept definition is asked as it is, neutral component and all", () => {
  const one = kept();
  const question = indexQuestion(asked, indicators, [one]);
  expect([question.isTrial, question.hindrance, question.definition]).toEqual([false, null, one.definition]);
});

it("a kept definition that does not hold here says why instead of leaving something out", () => {
  const of = (change: object, definitions: KeptDefinition[] | null = [kept()]) =>
    indexQuestion({ ...asked, ...change }, indicators, definitions).hindrance;
  expect(of({ level: "subdistrict" })).toEqual({ kind: "OTHER_LEVEL" });
  expect(
    of({}, [kept({ components: [{ ...indexOfSealedArea.components[0]!, indicatorCode: "rents" }] })]),
  ).toEqual({ kind: "MISSING", codes: ["rents"] });
  expect(of({}, [])).toEqual({ kind: "UNKNOWN" });
  expect(of({}, null)).toEqual({ kind: "LOADING" });
});

it("a trial from a definition keeps what it does not touch: transform, resolution, classes", () => {
  const one = kept({ classification: { ...indexOfSealedArea.classification, breaks: [-2, 1, 2] } });
  const touched = {
    indicatorCode: "sealed-area",
    weight: 3,
    direction: "HIGH_IS_BURDEN",
    transform: "Z",
  } as const;
  const indexTrial = { ...usualTrial(indicators), components: [touched] };
  const { isTrial, definition } = indexQuestion({ ...asked, indexTrial }, indicators, [one]);
  expect(isTrial).toBe(true);
  expect(definition.classification.breaks).toEqual([-2, 1, 2]);
  expect(definition.components).toEqual([
    { ...touched, transform: "RANK", resolution: "Beschluss der Probe" },
  ]);
});

it("a definition saved under a name becomes the version after the newest of that name", () => {
  const all = [kept({ name: "A", version: 2 }), kept({ name: "A", version: 7 }), kept({ name: "B" })];
  expect(["A", " A ", "B", "C"].map((name) => nextVersion(all, name))).toEqual([8, 8, 2, 1]);
});
