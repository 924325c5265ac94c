import type { Text } from "./text.ts";

/** Pages about the service itself, in the order in which every page links them. */
export const pageNames = ["help", "imprint", "privacy", "accessibility", "feedback"] as const;
export type PageName = (typeof pageNames)[number];

export const pageTitles: Readonly<Record<PageName, Text>> = {
  help: { de: "Hilfe", en: "Help" },
  imprint: { de: "Impressum", en: "Imprint" },
  privacy: { de: "Datenschutz", en: "Privacy" },
  accessibility: { de: "Erklärung zur Barrierefreiheit", en: "Accessibility statement" },
  feedback: { de: "Barriere oder Fehler melden", en: "Report a barrier or a mistake" },
};
