import type { Text } from "../text/text.ts";

/** Zielgruppen the departments plan for (MODEL §4, §5). */
export const targetGroups = {
  CHILDREN_UNDER_3: { de: "Kinder unter 3", en: "Children under 3" },
  CHILDREN_3_TO_6: { de: "Kinder 3 bis 6", en: "Children 3 to 6" },
  SCHOOL_CHILDREN: { de: "Schulkinder", en: "School children" },
  YOUNG_PEOPLE: { de: "Jugendliche", en: "Young people" },
  FAMILIES: { de: "Familien", en: "Families" },
  OLDER_PEOPLE: { de: "Ältere Menschen", en: "Older people" },
  PEOPLE_IN_NEED_OF_CARE: { de: "Pflegebedürftige", en: "People in need of care" },
  PEOPLE_WITH_DISABILITIES: { de: "Menschen mit Behinderung", en: "People with disabilities" },
  REFUGEES: { de: "Geflüchtete", en: "Refugees" },
  HOMELESS_PEOPLE: { de: "Wohnungslose", en: "Homeless people" },
  EVERYBODY: { de: "alle", en: "everybody" },
} as const satisfies Record<string, Text>;
export type TargetGroup = keyof typeof targetGroups;
