import type { ComputedIndicator } from "#domain/indicator/computed-indicator.ts";
import type { Formula } from "#domain/indicator/formula.ts";

/** By how many points more is sealed than is green: two indicators made by `addObservations`. */
export const sealedLessGreen: ComputedIndicator = {
  name: "Mehr versiegelt als grün",
  version: 1,
  theme: "environment",
  formula: difference("sealed-area", "green-area"),
  direction: "NEUTRAL",
  decimals: 1,
  author: "Umweltamt",
};

export function difference(code: string, less: string): Formula {
  return {
    numerator: [
      { code, sign: "PLUS" },
      { code: less, sign: "MINUS" },
    ],
    denominator: [],
    factor: 1,
  };
}
