import { normal, randomFor } from "../random.ts";
import type { DemoArea, DemoIndicator, DemoObservation } from "../types.ts";
import { periodsOf } from "./periods.ts";

/** City mean the invented district scores are set around; the order of the districts is drawn at random. */
const cityMean = 62.04;

/** Survey scores 0–100 of districts, which are not sums of anything smaller. */
function makeCohesionScore(
  indicator: DemoIndicator,
  areas: readonly DemoArea[],
  seed: number,
): DemoObservation[] {
  const districts = areas.filter(({ level }) => level === "district");
  const city = areas.find(({ level }) => level === "city")!;
  return periodsOf(indicator).flatMap(({ year, label }) => {
    const mean = cityMean - 0.3 * (2023 - year);
    const drawn = districts.map(({ number }) => {
      const lasting = normal(randomFor(seed, "cohesion", number));
      return 1.9 * lasting + 0.5 * normal(randomFor(seed, "cohesion", number, year));
    });
    const centre = drawn.reduce((sum, value) => sum + value, 0) / drawn.length;
    const place = { indicatorCode: indicator.code, period: label, state: "VALUE" } as const;
    const rounded = (value: number) => Math.round(value * 10) / 10;
    return [
      { ...place, level: city.level, areaNumber: city.number, value: Math.round(mean * 100) / 100 },
      ...districts.map(({ level, number }, k) => ({
        ...place,
        level,
        areaNumber: number,
        value: rounded(mean + Math.max(-4, Math.min(4.5, drawn[k]! - centre))),
      })),
    ];
  });
}

/** Share of the whole city the invented answers are set around, by dimension; few enough are asked that intervals matter. */
const cityShares: Readonly<Record<string, number>> = {
  "cohesion-1-trust": 0.64,
  "cohesion-2-attachment": 0.58,
  "cohesion-3-engagement": 0.41,
};

/** Answers to one dimension of the survey, counted by district; the city's are all of them. */
function makeCohesionShares(
  indicator: DemoIndicator,
  areas: readonly DemoArea[],
  seed: number,
): DemoObservation[] {
  const districts = areas.filter(({ level }) => level === "district");
  const city = areas.find(({ level }) => level === "city")!;
  return periodsOf(indicator).flatMap(({ year, label }) => {
    const answers = districts.map((area) => {
      const lasting = normal(randomFor(seed, indicator.code, area.number));
      const random = randomFor(seed, indicator.code, area.number, year);
      const denominator = 420 + Math.round(160 * random());
      const share = cityShares[indicator.code]! + 0.03 * lasting + 0.01 * normal(random);
      return { area, denominator, numerator: Math.round(denominator * share) };
    });
    const whole = {
      area: city,
      numerator: answers.reduce((sum, { numerator }) => sum + numerator, 0),
      denominator: answers.reduce((sum, { denominator }) => sum + denominator, 0),
    };
    return [whole, ...answers].map(
      ({ area, numerator, denominator }): DemoObservation => ({
        ...{ indicatorCode: indicator.code, level: area.level, areaNumber: area.number, period: label },
        ...{ value: Math.round((1000 * numerator) / denominator) / 10, state: "VALUE" },
        ...{ numerator, denominator },
      }),
    );
  });
}

/** All figures of the invented cohesion survey: the score, and the dimensions as shares. */
export function makeCohesionStudy(
  indicators: readonly DemoIndicator[],
  areas: readonly DemoArea[],
  seed: number,
): DemoObservation[] {
  return indicators
    .filter(({ theme }) => theme === "cohesion")
    .flatMap((indicator) =>
      indicator.code in cityShares
        ? makeCohesionShares(indicator, areas, seed)
        : makeCohesionScore(indicator, areas, seed),
    );
}
