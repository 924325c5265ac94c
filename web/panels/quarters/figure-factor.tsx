import type { DistrictProfile } from "#domain/contract/district-contract.ts";
import type { AreaRef } from "../../data/area-of.ts";
import { FigureTable } from "../district/figure-table.tsx";
import { mostOf } from "../district/monitoring-table.tsx";
import { figuresOfArea } from "./figures-of-area.ts";
import { useQuartersText } from "./use-quarters-text.ts";

/**
 * A factor made of figures. Zusammenhalt is asked of Stadtbezirke alone and stays their value; the figures of the
 * monitoring are the area's own, where it has them.
 */
export function FigureFactor({
  factor,
  area,
  name,
  profile,
}: {
  factor: "cohesion" | "monitoring";
  area: AreaRef;
  name: string;
  profile: DistrictProfile;
}) {
  const words = useQuartersText();
  const figures = figuresOfArea(profile, area).filter(
    ({ indicator, cell }) =>
      (indicator.theme === "cohesion") === (factor === "cohesion") && cell.state !== "NOT_APPLICABLE",
  );
  const id = `factor-${factor}`;
  const isAllOfDistrict = figures.length > 0 && figures.every(({ isOfDistrict }) => isOfDistrict);
  const ofDistrict = { area: { level: "district", number: profile.number }, areaName: profile.name } as const;
  const rows = figures.map(({ isOfDistrict, ...figure }) => ({
    ...figure,
    ...(isOfDistrict ? ofDistrict : { area, areaName: name }),
    most: mostOf(profile, figure.indicator),
    note: isOfDistrict && !isAllOfDistrict ? words.wholeDistrict(profile.name) : undefined,
  }));
  return (
    <section>
      <h2 id={id}>{words[factor]}</h2>
      {rows.length === 0 && <p>{factor === "cohesion" ? words.noCohesion : words.noMonitoring}</p>}
      {isAllOfDistrict && <p className="small">{words.wholeDistrict(profile.name)}</p>}
      {rows.length > 0 && (
        <FigureTable
          labelledBy={id}
          here={isAllOfDistrict ? profile.name : name}
          rows={rows}
          statements={profile.statements}
        />
      )}
    </section>
  );
}
