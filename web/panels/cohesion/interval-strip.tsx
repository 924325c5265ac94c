import type { CohesionDimension } from "#domain/indicator/cohesion-profile.ts";

const width = 150;
const height = 16;
const margin = 6;
const middle = height / 2;

const isOnHundred = (value: number) => value >= 0 && value <= 100;

/** Only scores of 0 to 100 are drawn, all on the whole scale: a zoomed one would make moderate differences look large. */
export function isOnScale({ told, interval, cityMean }: CohesionDimension): boolean {
  const drawn = [told.value, interval?.low, interval?.high, cityMean].filter((one) => one != null);
  return told.value !== null && drawn.every(isOnHundred);
}

/** The dot of the Stadtbezirk, its interval and the stroke of the city; the table beside it has the same numbers. */
export function IntervalStrip({ dimension }: { dimension: CohesionDimension }) {
  const { told, interval, cityMean } = dimension;
  const x = (value: number) => margin + (value / 100) * (width - 2 * margin);
  return (
    <svg className="interval-strip" viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      <line x1={x(0)} x2={x(100)} y1={middle} y2={middle} className="interval-axis" />
      {interval && (
        <line x1={x(interval.low)} x2={x(interval.high)} y1={middle} y2={middle} className="interval-bar" />
      )}
      {cityMean !== null && (
        <line x1={x(cityMean)} x2={x(cityMean)} y1={1} y2={height - 1} className="interval-city" />
      )}
      {told.value !== null && <circle cx={x(told.value)} cy={middle} r="2.5" className="interval-dot" />}
    </svg>
  );
}
