import { grouped } from "../grouped.ts";
import { normal, randomFor } from "../random.ts";
import type { DemoArea, DemoIndicator, DemoObservation } from "../types.ts";
import type { Figure, Figures } from "./figures.ts";
import { yearIndex } from "./models.ts";
import { type Period, periodsOf, wasNotCollected } from "./periods.ts";
import { apportioned } from "./population.ts";

/** Fewer residents than this and shares of them say nothing: nearly uninhabited areas (port, forest, industry). */
const fewestResidents = 400;

const factorOf: Readonly<Record<string, number>> = { "%": 100, "per-100": 100, "per-1000": 1000 };

/** About the ground, not about people: also told where hardly anyone lives. */
const groundIndicators = new Set(["sealed-area", "green-share", "surface-temperature-deviation"]);

type Row = { area: DemoArea; figure: Figure | null };

function total(rows: readonly Row[]): Figure | null {
  const known = rows.flatMap(({ figure }) => (figure ? [figure] : []));
  if (known.length === 0) return null;
  return {
    numerator: known.reduce((sum, { numerator }) => sum + numerator, 0),
    denominator: known.reduce((sum, { denominator }) => sum + denominator, 0),
  };
}

/** A subdistrict's figure shared out among its quarters: counts stay whole and add up, means vary around it. */
function sharedOut(
  figure: Figure | null,
  quarters: readonly DemoArea[],
  isMean: boolean,
  seed: number,
): Row[] {
  const random = randomFor(seed, quarters[0]!.number);
  const weights = quarters.map(({ residents, areaHa }) => residents + areaHa / 100);
  if (figure === null) return quarters.map((area) => ({ area, figure: null }));
  if (isMean) {
    const sum = weights.reduce((all, weight) => all + weight, 0);
    const value = figure.numerator / figure.denominator;
    return quarters.map((area, k) => {
      const denominator = (figure.denominator * weights[k]!) / sum;
      return { area, figure: { denominator, numerator: denominator * value * (1 + 0.04 * normal(random)) } };
    });
  }
  const denominators = apportioned(figure.denominator, weights);
  const sign = Math.sign(figure.numerator);
  const numerators = apportioned(
    Math.abs(figure.numerator),
    denominators.map((denominator) => denominator * Math.exp(0.25 * normal(random))),
  );
  return quarters.map((area, k) => ({
    area,
    figure: { numerator: sign * numerators[k]!, denominator: denominators[k]! },
  }));
}

function rowsOfPeriod(
  indicator: DemoIndicator,
  period: Period,
  figures: Figures,
  hierarchy: Hierarchy,
): Row[][] {
  const k = yearIndex(period.year);
  const subdistricts = hierarchy.subdistricts.map((area): Row => {
    const isMissing = wasNotCollected(indicator.code, period.year);
    return { area, figure: isMissing ? null : figures.get(indicator.code)!.get(area.number)![k]! };
  });
  const byDistrict = grouped(subdistricts, ({ area }) => area.parentNumber);
  const districts = hierarchy.districts.map(
    (area): Row => ({ area, figure: total(byDistrict.get(area.number)!) }),
  );
  const isMean = indicator.kind === "mean" || groundIndicators.has(indicator.code);
  const quarters = subdistricts.flatMap(({ area, figure }, index) => {
    const own = hierarchy.quartersOf.get(area.number);
    return own ? sharedOut(figure, own, isMean, index * 100 + k) : [];
  });
  return [quarters, subdistricts, districts, [{ area: hierarchy.city, figure: total(districts) }]];
}

interface Hierarchy {
  city: DemoArea;
  districts: DemoArea[];
  subdistricts: DemoArea[];
  quartersOf: Map<string | null, DemoArea[]>;
}

function observation(indicator: DemoIndicator, period: Period, { area, figure }: Row): DemoObservation {
  const { kind, code, unit, decimals } = indicator;
  const place = { indicatorCode: code, level: area.level, areaNumber: area.number, period: period.label };
  const without = (state: DemoObservation["state"]): DemoObservation => ({ ...place, value: null, state });
  if (figure === null) return without("UNKNOWN");
  const isAboutPeople = kind !== "count" && !groundIndicators.has(code);
  if (isAboutPeople && area.level === "subdistrict" && area.residents < fewestResidents) {
    // Disclosure control must know what is withheld, or it could be worked out; it keeps nothing of it.
    return indicator.suppression
      ? { ...without("TOO_FEW_RESIDENTS"), ...figure }
      : without("TOO_FEW_RESIDENTS");
  }
  if (figure.denominator === 0) return without("NOT_APPLICABLE");
  const exact =
    kind === "count" ? figure.numerator : ((factorOf[unit] ?? 1) * figure.numerator) / figure.denominator;
  // Adding 0 turns −0 into 0.
  const value = Math.round(exact * 10 ** decimals) / 10 ** decimals + 0;
  const isOfWholePeople = (kind === "rate" || kind === "supply") && !groundIndicators.has(code);
  return isOfWholePeople
    ? { ...place, value, state: "VALUE", numerator: figure.numerator, denominator: figure.denominator }
    : { ...place, value, state: "VALUE" };
}

/**
 * Every raw figure of every area and period with its state; larger areas are sums of what lies in them. Disclosure
 * control comes later, as for every other import.
 */
export function makeObservations(
  indicators: readonly DemoIndicator[],
  figures: Figures,
  areas: readonly DemoArea[],
): DemoObservation[] {
  const hierarchy: Hierarchy = {
    city: areas.find(({ level }) => level === "city")!,
    districts: areas.filter(({ level }) => level === "district"),
    subdistricts: areas.filter(({ level }) => level === "subdistrict"),
    quartersOf: grouped(
      areas.filter(({ level }) => level === "statistical-quarter"),
      ({ parentNumber }) => parentNumber,
    ),
  };
  return indicators
    .filter(({ code }) => figures.has(code))
    .flatMap((indicator) =>
      periodsOf(indicator).flatMap((period) => {
        const levels = rowsOfPeriod(indicator, period, figures, hierarchy);
        return levels
          .toReversed()
          .flat()
          .filter(({ area }) => indicator.levels.includes(area.level))
          .map((row) => observation(indicator, period, row));
      }),
    );
}
