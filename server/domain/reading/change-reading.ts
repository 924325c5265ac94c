import type { Value } from "../contract/contract.ts";
import type { Indicator } from "../indicator/indicator.ts";
import { periodYear } from "../indicator/observation.ts";

/** What the change of an indicator is counted from. */
export interface ChangeWish {
  /** The period before; figures of later periods are told as their difference to it. */
  since: string;
  /** Whether the city's own change is taken off: Δ of the area − Δ of the city (METHODS §7). */
  isRelative: boolean;
}

/** An indicator read as its change, and the values of every period after `since`. */
export interface ChangeReading<I extends Indicator> {
  indicator: I & { isChange: true };
  values: Value[];
  cityValues: Value[];
}

/** Enough digits for any figure, few enough to lose what the machine adds: 30.5 − 28.1 is 2.4. */
const digits = 10;

/**
 * An indicator read as its change since a period. Rates, means and indices change by points of their unit
 * (percentages by percentage points, METHODS §7); counts, which depend on how large an area is drawn, by
 * per cent of what they were, so that areas can be compared. An area without a figure in one of the two
 * periods keeps the reason why: no change is made up where a figure is missing or hidden. A count that was
 * zero has no change in per cent (NOT_APPLICABLE).
 */
export function changeReading<I extends Indicator & { periods: readonly string[] }>(
  indicator: I,
  { values, cityValues }: { values: readonly Value[]; cityValues: readonly Value[] },
  { since, isRelative }: ChangeWish,
): ChangeReading<I> {
  const isCount = indicator.kind === "count";
  const city = changes(cityValues, { since, isCount });
  const cityChange = new Map(city.map(({ period, value }) => [period, value]));
  const own = changes(values, { since, isCount });
  return {
    indicator: changeIndicator(indicator, { since, isRelative }),
    values: isRelative ? own.map((one) => lessCity(one, cityChange.get(one.period) ?? null)) : own,
    cityValues: isRelative ? city.map((one) => lessCity(one, one.value)) : city,
  };
}

function changes(values: readonly Value[], { since, isCount }: { since: string; isCount: boolean }): Value[] {
  const before = new Map(
    values.filter(({ period }) => period === since).map((value) => [value.areaNumber, value]),
  );
  return values
    .filter(({ period }) => period > since)
    .map((now) => difference(before.get(now.areaNumber), now, isCount));
}

function difference(before: Value | undefined, now: Value, isCount: boolean): Value {
  const { areaNumber, period } = now;
  const missing = (state: Value["state"]): Value => ({ areaNumber, period, value: null, state });
  if (now.value === null) return missing(now.state);
  if (!before || before.value === null) return missing(before?.state ?? "UNKNOWN");
  if (isCount && before.value === 0) return missing("NOT_APPLICABLE");
  const points = now.value - before.value;
  const isConfidential = before.isConfidential || now.isConfidential;
  return {
    areaNumber,
    period,
    value: rounded(isCount ? (100 * points) / before.value : points),
    state: "VALUE",
    ...(isConfidential && { isConfidential }),
  };
}

/** Without the city's own change there is nothing to compare with. */
function lessCity(one: Value, city: number | null): Value {
  if (one.value === null) return one;
  return city === null
    ? { ...one, value: null, state: "UNKNOWN" }
    : { ...one, value: rounded(one.value - city) };
}

function changeIndicator<I extends Indicator & { periods: readonly string[] }>(
  indicator: I,
  { since, isRelative }: ChangeWish,
): I & { isChange: true } {
  const { contentBreaks: _, orientationValues: __, shortName: ___, ...kept } = indicator;
  const isCount = indicator.kind === "count";
  const year = since.includes("/") ? since : String(periodYear(since));
  const compared = isRelative
    ? { de: ` im Vergleich zur Stadt`, en: ` compared with the city` }
    : { de: "", en: "" };
  return {
    ...(kept as unknown as I),
    name: {
      de: `${indicator.name.de}: Veränderung seit ${year}${compared.de}`,
      en: `${indicator.name.en}: change since ${year}${compared.en}`,
    },
    kind: isCount ? "rate" : indicator.kind,
    unit: isCount ? "%" : indicator.unit === "%" ? "percentage-points" : indicator.unit,
    decimals: isCount ? 1 : indicator.decimals,
    diverging: true,
    periods: indicator.periods.filter((period) => period > since),
    isChange: true,
  };
}

/** Method breaks of an indicator between two periods: figures on both sides are not strictly comparable. */
export function breaksBetween(
  { breaks }: Pick<Indicator, "breaks">,
  since: string,
  period: string,
): Indicator["breaks"] {
  return breaks.filter(
    ({ date }) => date.slice(0, since.length) > since && date.slice(0, period.length) <= period,
  );
}

const rounded = (value: number) => Number(value.toFixed(digits));
