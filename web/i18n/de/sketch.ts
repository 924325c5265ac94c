/** German wording of sketching on the map; en/sketch.ts has the same keys. */
export const sketch = {
  place: (east: string, north: string) => `Ost ${east}, Nord ${north} (EPSG:25832)`,
  degrees: (latitude: string, longitude: string) => `${latitude}° N, ${longitude}° O`,
  begin: {
    point:
      "Standort setzen: Klicken Sie auf die Karte. Oder bewegen Sie das Fadenkreuz mit den Pfeiltasten und drücken Sie Enter.",
    "why-not":
      "Ort erfragen: Klicken Sie auf die Karte. Oder bewegen Sie das Fadenkreuz mit den Pfeiltasten und drücken Sie Enter.",
    plot: "Fläche zeichnen: Jeder Klick setzt eine Ecke. Oder bewegen Sie das Fadenkreuz und drücken Sie Enter.",
    "edit-plot":
      "Fläche ändern: Klicken Sie eine Ecke an und dann ihren neuen Ort. Mit Bild auf und ab geht es von Ecke zu Ecke.",
  },
  steps: "Pfeiltasten: 10 Meter, mit Umschalt 100, mit Alt 1. Escape geht zurück.",
  cornerKeys:
    "Rücktaste nimmt eine Ecke weg, Strg und Z macht rückgängig, Strg und Enter schließt die Fläche.",
  cornerSet: (count: number) => (count === 1 ? "Erste Ecke gesetzt." : `${count} Ecken gesetzt.`),
  cornerRemoved: (count: number) => (count === 1 ? "Noch 1 Ecke." : `Noch ${count} Ecken.`),
  cornerAt: (number: number, count: number) => `Ecke ${number} von ${count}.`,
  cornerHeld: (number: number) =>
    `Ecke ${number} aufgenommen. Enter oder ein Klick legt sie ab, Entfernen löscht sie.`,
  cornerPut: (number: number) => `Ecke ${number} abgelegt.`,
  cornerBack: (number: number) => `Ecke ${number} liegt wieder am alten Ort.`,
  changed: "Die Fläche ist geändert.",
  undone: "Rückgängig gemacht.",
  finished: "Die Fläche ist fertig.",
  emptied: "Alle Ecken sind weg. Strg und Z holt sie zurück.",
  pointSet: "Der Ort ist gesetzt.",
  tooFew: "Eine Fläche braucht mindestens drei Ecken.",
  crossing: "Die Linie kreuzt sich selbst. Bitte versetzen Sie eine Ecke.",
  ended: "Zeichnen beendet.",
  legend: {
    squares: "Personen ohne Angebot je Rasterfeld",
    below: (to: string) => `unter ${to}`,
    between: (from: string, to: string) => `${from} bis ${to}`,
    above: (from: string) => `${from} und mehr`,
    hidden: (count: string) => `${count} Felder mit zu wenigen Personen sind nicht gezeichnet.`,
    catchment: "Einzugsbereich",
    sites: "Skizze",
    suggestions: "Vorschlag zur Prüfung",
    duplicates: "mögliche Doppelstruktur",
    closed: "im Szenario geschlossen",
    facilities: "Einrichtungen dieser Art",
  },
  compare: {
    both: "Zwei Karten nebeneinander",
    divider: "Trennlinie zwischen den beiden Karten",
    dividerAt: (percent: number) => `${percent} % links`,
    moreLeft: "Mehr von der linken Karte zeigen",
    moreRight: "Mehr von der rechten Karte zeigen",
    left: (title: string) => `Links: ${title}`,
    right: (title: string) => `Rechts: ${title}`,
  },
};
