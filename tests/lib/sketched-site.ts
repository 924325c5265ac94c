import type { SketchedSite } from "#domain/scenario/scenario.ts";

/** A sketched Kita for twenty children under three, with what a test says about it. */
export function aSite(change: Partial<SketchedSite> = {}): SketchedSite {
  return {
    id: "s-1",
    name: "Kita A",
    kind: "KITA",
    position: [9.2, 48.8],
    plot: null,
    uses: [{ facilityType: "KITA_MIX", unit: "PLATZ", category: "U3", amount: 20 }],
    openingYear: null,
    layer: "IDEE",
    constraints: [],
    record: null,
    note: "",
    ...change,
  };
}
