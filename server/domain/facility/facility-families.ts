import type { Text } from "../text/text.ts";

/** Families of facilities: filter, pictogram set and the rows of the layer tree. */
export const facilityFamilies = {
  "early-childhood": { de: "Kinder 0–6", en: "Children 0–6" },
  school: { de: "Schule", en: "School" },
  youth: { de: "Jugend", en: "Youth" },
  neighbourhood: { de: "Familie und Nachbarschaft", en: "Family and neighbourhood" },
  "older-people": { de: "Ältere und Pflege", en: "Older people and care" },
  health: { de: "Gesundheit", en: "Health" },
  inclusion: { de: "Teilhabe und Integration", en: "Inclusion and integration" },
  faith: { de: "Religion", en: "Faith" },
  culture: { de: "Kultur und Bildung", en: "Culture and education" },
  "open-space": { de: "Freiraum und Sport", en: "Open space and sport" },
  supply: { de: "Alltag und Mobilität", en: "Daily needs and mobility" },
} as const satisfies Record<string, Text>;

export type FacilityFamily = keyof typeof facilityFamilies;
