import type { DistrictProfile, ProfileCell, ProfileIndicator } from "#domain/contract/district-contract.ts";
import type { AreaRef } from "../../data/area-of.ts";

/** A figure of an area out of the profile of its Stadtbezirk. */
export interface FigureOfArea {
  indicator: ProfileIndicator;
  cell: ProfileCell;
  scale: ProfileIndicator["scale"];
  /** True where the area has no figure of its own and the one of its Stadtbezirk stands in. */
  isOfDistrict: boolean;
}

/** The figures of an area; those told of Stadtbezirke alone stand with the Stadtbezirk's value. */
export function figuresOfArea(profile: DistrictProfile, area: AreaRef): FigureOfArea[] {
  const { indicators, level, areas } = profile.monitoring;
  const own = level === area.level ? areas.find(({ number }) => number === area.number) : undefined;
  return indicators.map((indicator, index) => {
    const cell = own?.cells[index];
    if (cell && indicator.scale) return { indicator, cell, scale: indicator.scale, isOfDistrict: false };
    return {
      ...{ indicator, cell: indicator.district, scale: indicator.districtScale },
      isOfDistrict: area.level !== "district",
    };
  });
}
