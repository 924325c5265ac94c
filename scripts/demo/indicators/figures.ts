import type { Facility } from "#domain/facility/facility.ts";
import { grouped } from "../grouped.ts";
import { isInside } from "../partition/polygon.ts";
import type { LonLat, Point } from "../partition/projection.ts";
import { normal, randomFor, seedFrom } from "../random.ts";
import type { DemoArea, DemoRecord } from "../types.ts";
import type { Latent } from "./latent.ts";
import { type Model, models, rateNumerator, type Situation, under15, yearIndex } from "./models.ts";
import { type Counts, years } from "./population.ts";

/** Numerator and denominator of one area and year; means carry value × weight and weight. */
export interface Figure {
  numerator: number;
  denominator: number;
}

/** Figures by indicator code, area number and index of the year. Null where nothing was measured. */
export type Figures = Map<string, Map<string, (Figure | null)[]>>;

interface City {
  subdistricts: readonly DemoArea[];
  latent: ReadonlyMap<string, Latent>;
  population: ReadonlyMap<string, Counts[]>;
  facilities: readonly DemoRecord[];
  seed: number;
  /** Facilities there are for each one of the real city. */
  scale: number;
}

function seriesOf(
  code: string,
  model: Model,
  situations: Situation[],
  base: (Figure | null)[] | undefined,
  seed: number,
): Figure[] {
  const random = randomFor(seed, "figures", code, situations[0]!.area.number);
  const lasting = { deviation: normal(random), drift: normal(random) };
  return situations.map((situation, k) => {
    if (model.kind === "counts") {
      const { counts } = situation;
      return { numerator: model.numerator(counts), denominator: model.denominator?.(counts) ?? 1 };
    }
    if (model.kind === "rate") {
      const denominator = typeof model.base === "string" ? base![k]!.numerator : model.base(situation.counts);
      return { numerator: rateNumerator(model, denominator, situation, lasting, random), denominator };
    }
    const weight = model.weight(situation);
    const value = model.value(situation) + model.own * lasting.deviation + model.yearly * normal(random);
    return { numerator: value * weight, denominator: weight };
  });
}

/** The facilities that stand in each subdistrict. */
function facilitiesByArea({ subdistricts, facilities }: City): Map<string, Facility[]> {
  const byDistrict = grouped(subdistricts, ({ parentNumber }) => parentNumber);
  const homeOf = ({ geometry, districts }: DemoRecord) =>
    byDistrict
      .get(districts[0]!)!
      .find((area) => isInside(geometry!.coordinates as LonLat, area.geometry.coordinates as Point[][]));
  const homes = grouped(facilities, (facility) => homeOf(facility)?.number ?? "");
  return new Map(
    [...homes].map(([number, own]) => [number, own.map(({ properties }) => properties as Facility)]),
  );
}

/** Year in which a facility opened: most stood before the series begins. */
function openingYear({ name }: Facility, seed: number): number {
  const draw = (seedFrom(seed, "opening", name) % 1000) / 1000;
  return draw < 0.76 ? 0 : years[Math.floor(((draw - 0.76) / 0.24) * years.length)]!;
}

/** Capacity of the fitting facilities over what they serve, by year. */
function supplySeries(
  city: City,
  facilitiesOf: Map<string, Facility[]>,
  amountOf: (facility: Facility) => number,
  servedOf: (counts: Counts) => number,
): Map<string, Figure[]> {
  return new Map(
    city.subdistricts.map(({ number }) => {
      const own = (facilitiesOf.get(number) ?? []).map((facility) => ({
        amount: amountOf(facility),
        since: openingYear(facility, city.seed),
      }));
      const series = years.map((year, k) => {
        const amount = own.reduce((sum, one) => sum + (one.since <= year ? one.amount : 0), 0);
        return {
          numerator: Math.round(amount / city.scale),
          denominator: servedOf(city.population.get(number)![k]!),
        };
      });
      return [number, series];
    }),
  );
}

const licensed = (category: string) => (facility: Facility) =>
  facility.capacity.reduce((sum, one) => sum + (one.category === category ? (one.licensed ?? 0) : 0), 0);

const playArea = (facility: Facility) =>
  facility.type === "SPIELPLATZ" || facility.type === "AKTIVSPIELPLATZ" ? licensed("")(facility) : 0;

/** Dwellings completed come in projects: nothing in most areas, a few hundred here and there. */
function completedSeries(area: DemoArea, population: Counts[], seed: number): Figure[] {
  const random = randomFor(seed, "completed", area.number);
  return population.map(({ dwellings }) => {
    const infill = Math.max(0, Math.round(dwellings * 0.0022 * (1 + normal(random))));
    const project = random() < 0.07 ? Math.round(25 + 140 * random() ** 2) : 0;
    return { numerator: area.residents < 400 ? 0 : infill + project, denominator: 1 };
  });
}

/** Every figure of the subdistricts. Larger areas are sums of these, never drawn on their own. */
export function makeFigures(city: City): Figures {
  const situations = new Map(
    city.subdistricts.map((area) => {
      const latent = city.latent.get(area.number)!;
      const own = city.population.get(area.number)!;
      return [
        area.number,
        years.map((year): Situation => ({ area, latent, year, counts: own[yearIndex(year)]! })),
      ];
    }),
  );
  const figures: Figures = new Map();
  for (const [code, model] of Object.entries(models)) {
    const base =
      model.kind === "rate" && typeof model.base === "string" ? figures.get(model.base) : undefined;
    const series = city.subdistricts.map(({ number }): [string, (Figure | null)[]] => [
      number,
      seriesOf(code, model, situations.get(number)!, base?.get(number), city.seed),
    ]);
    figures.set(code, new Map(series));
  }
  const facilitiesOf = facilitiesByArea(city);
  const supply = (amountOf: (facility: Facility) => number, servedOf: (counts: Counts) => number) =>
    supplySeries(city, facilitiesOf, amountOf, servedOf);
  figures.set(
    "childcare-supply-under-3",
    supply(licensed("U3"), (c) => c.under3),
  );
  figures.set(
    "childcare-supply-3-to-5",
    supply(licensed("Ü3"), (c) => c.age3to5),
  );
  figures.set("playground-per-child", supply(playArea, under15));
  figures.set(
    "dwellings-completed",
    new Map(
      city.subdistricts.map((area) => [
        area.number,
        completedSeries(area, city.population.get(area.number)!, city.seed),
      ]),
    ),
  );
  figures.set("migration-balance", difference(figures.get("in-migration")!, figures.get("out-migration")!));
  leaveGaps(figures, city);
  return figures;
}

function difference(arrivals: Map<string, (Figure | null)[]>, departures: Map<string, (Figure | null)[]>) {
  return new Map(
    [...arrivals].map(([number, series]) => [
      number,
      series.map((figure, k) => ({
        numerator: figure!.numerator - departures.get(number)![k]!.numerator,
        denominator: figure!.denominator,
      })),
    ]),
  );
}

/** Places without a measurement: about a fifth for surface temperature, rents where too few flats are offered. */
function leaveGaps(figures: Figures, { subdistricts, seed }: City): void {
  for (const { number, residents } of subdistricts) {
    if (seedFrom(seed, "no heat", number) % 100 < 20) {
      figures.get("surface-temperature-deviation")!.set(
        number,
        years.map(() => null),
      );
    }
    const rents = figures.get("asking-rent")!;
    rents.set(
      number,
      rents.get(number)!.map((figure, k) => {
        const hasOffers = residents > 1200 || seedFrom(seed, "offers", number, k) % 100 < 35;
        return hasOffers ? figure : null;
      }),
    );
  }
}
