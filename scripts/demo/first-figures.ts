import { between, randomFor } from "./random.ts";
import type { DemoArea, DemoCity, DemoIndicator, DemoObservation } from "./types.ts";

const indicator: DemoIndicator = {
  code: "children-under-6-basic-security",
  name: { de: "Kinder unter 6 in Grundsicherung", en: "Children under 6 receiving basic income support" },
  theme: "social-situation",
  kind: "rate",
  numerator: {
    de: "Kinder unter 6 Jahren in Grundsicherung",
    en: "Children under 6 receiving basic income support",
  },
  denominator: { de: "Kinder unter 6 Jahren", en: "Children under 6" },
  unit: "%",
  direction: "HIGH_IS_BURDEN",
  decimals: 1,
  minDenominator: 50,
  suppression: { threshold: 5, complementary: true, rounding: 0 },
  levels: ["city", "district", "subdistrict"],
  source: "Demodaten – Zahlen erfunden",
  cycle: "jährlich",
  referenceDay: "31.12.",
  licence: "keine, erfundene Zahlen",
  publicationAllowed: true,
  breaks: [],
};

/** One indicator and a few facilities. */
export function makeFirstFigures(
  areas: readonly DemoArea[],

  seed: number,
): Pick<DemoCity, "indicators" | "observations"> {
  const observations: DemoObservation[] = [];
  for (const area of areas) {
    const random = randomFor(seed, area.number);
    for (let year = 2015; year <= 2024; year++) {
      const few = area.residents < 400;
      observations.push({
        indicatorCode: indicator.code,
        level: area.level,
        areaNumber: area.number,
        period: `${year}-12-31`,
        value: few ? null : between(random, 40, 260) / 10,
        state: few ? "TOO_FEW_RESIDENTS" : "VALUE",
      });
    }
  }
  return { indicators: [indicator], observations };
}
