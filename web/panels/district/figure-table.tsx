import type { DistrictProfile, ProfileCell, ProfileIndicator } from "#domain/contract/district-contract.ts";
import type { AreaRef } from "../../data/area-of.ts";
import { useLanguage } from "../../i18n/language.tsx";
import { FigureCell } from "./figure-cell.tsx";
import { Sourced } from "./source-tip.tsx";
import { useDistrictText } from "./use-district-text.ts";

/** A figure of an area beside the city's. */
export interface FigureRow {
  indicator: ProfileIndicator;
  cell: ProfileCell;
  scale: ProfileIndicator["scale"];
  /** Difference that fills the bar. */
  most: number;
  area: AreaRef;
  areaName: string;
  /** Said instead of what is good and bad about the indicator. */
  note?: string | undefined;
}

/** Figures of an area, a row for each indicator, with the city's; `labelledBy` is the id of the heading. */
export function FigureTable({
  labelledBy,
  here,
  rows,
  statements,
}: {
  labelledBy: string;
  /** What the column of the area's own figures is called. */
  here: string;
  rows: readonly FigureRow[];
  statements: DistrictProfile["statements"];
}) {
  const { say, formats } = useLanguage();
  const words = useDistrictText();
  return (
    <table aria-labelledby={labelledBy}>
      <thead>
        <tr>
          <th scope="col">{words.indicator}</th>
          <th scope="col" className="number">
            {here}
          </th>
          <th scope="col" className="number">
            {words.city}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ indicator, note, ...figure }) => (
          <tr key={indicator.code}>
            <th scope="row">
              <Sourced source={indicator.source} name={say(indicator.name)}>
                {say(indicator.shortName ?? indicator.name)}
              </Sourced>
              <small>{note ?? words.directions[indicator.direction]}</small>
            </th>
            <FigureCell {...figure} indicator={indicator} statements={statements ?? []} isWithUnit />
            <td className="number">
              {indicator.city.value === null
                ? words.states[indicator.city.state]
                : formats.value(indicator.city.value, indicator)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
