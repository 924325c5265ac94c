import type { Question } from "#domain/analysis/question.ts";
import type { SketchedSite } from "#domain/scenario/scenario.ts";
import { questionAbout } from "./demo-planning.ts";

export const dragQuestion: Question = questionAbout("KITA");

/** 200 positions of a hand that moves a site across the Kessel and up its slope, some 25 m at a time. */
export const dragPositions: readonly (readonly [number, number])[] = Array.from({ length: 200 }, (_, k) => [
  9.16 + k * 0.0003,
  48.772 + 0.006 * Math.sin(k / 30) + k * 0.00006,
]);

export function draggedSite(): SketchedSite {
  return {
    id: "bench",
    name: "Skizze",
    kind: "KITA",
    position: [...dragPositions[0]!] as [number, number],
    plot: null,
    uses: [
      { facilityType: "KITA_MIX", unit: "PLATZ", category: "U3", amount: 20 },
      { facilityType: "KITA_MIX", unit: "PLATZ", category: "Ü3", amount: 40 },
    ],
    openingYear: null,
    layer: "IDEE",
    constraints: [],
    record: null,
    note: "",
  };
}
