/** German wording of the profile of the cohesion study; en/cohesion.ts has the same keys. */
export const cohesion = {
  heading: "Zusammenhalt",
  about: "Befragung, nur für Stadtbezirke. Feste Reihenfolge, keine Rangliste.",
  caption: "Wert des Stadtbezirks und Mittel der Stadt",
  dimension: "Dimension",
  here: "Bezirk",
  city: "Stadt",
  axis: "Skala 0 bis 100: Punkt = Bezirk, Strich = Stadt, Balken = 95-%-Bereich.",
  axisWithoutInterval: "Skala 0 bis 100: Punkt = Bezirk, Strich = Stadt.",
  interval: (low: string, high: string) => `${low} bis ${high}`,
  intervalLabel: "95-%-Bereich",
  moderate: "Die Unterschiede zwischen den Stadtbezirken sind laut Studie moderat.",
  against: {
    within: (name: string) => `${name}: nicht sicher verschieden von der Stadt.`,
    apart: (name: string) =>
      `${name}: verschieden von der Stadt, ihr Mittel liegt außerhalb des 95-%-Bereichs.`,
    unknown: (name: string) =>
      `${name}: ohne Angabe eines Bereichs lässt sich nicht sagen, ob der Bezirk sicher von der Stadt abweicht.`,
    noFigure: (name: string) => `${name}: kein Wert für diesen Bezirk.`,
    noMean: (name: string) => `${name}: kein Mittel der Stadt zum Vergleich.`,
  },
  oneEdition: "Bisher eine Befragung: Eine Veränderung lässt sich nicht angeben.",
  loading: "Werte zum Zusammenhalt werden geladen",
};
export type CohesionText = typeof cohesion;
