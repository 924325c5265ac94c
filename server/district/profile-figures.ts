import type { AreaLevel } from "#domain/area/area.ts";
import { type ChoroplethScale, choroplethScale } from "#domain/classification/choropleth-scale.ts";
import { classOf } from "#domain/classification/class-method.ts";
import type { Value } from "#domain/contract/contract.ts";
import type { ProfileCell, ProfileIndicator } from "#domain/contract/district-contract.ts";
import { type AreaValue, periodValues } from "#domain/indicator/period-values.ts";
import type { IndicatorFigures } from "./district-basis.ts";
import type { SourceList } from "./source-list.ts";

/** An indicator as a profile tells it, and its cells for the smaller areas. */
export interface TakenIndicator {
  told: ProfileIndicator;
  cells: ProfileCell[];
}

/** Of a level the indicator is not told on. */
const notApplicable: ProfileCell = { value: null, state: "NOT_APPLICABLE", class: null, difference: null };

/** The newest period with figures on a level; null where there is none. */
export function newestPeriod(values: readonly Value[]): string | null {
  return values.reduce<string | null>(
    (newest, { period }) => (newest === null || period > newest ? period : newest),
    null,
  );
}

/**
 * Figures of one Stadtbezirk, the city beside it and the areas in it, of the newest period. Classes are those of the
 * map as it opens: the indicator's own method, five classes, fixed over all years. Undefined where the indicator has
 * figures neither for Stadtbezirke nor for the smaller areas.
 */
export function takeIndicator(
  { indicator, values }: IndicatorFigures,
  {
    district,
    level,
    areas,
    sources,
  }: { district: string; level: AreaLevel | null; areas: readonly string[]; sources: SourceList },
): TakenIndicator | undefined {
  const ofDistricts = values.get("district") ?? [];
  const smaller = level === null ? [] : (values.get(level) ?? []);
  const period = newestPeriod(ofDistricts) ?? newestPeriod(smaller);
  if (period === null) return undefined;
  const city = cityValue(values.get("city") ?? [], period);
  const districtScale = scaleOf({ indicator, values }, "district");
  const scale = level === null || smaller.length === 0 ? null : scaleOf({ indicator, values }, level);
  const ofPeriod = periodValues(smaller, period);
  const { code, name, shortName, theme, unit, decimals, direction, provenance } = indicator;
  return {
    told: {
      ...{ code, name, theme, unit, decimals, direction, period, scale, districtScale },
      ...(shortName && { shortName }),
      source: sources.add({ ...provenance, referenceDate: period }),
      district:
        ofDistricts.length === 0
          ? notApplicable
          : cellOf(periodValues(ofDistricts, period).get(district), { city, scale: districtScale }),
      city,
    },
    cells: areas.map((number) =>
      scale === null ? notApplicable : cellOf(ofPeriod.get(number), { city, scale }),
    ),
  };
}

/** The scale the map opens with on this level. */
export function scaleOf({ indicator, values }: IndicatorFigures, level: AreaLevel): ChoroplethScale {
  return choroplethScale({
    indicator,
    values: values.get(level) ?? [],
    cityValues: values.get("city") ?? [],
    method: null,
    classes: 5,
    ramp: "blue",
  });
}

/** The city's own row, or what is said where there is none. */
function cityValue(values: readonly Value[], period: string): Pick<AreaValue, "value" | "state"> {
  const found = values.find((one) => one.period === period);
  return found ? { value: found.value, state: found.state } : { value: null, state: "UNKNOWN" };
}

function cellOf(
  found: AreaValue | undefined,
  { city, scale }: { city: { value: number | null }; scale: ChoroplethScale },
): ProfileCell {
  const { value, state } = found ?? { value: null, state: "UNKNOWN" as const };
  return {
    value,
    state,
    class: value === null ? null : classOf(value, scale.breaks),
    difference: value === null || city.value === null ? null : value - city.value,
  };
}
