import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { PopulationGrid } from "#domain/demand/population-grid.ts";
import { cellCandidates, plotCandidates, thinned } from "#domain/placement/candidates.ts";

/** Cells of 100 m as a square, every one inhabited but those named. */
function square(edge: number, empty: readonly number[] = []): PopulationGrid {
  const cells = Array.from({ length: edge * edge }, (_, cell) => cell);
  return {
    cellSizeM: 100,
    cellCount: cells.length,
    east: Int32Array.from(cells, (cell) => 4_300_000 + 100 * (cell % edge)),
    north: Int32Array.from(cells, (cell) => 2_850_000 + 100 * Math.floor(cell / edge)),
    longitude: Int32Array.from(cells, (cell) => 90_000_000 + cell),
    latitude: Int32Array.from(cells, () => 487_000_000),
    residents: Uint32Array.from(cells, (cell) => (empty.includes(cell) ? 0 : 5)),
  } as unknown as PopulationGrid;
}

describe("candidates", () => {
  it("anywhere are the centres of inhabited cells", () => {
    const { candidates } = cellCandidates(square(3, [1, 4]));
    expect(candidates.map(({ id }) => id)).toEqual([0, 2, 3, 5, 6, 7, 8].map((cell) => `cell-${cell}`));
    expect(candidates[1]).toMatchObject({ longitude: 9.0000002, latitude: 48.7, name: null });
  });

  it("are thinned out evenly: with a quarter left, every block of two by two keeps one", () => {
    const grid = square(16);
    const kept = thinned(cellCandidates(grid), 64).map(({ id }) => Number(id.slice(5)));
    expect(kept).toHaveLength(64);
    const blocks = new Set(kept.map((cell) => `${(cell % 16) >> 1}:${Math.floor(cell / 16) >> 1}`));
    expect(blocks.size).toBe(64);
  });

  it("are never more than wanted as long as one class of the lattice fits, and all where all fit", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 24 }), fc.integer({ min: 1, max: 700 }), (edge, most) => {
        const all = cellCandidates(square(edge));
        const kept = thinned(all, most);
        const smallestClass = Math.ceil(edge / 8) ** 2;
        expect(kept.length).toBeLessThanOrEqual(Math.max(most, smallestClass));
        if (all.candidates.length <= most) expect(kept).toEqual(all.candidates);
      }),
    );
  });

  it("on land are the plots of the choice, by the point that stands for them", () => {
    const plot = (id: string, other: object) => ({
      id,
      type: "public-needs-sites" as const,
      name: id,
      longitude: 9,
      latitude: 48,
      areaM2: null,
      isSecured: false,
      isCityOwned: false,
      isPublicNeeds: false,
      constraints: [],
      ...other,
    });
    const land = [
      plot("a", { isSecured: true }),
      plot("b", { isSecured: true, isCityOwned: true }),
      plot("c", { isPublicNeeds: true }),
    ];
    const ids = (choice: "SECURED" | "CITY_OWNED" | "PUBLIC_NEEDS") =>
      plotCandidates(land, choice).map(({ id }) => id);
    expect([ids("SECURED"), ids("CITY_OWNED"), ids("PUBLIC_NEEDS")]).toEqual([["a", "b"], ["b"], ["c"]]);
  });
});
