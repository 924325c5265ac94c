import type { DistrictProfile, ProfileStatement } from "#domain/contract/district-contract.ts";
import type { AreaRef } from "../../data/area-of.ts";
import { type FigureOfArea, figuresOfArea } from "./figures-of-area.ts";

/** A figure, and somebody on the spot who says that it is so, or that it is not. */
export interface MirrorRow extends FigureOfArea {
  statement: ProfileStatement;
  isContradiction: boolean;
}

/**
 * Spiegelung (SCENARIOS 6): every figure of an area that somebody confirms or contradicts, contradictions first. A
 * statement belongs to the area it was made about; where the figure is the Stadtbezirk's, to the Stadtbezirk.
 */
export function mirrorRows(profile: DistrictProfile, area: AreaRef): MirrorRow[] {
  const rows = figuresOfArea(profile, area).flatMap((figure) => {
    const { code } = figure.indicator;
    const isAbout = (one: ProfileStatement) =>
      figure.isOfDistrict
        ? one.areaLevel === "district" && one.areaNumber === profile.number
        : one.areaLevel === area.level && one.areaNumber === area.number;
    return (profile.statements ?? []).filter(isAbout).flatMap((statement) => {
      const isContradiction = statement.contradictsIndicators.includes(code);
      return isContradiction || statement.confirmsIndicators.includes(code)
        ? [{ ...figure, statement, isContradiction }]
        : [];
    });
  });
  return rows.sort((a, b) => Number(b.isContradiction) - Number(a.isContradiction));
}
