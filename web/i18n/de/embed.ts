/** Wording of Einbettung, loaded with the menu that offers it. */
export const embed = {
  open: "Einbetten …",
  title: "Karte einbetten",
  what: "Diese Ansicht als Karte in einer anderen Internetseite. Zu sehen ist nur, was öffentlich ist.",
  leftOut: (names: string) => `Nicht öffentlich, deshalb nicht dabei: ${names}.`,
  noHosts:
    "Noch darf keine andere Internetseite die Karte zeigen. Wer den Server betreibt, trägt die erlaubten Seiten in EMBED_ANCESTORS ein.",
  name: "Titel",
  nameHint: "Screenreader lesen ihn vor.",
  width: "Breite in Pixel",
  height: "Höhe in Pixel",
  extent: "Ausschnitt",
  extents: { view: "wie jetzt auf der Karte", city: "ganze Stadt" },
  preview: "Vorschau",
  previewName: (title: string) => `Vorschau: ${title}`,
  code: "Code für die Internetseite",
  copy: "Code kopieren",
  copied: "Der Code ist in der Zwischenablage.",
  copyFailed: "Der Code konnte nicht kopiert werden. Bitte markieren und kopieren Sie ihn im Feld.",
  pages: "Angaben zum Angebot",
};
