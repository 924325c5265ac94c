import type { CoverageFigures, CoverageResult, GapResult } from "#domain/analysis/answers.ts";

/** An area in two scenarios; people without an offer, and the ways. */
export interface ComparedArea {
  areaNumber: string;
  first: number;
  second: number;
  /** Second minus first: negative means that fewer are left without. */
  difference: number;
  firstWays: CoverageFigures | undefined;
  secondWays: CoverageFigures | undefined;
}

/** Areas of both answers, the largest difference first; empty until both are there. */
export function comparedAreas(
  first: GapResult | undefined,
  second: GapResult | undefined,
  firstCoverage: CoverageResult | undefined,
  secondCoverage: CoverageResult | undefined,
): ComparedArea[] {
  if (!first || !second) return [];
  const ofSecond = new Map(second.areas.map((area) => [area.areaNumber, area]));
  const ways = (coverage: CoverageResult | undefined) =>
    new Map(coverage?.areas.map((area) => [area.areaNumber, area] as const));
  const firstWays = ways(firstCoverage);
  const secondWays = ways(secondCoverage);
  return first.areas
    .flatMap((area) => {
      const other = ofSecond.get(area.areaNumber);
      if (!other) return [];
      return [
        {
          areaNumber: area.areaNumber,
          first: area.unserved,
          second: other.unserved,
          difference: other.unserved - area.unserved,
          firstWays: firstWays.get(area.areaNumber),
          secondWays: secondWays.get(area.areaNumber),
        },
      ];
    })
    .sort(
      (a, b) => Math.abs(b.difference) - Math.abs(a.difference) || a.areaNumber.localeCompare(b.areaNumber),
    );
}
