/** German wording of changes and of two indicators together; en/reading.ts has the same keys. */
export const reading = {
  since: "Veränderung seit",
  relative: "Veränderung der Stadt abziehen",
  inPercent: "Anzahlen verändern sich in Prozent, damit große und kleine Gebiete vergleichbar sind.",
  methodBreak: (date: string, why: string) =>
    `Methodenbruch am ${date}: ${why}. Davor und danach ist nur eingeschränkt vergleichbar.`,
  with: "Zweiter Indikator",
  chooseSecond: "Bitte wählen",
  classOf: (label: string, areas: number) => `${label}: ${areas} Gebiete`,
  bounds: (low: string, high: string) => `niedrig unter ${low}, hoch ab ${high}`,
  otherPeriod: (period: string) =>
    `Der zweite Indikator hat für dieses Jahr keine Werte; gezeigt ist ${period}.`,
  scatter: (areas: number, first: string, second: string) =>
    `${areas} Gebiete als Punkte: nach rechts ${first}, nach oben ${second}.`,
  brushHint: "Einen Bereich aufziehen hebt seine Gebiete auf der Karte hervor.",
  typeRange: "Bereich eingeben",
  from: "von",
  to: "bis",
  pick: "Gebiete hervorheben",
  noNumber: "Bitte Zahlen eingeben, zum Beispiel 12,5. Leer heißt: ohne Grenze.",
  pickedAreas: (areas: number) => `${areas} Gebiete hervorgehoben`,
  showAll: "alle zeigen",
  association: (linear: string, rank: string, areas: string) =>
    `Zusammenhang über ${areas} Gebiete: r = ${linear}, nach Rängen ρ = ${rank}.`,
  tooFewAreas: (fewest: number) =>
    `Ein Zusammenhang wird erst ab ${fewest} Gebieten mit beiden Werten gerechnet.`,
  notACause: "Er sagt nicht, was wovon kommt, und nichts über einzelne Menschen.",
  neighbours: {
    alike: (areas: string) => `Benachbarte ${areas} ähneln sich hier mehr, als Zufall erklärt.`,
    unlike: (areas: string) => `Benachbarte ${areas} unterscheiden sich hier mehr, als Zufall erklärt.`,
    chance: (areas: string) =>
      `Ob sich benachbarte ${areas} hier ähneln, ist von Zufall nicht zu unterscheiden.`,
    figures: ({ i, expected, p, runs, areas }: Record<"i" | "expected" | "p" | "runs" | "areas", string>) =>
      `Morans I = ${i}, bei Zufall im Mittel ${expected}; p = ${p} aus ${runs} Zufallsverteilungen über ${areas} Gebiete.`,
    leftOut: (withoutValue: string, withoutNeighbour: string) =>
      `Nicht dabei: ohne Wert ${withoutValue}, ohne Nachbarn mit Wert ${withoutNeighbour}.`,
    method:
      "Benachbart ist, was mindestens einen Punkt der Grenze teilt; jedes Gebiet wiegt gleich. Größere oder kleinere Gebiete gäben eine andere Zahl. Sie sagt nicht, warum.",
    tooFew: (fewest: number) =>
      `Das wird erst ab ${fewest} Gebieten mit Wert und Nachbarn gerechnet, deren Werte sich unterscheiden.`,
  },
};
export type ReadingText = typeof reading;
