/** German wording of the glossary; en/glossary.ts has the same keys. */
export const glossary = {
  explanation:
    "Die Wörter dieser Seiten, einmal erklärt. Wo ein Wort gepunktet unterstrichen ist, öffnet ein Klick seine Erklärung.",
  search: "Begriff suchen",
  found: (count: number, shown: string) =>
    count === 0 ? "Kein Begriff passt zu diesem Wort." : count === 1 ? "1 Begriff" : `${shown} Begriffe`,
  add: "Begriff hinzufügen",
  edit: "Bearbeiten",
  editOf: (name: string) => `„${name}“ bearbeiten`,
  plain: "In einfacher Sprache",
  inOther: "Auf Englisch",
  all: "Alle Begriffe",
  unknown: "Dieses Wort ist noch nicht erklärt.",
  form: {
    titleNew: "Begriff hinzufügen",
    titleEdit: (name: string) => `„${name}“ bearbeiten`,
    nameDe: "Begriff",
    definitionDe: "Erklärung",
    plainLanguage: "In einfacher Sprache",
    plainHint: "Kurze Sätze, bekannte Wörter.",
    nameEn: "Begriff auf Englisch",
    definitionEn: "Erklärung auf Englisch",
    open: "Was hier steht, ist öffentlich.",
    done: (name: string) => `„${name}“ ist gespeichert.`,
    problems: {
      nameDe: "Bitte geben Sie den Begriff ein.",
      definitionDe: "Bitte geben Sie eine Erklärung ein.",
      plainLanguage: "Bitte erklären Sie den Begriff in einfacher Sprache.",
      nameEn: "Bitte geben Sie den Begriff auf Englisch ein.",
      definitionEn: "Bitte geben Sie die Erklärung auf Englisch ein.",
      taken: "Diesen Begriff gibt es schon. Bitte bearbeiten Sie ihn.",
    },
  },
};
export type GlossaryText = typeof glossary;
