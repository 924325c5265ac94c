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
  form: {
    add: "Eintrag hinzufügen",
    edit: "Eintrag bearbeiten",
    editShort: "Bearbeiten",
    editOf: (name: string) => `${name} bearbeiten`,
    themes: "Themen (ohne Auswahl: alle)",
    levels: { district: "Stadtbezirke", subdistrict: "Stadtteile" },
    source: "Quelle",
    contacts: "Kontaktangaben",
    contactsHint: "Lesen kann sie nur die Verwaltung.",
    contact: (place: string) => `Kontakt ${place}`,
    parts: { function: "Funktion", name: "Ansprechperson", phone: "Telefon", email: "E-Mail" },
    addContact: "Kontakt hinzufügen",
    removeContact: (place: string) => `Kontakt ${place} entfernen`,
    open: "Der Eintrag ist öffentlich, die Kontaktangaben sind es nicht.",
    closed: "Einträge dieser Art sind vertraulich.",
    done: (name: string) => `${name} ist gespeichert.`,
    problem: ({ field, entry, part }: { field: string; entry: number | null; part: string | null }) => {
      if (field === "name") return "Bitte geben Sie einen Namen ein.";
      if (field === "areas") return "Bitte wählen Sie mindestens ein Gebiet.";
      if (field === "website")
        return "Die Internetseite ist keine vollständige Adresse: Am Anfang fehlt https oder http.";
      if (part === "function") return `Kontakt ${entry}: Bitte geben Sie eine Funktion ein.`;
      if (part === "email") return `Kontakt ${entry}: Das ist keine E-Mail-Adresse.`;
      return "Eine Angabe ist zu lang, oder es sind zu viele.";
    },
  },
};
export type ContactsText = typeof contacts;
