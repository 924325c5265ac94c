/** German wording of drawn areas; en/drawn-area.ts has the same keys. */
export const drawnArea = {
  heading: "Gezeichnetes Gebiet",
  kind: "Eigene Zeichnung, wird nicht gespeichert",
  drawing: "Gebiet zeichnen",
  hint: "Jeder Klick auf die Karte setzt eine Ecke. Ein Klick auf die erste Ecke schließt das Gebiet.",
  keys: "Mit der Tastatur: Karte anwählen, das Fadenkreuz mit den Pfeiltasten bewegen, Enter setzt eine Ecke, Strg und Enter schließt das Gebiet.",
  corners: (count: number) =>
    count === 0 ? "Noch keine Ecke." : count === 1 ? "1 Ecke gesetzt." : `${count} Ecken gesetzt.`,
  crossing: "Die Linie kreuzt sich selbst. Nehmen Sie die letzte Ecke weg.",
  byCoordinate: "Oder Ecke als Koordinate eingeben",
  setCorner: "Ecke setzen",
  removeLast: "Letzte Ecke wegnehmen",
  finish: "Gebiet schließen",
  cancel: "Abbrechen",
  counting: "Die Personen werden gezählt",
  residents: "Bewohner*innen",
  size: "Fläche",
  hectares: (amount: string) => `${amount} ha`,
  cells: "Gitterzellen",
  points: "Punkte",
  withheld:
    "Für dieses Gebiet werden keine Zahlen genannt. Es hat zu wenige Bewohner*innen, oder es unterscheidet sich von einem anderen Gebiet, dessen Zahl bekannt ist, um zu wenige.",
  dailyLimit:
    "Für heute haben Sie so viele Gebiete abgefragt, wie möglich ist. Gebiete von heute bekommen weiter ihre Antwort.",
  withheldHint: (residents: string) =>
    `Zeichnen Sie ein größeres oder deutlich anderes Gebiet, mit mindestens ${residents} Bewohner*innen.`,
  ages: "Bewohner*innen nach Alter",
  age: "Alter",
  people: "Personen",
  share: "Anteil",
  years: (from: number, to: number | null) =>
    to === null ? `ab ${from} Jahren` : from === 0 ? `unter ${to} Jahren` : `${from} bis unter ${to} Jahre`,
  hidden: "geheim",
  hiddenNote: (threshold: string) =>
    `Geheim sind Altersgruppen mit weniger als ${threshold} Personen oder mit so kleinem Unterschied zu einem anderen Gebiet, und weitere, aus denen sie sich berechnen ließen.`,
  method: "Wie gezählt wird",
  cellSum: (metres: string) =>
    `Gezählt sind ganze Gitterzellen von ${metres} m, deren Mittelpunkt im Gebiet liegt. Am Rand kann das Gebiet deshalb von der Zeichnung abweichen.`,
  pointSum: "Gezählt sind die Punkte mit Bewohner*innen, die im Gebiet liegen.",
  logged: "Jede Abfrage wird protokolliert. Die Zahlen sind nur für den Dienstgebrauch.",
  profile: "Profil dieses Quartiers",
  again: "Neu zeichnen",
  remove: "Entfernen",
  told: (residents: string) => `Das gezeichnete Gebiet hat ${residents} Bewohner*innen.`,
};
export type DrawnAreaText = typeof drawnArea;
