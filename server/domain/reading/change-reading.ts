import type { Value } from "../contract/contract.ts";
import type { Indicator } from "../indicator/indicator.ts";
import { periodYear } from "../indicator/observation.ts";
import { periodValues } from "../indicator/period-values.ts";
import { changesBetween, type PeriodChange } from "../series/period-change.ts";

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
 * An indicator read as its change since a period (`changesBetween`). Rates, means and indices change by points of
 * their unit, percentages by percentage points (METHODS §7); counts, which depend on how large an area is drawn, by
 * per cent of what they were, so that areas can be compared. An area without a figure in one of the two periods keeps
 * the reason why. A count that was zero has no change in per cent (NOT_APPLICABLE).
 */
export function changeReading<I extends Indicator & { periods: readonly string[] }>(
  indicator: I,
  { values, cityValues }: { values: readonly Value[]; cityValues: readonly Value[] },
  { since, isRelative }: ChangeWish,
): ChangeReading<I> {
  const measure = indicator.kind === "count" ? inPercent : inPoints;
  const changed: Value[] = [];
  const cityChanged: Value[] = [];
  for (const period of indicator.periods.filter((one) => one > since)) {
    const before = periodValues(values, since);
    const after = periodValues(values, period);
    const city = cityValues.find((value) => value.period === period);
    const cityBefore = cityValues.find((value) => value.period === since);
    const { byArea, city: ofCity } = changesBetween(
      indicator,
      { from: since, to: period },
      { from: { areas: before, city: cityBefore ?? null }, to: { areas: after, city: city ?? null } },
    );
    const cityChange = measure(ofCity, cityBefore);
    const told = (change: Measured) => (isRelative ? lessCity(change, cityChange.value) : change);
    if (city) cityChanged.push({ areaNumber: city.areaNumber, period, ...told(cityChange) });
    for (const [areaNumber, change] of byArea) {
      const isConfidential = before.get(areaNumber)?.isConfidential || after.get(areaNumber)?.isConfidential;
      changed.push({
        areaNumber,
        period,
        ...told(measure(change, before.get(areaNumber))),
        ...(isConfidential && { isConfidential }),
      });
    }
  }
  return {
    indicator: changeIndicator(indicator, { since, isRelative }),
    values: changed,
    cityValues: cityChanged,
  };
}

type Measured = Pick<Value, "value" | "state">;

function inPoints({ change, state }: PeriodChange): Measured {
  return { value: change === null ? null : rounded(change), state };
}

function inPercent({ change, state }: PeriodChange, before: Pick<Value, "value"> | undefined): Measured {
  if (change === null) return { value: null, state };
  return before?.value
    ? { value: rounded((100 * change) / before.value), state }
    : { value: null, state: "NOT_APPLICABLE" };
}

/** Without the city's own change there is nothing to compare with. */
function lessCity({ value, state }: Measured, city: number | null): Measured {
  if (value === null) return { value, state };
  return city === null ? { value: null, state: "UNKNOWN" } : { value: rounded(value - city), state };
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

const rounded = (value: number) => Number(value.toFixed(digits));
