/** German wording of who answers for what; en/contacts.ts has the same keys. */
export const contacts = {
  heading: "Zuständig",
  none: "Für dieses Gebiet ist noch keine Stelle eingetragen.",
  all: "Alle Zuständigen und Kontakte",
  more: (count: string) => `und ${count} weitere`,
  explanation:
    "Wer für ein Gebiet und ein Thema zuständig ist oder dort mitwirkt. Genannt sind Stellen und Funktionen.",
  internal: "Kontaktangaben sind nur für die Verwaltung.",
  website: "Internetseite",
  area: "Gebiet",
  theme: "Thema",
  allAreas: "alle",
  allThemes: "alle Themen",
  city: "ganze Stadt",
  found: (count: number, shown: string) =>
    count === 0
      ? "Zu dieser Auswahl ist niemand eingetragen."
      : count === 1
        ? "1 Eintrag"
        : `${shown} Einträge, die nächsten zuerst`,
  columns: {
    name: "Name",
    kind: "Art",
    roles: "Aufgaben",
    themes: "Themen",
    areas: "Gebiete",
    contact: "Kontakt",
  },
};
export type ContactsText = typeof contacts;
