import { normal, randomFor } from "../random.ts";
import type { DemoArea, DemoIndicator, DemoObservation } from "../types.ts";
import { periodsOf } from "./periods.ts";

/** City mean the invented district scores are set around; the order of the districts is drawn at random. */
const cityMean = 62.04;

/** Survey scores 0–100 of districts, which are not sums of anything smaller. */
export function makeCohesion(
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
