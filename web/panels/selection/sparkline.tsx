import { scaleLinear, scalePoint } from "d3-scale";
import type { AreaAnswer, IndicatorAnswer, Value } from "#domain/contract/contract.ts";
import { seriesOf } from "#domain/indicator/period-values.ts";
import { breaksBetween } from "#domain/series/method-break.ts";
import type { Figures } from "../../data/figures.tsx";
import { useLanguage } from "../../i18n/language.tsx";
import { usePeriodLabel } from "../indicator/use-period-label.ts";
import { useShownValue } from "./shown-value.ts";

const width = 320;
const height = 72;
const margin = { top: 12, right: 8, bottom: 16, left: 8 };

interface Point {
  period: string;
  value: number;
  told: Value;
}

/** The area over the years, the city as a thin line behind it; gaps stay gaps. */
export function Sparkline({
  area,
  figures,
}: {
  area: Pick<AreaAnswer, "number">;
  figures: Pick<Figures, "period" | "series">;
}) {
  const { text, say, formats } = useLanguage();
  const periodLabel = usePeriodLabel();
  const shownValue = useShownValue();
  const { period } = figures;
  const { indicator, allValues, cityValues } = figures.series;
  const { periods } = indicator;
  const here = pointsOf(seriesOf(allValues, area.number));
  const city = indicator.kind === "count" ? [] : pointsOf(cityValues);
  const first = here[0];
  const last = here.at(-1);
  if (periods.length < 2 || here.length < 2 || !first || !last) return null;

  const all = [...here, ...city].map(({ value }) => value);
  const years = scalePoint(periods, [margin.left, width - margin.right]);
  const values = scaleLinear([Math.min(...all), Math.max(...all)], [height - margin.bottom, margin.top]);
  const x = (one: string) => years(one) ?? margin.left;
  const y = (value: number) => values(value);
  const show = ({ value, state, isConfidential }: Value) =>
    shownValue({ value, state, ...(isConfidential && { isConfidential }) }, indicator);
  const now = here.find((point) => point.period === period);

  return (
    <figure className="sparkline">
      <figcaption>
        <h4>{text.area.development(say(indicator.shortName ?? indicator.name))}</h4>
        <p className="small">
          {text.area.developmentText(
            periodLabel(first.period),
            show(first.told),
            periodLabel(last.period),
            show(last.told),
          )}
        </p>
      </figcaption>
      <svg viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
        <line
          x1={margin.left}
          x2={width - margin.right}
          y1={height - margin.bottom}
          y2={height - margin.bottom}
          className="strip-axis"
        />
        {breaksOf(indicator).map(({ date, name, after, before }) => (
          <line
            key={date}
            x1={(x(before) + x(after)) / 2}
            x2={(x(before) + x(after)) / 2}
            y1={margin.top - 4}
            y2={height - margin.bottom}
            className="spark-break"
          >
            <title>{text.area.methodBreak(formats.date(date), say(name))}</title>
          </line>
        ))}
        {runsOf(city, periods).map((run) => (
          <polyline key={run[0]?.period} points={path(run, x, y)} className="spark-city" />
        ))}
        {runsOf(here, periods).map((run) => (
          <polyline key={run[0]?.period} points={path(run, x, y)} className="spark-line" />
        ))}
        {here.map((point) => (
          <circle key={point.period} cx={x(point.period)} cy={y(point.value)} r="2.5" className="spark-dot">
            <title>{`${periodLabel(point.period)}: ${show(point.told)}`}</title>
          </circle>
        ))}
        {now && <circle cx={x(now.period)} cy={y(now.value)} r="4.5" className="spark-now" />}
        <text x={margin.left} y={height - 3} className="strip-label">
          {first.period.slice(0, 4)}
        </text>
        <text x={width - margin.right} y={height - 3} textAnchor="end" className="strip-label">
          {last.period.slice(0, 4)}
        </text>
      </svg>
    </figure>
  );
}

/** Method breaks with the periods they lie between. */
function breaksOf({ periods, ...indicator }: IndicatorAnswer) {
  return periods.slice(1).flatMap((after, place) => {
    const before = periods[place] ?? after;
    return breaksBetween(indicator, before, after).map(({ date, text: name }) => ({
      ...{ date, name, after, before },
    }));
  });
}

function pointsOf(series: readonly Value[]): Point[] {
  return series.flatMap((told) =>
    told.value === null ? [] : [{ period: told.period, value: told.value, told }],
  );
}

/** Stretches without a missing period between: a line never bridges what is unknown. */
function runsOf(points: readonly Point[], periods: readonly string[]): Point[][] {
  const runs: Point[][] = [];
  for (const point of [...points].sort((a, b) => a.period.localeCompare(b.period))) {
    const run = runs.at(-1);
    const before = run?.at(-1);
    if (run && before && periods.indexOf(point.period) === periods.indexOf(before.period) + 1)
      run.push(point);
    else runs.push([point]);
  }
  return runs;
}

function path(run: readonly Point[], x: (period: string) => number, y: (value: number) => number): string {
  return run.map(({ period, value }) => `${x(period).toFixed(1)},${y(value).toFixed(1)}`).join(" ");
}
