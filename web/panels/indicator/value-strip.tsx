import { knownValues } from "#domain/classification/choropleth-scale.ts";
import { classOf } from "#domain/classification/class-method.ts";
import { type Figures, useShown } from "../../data/figures.tsx";
import { useLanguage } from "../../i18n/language.tsx";
import { usePage } from "../../state/use-page.ts";
import { useShownValue } from "../selection/shown-value.ts";

const width = 288;
const margin = 8;
const dotRadius = 4;

/**
 * Every area's value as a dot on one line, the city's as a mark. The axis spans all years, so that dots
 * move when the year does; the selected area is named.
 */
export function ValueStrip({ figures }: { figures: Figures }) {
  const { text, say, formats } = useLanguage();
  const { areas } = useShown();
  const selected = usePage((state) => (state.look.kind === "one" ? state.look.selection : null));
  const { indicator, scale, values, cityValue, allValues } = figures;
  const shownValue = useShownValue();
  const everything = [...knownValues(allValues), ...knownValues(figures.cityValues)];
  const present = areas.flatMap((area) => {
    const told = values.get(area.number);
    const value = told?.value;
    return value === null || value === undefined ? [] : [{ area, value, shown: shownValue(told, indicator) }];
  });
  if (present.length === 0) return <p className="small">{text.indicator.noFigures}</p>;

  const orientation = indicator.orientationValues ?? [];
  // Counts of a whole city dwarf its parts: only rates, means and indices share an axis with it.
  const hasCity = cityValue !== null && indicator.kind !== "count";
  const axis = [...(hasCity ? everything : knownValues(allValues)), ...orientation.map(({ value }) => value)];
  const low = Math.min(...axis);
  const high = Math.max(...axis);
  const at = (value: number) =>
    margin + (high === low ? 0.5 : (value - low) / (high - low)) * (width - 2 * margin);
  const show = (value: number) => formats.value(value, indicator);
  const sorted = present.map(({ value }) => value).sort((a, b) => a - b);
  const chosen =
    selected?.kind === "area" ? present.find(({ area }) => area.number === selected.number) : undefined;
  const label = text.indicator.strip(
    `${formats.number(present.length)} ${text.classes.areasHeading}`,
    show(sorted[0] ?? low),
    show(sorted.at(-1) ?? high),
    hasCity ? show(cityValue) : null,
  );
  const sideOf = (x: number) => (x > width * 0.6 ? "end" : x < width * 0.4 ? "start" : "middle");

  return (
    <>
      <svg className="strip" viewBox={`0 0 ${width} 46`} role="img" aria-label={label}>
        <line x1={margin} x2={width - margin} y1="26" y2="26" className="strip-axis" />
        {present.map(({ area, value, shown }) => (
          <circle
            key={area.number}
            cx={at(value)}
            cy="26"
            r={dotRadius}
            fill={scale.colours[indicator.kind === "count" ? 0 : classOf(value, scale.breaks)]}
            className="strip-dot"
          >
            <title>{`${area.name ?? area.number}: ${shown}`}</title>
          </circle>
        ))}
        {orientation.map(({ value, name }) => (
          <path key={value} d={`M${at(value)} 33 l-4 7 h8 z`} className="strip-orientation">
            <title>{`${say(name)}: ${show(value)}`}</title>
          </path>
        ))}
        {hasCity && (
          <>
            <line x1={at(cityValue)} x2={at(cityValue)} y1="14" y2="36" className="strip-city" />
            <text x={at(cityValue)} y="10" textAnchor={sideOf(at(cityValue))} className="strip-label">
              {text.indicator.cityValue(show(cityValue))}
            </text>
          </>
        )}
        {chosen && (
          <>
            <circle cx={at(chosen.value)} cy="26" r={dotRadius + 2} className="strip-chosen" />
            <text x={at(chosen.value)} y="44" textAnchor={sideOf(at(chosen.value))} className="strip-label">
              {`${chosen.area.name ?? chosen.area.number} ${chosen.shown}`}
            </text>
          </>
        )}
      </svg>
      {orientation.map(({ value, name, source, date }) => (
        <p key={value} className="small">
          {text.indicator.orientation(say(name), show(value))}{" "}
          <span className="source">{text.layers.sourceAsOf(source, formats.date(date))}</span>
        </p>
      ))}
    </>
  );
}
