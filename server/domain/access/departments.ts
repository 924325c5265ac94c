import type { Language, Text } from "../text/text.ts";

/** Fachämter by the number the city's administration gives them. */
export const departments: Readonly<Record<string, Text>> = {
  "40": { de: "Schulverwaltungsamt", en: "School administration office" },
  "50": { de: "Sozialamt", en: "Social services office" },
  "51": { de: "Jugendamt", en: "Youth welfare office" },
  "52": { de: "Amt für Sport und Bewegung", en: "Office for sport and exercise" },
  "53": { de: "Gesundheitsamt", en: "Public health office" },
  "61": { de: "Amt für Stadtplanung und Wohnen", en: "Office for urban planning and housing" },
  "67": { de: "Garten-, Friedhofs- und Forstamt", en: "Parks, cemeteries and forestry office" },
};

/** Stadterneuerung: the department that alone writes renewal areas and assesses them as a place to be built. */
export const renewalDepartment = "61";

/** Their names in one language, by number. */
export function departmentNames(language: Language): Record<string, string> {
  return Object.fromEntries(Object.entries(departments).map(([number, name]) => [number, name[language]]));
}
