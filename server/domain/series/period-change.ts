import type { Indicator } from "../indicator/indicator.ts";
import type { ValueState } from "../indicator/observation.ts";
import type { AreaValue } from "../indicator/period-values.ts";
import { breaksBetween, type MethodBreak } from "./method-break.ts";

/** Two periods that are compared, the earlier one first. */
export interface PeriodPair {
  from: string;
  to: string;
}

/** How one area moved between two periods. */
export interface PeriodChange {
  /** VALUE, or the reason why one of the two figures is missing: unknown is not zero. */
  state: ValueState;
  /** Later less earlier figure: percentage points for rates, else the indicator's own unit. Null without both. */
  change: number | null;
  /** Δ_area − Δ_city in the same unit; null without a figure of the city in both periods. */
  relativeToCity: number | null;
}

export interface Changes {
  byArea: ReadonlyMap<string, PeriodChange>;
  city: PeriodChange;
  /** Method breaks between the two periods: with any, a change may be the method's and not the area's. */
  breaks: readonly MethodBreak[];
}

/** Figures of one period: those of areas by number, and the city's own. */
export interface PeriodFigures {
  areas: ReadonlyMap<string, Pick<AreaValue, "value" | "state">>;
  city: Pick<AreaValue, "value" | "state"> | null;
}

const unknown = { value: null, state: "UNKNOWN" } as const;

/** Change of all areas named in either period (METHODS §7): points of the unit, and beside what the city did. */
export function changesBetween(
  indicator: Pick<Indicator, "breaks">,
  { from, to }: PeriodPair,
  figures: { from: PeriodFigures; to: PeriodFigures },
): Changes {
  const city = changeOf(figures.from.city ?? unknown, figures.to.city ?? unknown, null);
  const areas = new Set([...figures.from.areas.keys(), ...figures.to.areas.keys()]);
  const byArea = new Map(
    [...areas].map((area) => [
      area,
      changeOf(figures.from.areas.get(area) ?? unknown, figures.to.areas.get(area) ?? unknown, city.change),
    ]),
  );
  return { byArea, city, breaks: breaksBetween(indicator, from, to) };
}

function changeOf(
  before: Pick<AreaValue, "value" | "state">,
  after: Pick<AreaValue, "value" | "state">,
  ofCity: number | null,
): PeriodChange {
  if (before.value === null || after.value === null) {
    // The later figure's reason first: it is the one people look at.
    const state = after.value === null ? after.state : before.state;
    return { state, change: null, relativeToCity: null };
  }
  const change = after.value - before.value;
  return { state: "VALUE", change, relativeToCity: ofCity === null ? null : change - ofCity };
}
