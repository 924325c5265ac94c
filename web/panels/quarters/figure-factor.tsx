import type { DistrictProfile } from "#domain/contract/district-contract.ts";
import type { AreaRef } from "../../data/area-of.ts";
import { useLanguage } from "../../i18n/language.tsx";
import { FigureCell } from "../district/figure-cell.tsx";
import { mostOf } from "../district/monitoring-table.tsx";
import { Sourced } from "../district/source-tip.tsx";
import { useDistrictText } from "../district/use-district-text.ts";
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
  const { say, formats } = useLanguage();
  const words = useQuartersText();
  const district = useDistrictText();
  const figures = figuresOfArea(profile, area).filter(
    ({ indicator, cell }) =>
      (indicator.theme === "cohesion") === (factor === "cohesion") && cell.state !== "NOT_APPLICABLE",
  );
  const id = `factor-${factor}`;
  const isAllOfDistrict = figures.length > 0 && figures.every(({ isOfDistrict }) => isOfDistrict);
  return (
    <section>
      <h2 id={id}>{words[factor]}</h2>
      {figures.length === 0 && <p>{factor === "cohesion" ? words.noCohesion : words.noMonitoring}</p>}
      {isAllOfDistrict && <p className="small">{words.wholeDistrict(profile.name)}</p>}
      {figures.length > 0 && (
        <table aria-labelledby={id}>
          <thead>
            <tr>
              <th scope="col">{words.indicator}</th>
              <th scope="col" className="number">
                {words.here}
              </th>
              <th scope="col" className="number">
                {words.city}
              </th>
            </tr>
          </thead>
          <tbody>
            {figures.map(({ indicator, cell, scale, isOfDistrict }) => (
              <tr key={indicator.code}>
                <th scope="row">
                  <Sourced source={indicator.source} name={say(indicator.name)}>
                    {say(indicator.shortName ?? indicator.name)}
                  </Sourced>
                  <small>
                    {isOfDistrict && !isAllOfDistrict
                      ? words.wholeDistrict(profile.name)
                      : district.directions[indicator.direction]}
                  </small>
                </th>
                <FigureCell
                  {...{ indicator, cell, scale }}
                  most={mostOf(profile, indicator)}
                  area={isOfDistrict ? { level: "district", number: profile.number } : area}
                  areaName={isOfDistrict ? profile.name : name}
                  statements={profile.statements ?? []}
                  isWithUnit
                />
                <td className="number">
                  {indicator.city.value === null
                    ? district.states[indicator.city.state]
                    : formats.value(indicator.city.value, indicator)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
