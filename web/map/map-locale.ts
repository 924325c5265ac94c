import type { Language } from "#domain/text/text.ts";

/** What MapLibre itself would say in English, and the sentences of the map's own problems. */
export const mapLocale: Readonly<
  Record<Language, { map: string; noGraphics: string; lostGraphics: string; noBaseStyle: string }>
> = {
  de: {
    map: "Karte",
    noGraphics:
      "Die Karte kann hier nicht gezeichnet werden, weil der Browser keine Grafik (WebGL 2) bereitstellt. Die Tabelle zeigt dieselben Angaben.",
    lostGraphics:
      "Die Grafik des Browsers ist ausgefallen. Die Karte erscheint wieder, sobald sie bereit ist. Die Tabelle zeigt dieselben Angaben.",
    noBaseStyle:
      "Die eingestellte Hintergrundkarte ist nicht erreichbar. Alle anderen Ebenen sind vollständig.",
  },
  en: {
    map: "Map",
    noGraphics:
      "The map cannot be drawn here because the browser provides no graphics (WebGL 2). The table shows the same information.",
    lostGraphics:
      "The browser's graphics have failed. The map returns as soon as they are ready. The table shows the same information.",
    noBaseStyle: "The chosen background map cannot be reached. All other layers are complete.",
  },
};
