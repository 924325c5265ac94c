/** German wording of how departments read a figure; en/interpretation.ts has the same keys. */
export const interpretation = {
  heading: "So liest es das Fachamt",
  none: "Noch kein Fachamt hat diesen Kennwert gedeutet.",
  write: "Deutung schreiben",
  rewrite: "Neue Fassung schreiben",
  rewriteOf: (office: string) => `Neue Fassung der Deutung von ${office} schreiben`,
  edit: "Bearbeiten",
  editOf: (office: string) => `Entwurf von ${office} bearbeiten`,
  sign: "Unterzeichnen",
  signOf: (office: string) => `Entwurf von ${office} unterzeichnen`,
  signAsked: (office: string) =>
    `Sie unterzeichnen für: ${office}. Was unterzeichnet ist, ändert niemand mehr; es folgt eine neue Fassung.`,
  isSigned: "Die Deutung ist unterzeichnet.",
  draft: (office: string, date: string) => `Entwurf von ${office}, ${date}, nicht unterzeichnet`,
  signed: (office: string, date: string) => `Unterzeichnet: ${office}, ${date}`,
  version: (version: string) => `Fassung ${version}`,
  period: (period: string) => `zu ${period}`,
  former: (count: number, shown: string) =>
    count === 1 ? "1 frühere Fassung" : `${shown} frühere Fassungen`,
  history: "Verlauf",
  historyAndRelease: "Verlauf und Freigabe",
  form: {
    title: (indicator: string) => `Deutung von „${indicator}“`,
    text: "Wie liest Ihr Amt diese Zahl?",
    hint: "Was sie misst, was nicht, und woran eine Veränderung liegen kann. Keine Namen oder Einzelfälle.",
    scope: "Gilt für",
    city: "die ganze Stadt",
    period: "Zeitraum",
    allPeriods: "alle Zeiträume",
    office: (office: string) => `Gespeichert wird sie als Entwurf von: ${office}.`,
    readers: "Lesen kann sie die Verwaltung. Öffentlich wird sie erst unterzeichnet und freigegeben.",
    done: "Der Entwurf ist gespeichert.",
    missing: "Bitte schreiben Sie, wie Ihr Amt die Zahl liest.",
  },
};
export type InterpretationText = typeof interpretation;
