import type { Text } from "../text/text.ts";

/**
 * What burdens and disadvantages are stacked by (FEATURES G4), each with the indicators that can stand for it, the first one
 * a city has. A kind no indicator stands for is not checked, which is not the same as harmless.
 */
export const burdenKinds = {
  NOISE: { name: { de: "Lärm", en: "noise" }, codes: ["noise-exposure"] },
  GREEN: { name: { de: "Grün", en: "green" }, codes: ["green-within-reach", "green-share"] },
  PLAY: {
    name: { de: "Spielflächen", en: "play areas" },
    codes: ["playground-within-reach", "playground-per-child"],
  },
  TRANSIT: { name: { de: "Bus und Bahn", en: "public transport" }, codes: ["stop-within-reach"] },
  DOCTORS: { name: { de: "Ärzt*innen", en: "doctors" }, codes: ["gp-within-reach"] },
} as const satisfies Record<string, { name: Text; codes: readonly string[] }>;
export type BurdenKind = keyof typeof burdenKinds;
