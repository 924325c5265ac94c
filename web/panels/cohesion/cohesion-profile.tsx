import "../../styles/cohesion.css";
import type { CohesionDimension } from "#domain/indicator/cohesion-profile.ts";
import { periodValues } from "#domain/indicator/period-values.ts";
import type { CohesionText } from "../../i18n/de/cohesion.ts";
import { useLanguage } from "../../i18n/language.tsx";
import { usePeriodLabel } from "../indicator/use-period-label.ts";
import { useShownValue } from "../selection/shown-value.ts";
import { IntervalStrip, isOnScale } from "./interval-strip.tsx";

/** Dimensions of the study with interval and the city's mean, in a fixed order: strip and numbers say the same. */
export function CohesionProfile({
  dimensions,
  words,
}: {
  dimensions: readonly CohesionDimension[];
  words: CohesionText;
}) {
  const { text, say, formats } = useLanguage();
  const periodLabel = usePeriodLabel();
  const shownValue = useShownValue();
  const isDrawn = dimensions.some(isOnScale);
  const hasInterval = dimensions.some(({ interval }) => interval);
  const isFirstEdition = dimensions.every(({ indicator }) => indicator.periods.length < 2);
  return (
    <section className="cohesion">
      <h4>{words.heading}</h4>
      <p className="small">{words.about}</p>
      <table className="small-table">
        <caption className="for-ears">{words.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{words.dimension}</th>
            <th scope="col" className="number">
              {words.here}
            </th>
            <th scope="col" className="number">
              {words.city}
            </th>
          </tr>
        </thead>
        <tbody>
          {dimensions.map((dimension) => {
            const { indicator, period, told, interval, cityMean } = dimension;
            return (
              <tr key={indicator.code}>
                <th scope="row">
                  {say(indicator.shortName ?? indicator.name)} <small>{periodLabel(period)}</small>
                  {isOnScale(dimension) && <IntervalStrip dimension={dimension} />}
                </th>
                <td className="number">
                  {shownValue(periodValues([told], period).get(told.areaNumber), indicator)}
                  {interval && (
                    <small>
                      <span className="for-ears">{words.intervalLabel} </span>
                      {words.interval(
                        formats.number(interval.low, indicator.decimals),
                        formats.value(interval.high, indicator),
                      )}
                    </small>
                  )}
                </td>
                <td className="number">
                  {cityMean === null ? text.record.unknown : formats.value(cityMean, indicator)}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {isDrawn && <p className="small">{hasInterval ? words.axis : words.axisWithoutInterval}</p>}
      <p className="small">{words.moderate}</p>
      <ul className="small">
        {dimensions.map((dimension) => (
          <li key={dimension.indicator.code}>
            {words.against[findingOf(dimension)](
              say(dimension.indicator.shortName ?? dimension.indicator.name),
            )}
          </li>
        ))}
      </ul>
      {isFirstEdition && <p className="small">{words.oneEdition}</p>}
    </section>
  );
}

/** Which sentence a dimension gets: what is missing comes before what follows from it. */
function findingOf({ told, cityMean, against }: CohesionDimension): keyof CohesionText["against"] {
  if (told.value === null) return "noFigure";
  return cityMean === null ? "noMean" : against;
}
