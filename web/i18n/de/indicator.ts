/** German wording of figures, their classes and their periods. */
export const indicator = {
  heading: "Indikator",
  choose: "wechseln",
  chooseFirst: "Indikator wählen",
  compute: "Indikator berechnen",
  isComputed: "berechnet",
  chooseOne: "Bitte wählen",
  none: "Kein Indikator",
  noneShown: "Kein Indikator gewählt. Die Karte zeigt nur Gebiete und Ebenen.",
  dialogTitle: "Indikator wählen",
  search: "Indikator suchen",
  noMatch: "Kein Indikator passt zu dieser Suche.",
  level: "Gebietsebene",
  definition: "Was diese Zahl bedeutet",
  neighbours: "Ähneln sich Nachbarn?",
  numerator: "Zähler",
  denominator: "Nenner",
  source: "Quelle",
  cycle: "Fortschreibung",
  licence: "Lizenz",
  referenceDate: "Stichtag",
  breaks: "Methodenbrüche",
  note: "Hinweis zum Lesen",
  direction: "Lesart",
  directions: {
    HIGH_IS_BURDEN: "hoher Wert = Belastung",
    HIGH_IS_RESOURCE: "hoher Wert = Ressource",
    NEUTRAL: "weder gut noch schlecht",
  },
  minDenominator: "Kleinster Nenner",
  notDrawn: (level: string) => `Für ${level} liegen keine Grenzen vor. Die Zahlen stehen in der Tabelle.`,
  cohesionOnlyDistricts:
    "Zusammenhalt ist für Stadtbezirke erhoben und wird nicht auf kleinere Gebiete umgerechnet.",
  notOnLevel: (level: string) => `Für ${level} gibt es diesen Indikator nicht.`,
  switchTo: (level: string) => `${level} zeigen`,
  noFigures: "Für diesen Zeitraum liegen keine Zahlen vor.",
  themes: {
    demography: "Bevölkerung",
    "social-situation": "Soziale Lage",
    education: "Bildung und Betreuung",
    health: "Gesundheit und Pflege",
    housing: "Wohnen",
    environment: "Umwelt",
    cohesion: "Zusammenhalt",
    infrastructure: "Infrastruktur",
    other: "Weitere",
  },
  city: "Stadt",
  orientation: (name: string, value: string) => `▲ ${name}: ${value}.`,
  cityValue: (value: string) => `Stadt ${value}`,
  strip: (count: string, lowest: string, highest: string, city: string | null) =>
    `Verteilung: ${count}, niedrigster Wert ${lowest}, höchster Wert ${highest}${city ? `, Stadt ${city}` : ""}.`,
  announced: (name: string, period: string, areas: string, range: string) =>
    `${name}, ${period}: ${areas}, ${range}.`,
  range: (from: string, to: string) => `von ${from} bis ${to}`,
  opacity: "Deckkraft der Flächen",
  showValues: "Werte in der Karte zeigen",
  ramp: "Farbreihe",
  ramps: { blue: "Blau", cividis: "Cividis (hoher Kontrast)", viridis: "Viridis" },
  keep: "Nur diese Klasse hervorheben",
};

export const classes = {
  below: (to: string) => `unter ${to}`,
  between: (from: string, to: string) => `${from} bis unter ${to}`,
  above: (from: string) => `${from} und mehr`,
  all: "alle Werte",
  states: {
    VALUE: "Wert",
    UNKNOWN: "keine Daten",
    SUPPRESSED: "Geheimhaltung",
    NOT_APPLICABLE: "entfällt",
    TOO_FEW_RESIDENTS: "zu wenige Einwohner",
  },
  residentsHeading: "Einwohner",
  areasHeading: "Gebiete",
  method: "Klassen",
  count: "Anzahl",
  methods: {
    content: "inhaltliche Grenzen",
    quantile: "gleich viele Gebiete",
    "natural-breaks": "natürliche Grenzen",
    "equal-interval": "gleich breite Klassen",
    "standard-deviation": "Abweichung vom Stadtwert",
  },
  recommended: (method: string) => `Empfehlung: ${method}`,
  hiddenBelow: (threshold: number) =>
    `Geheimhaltung: Anzahlen unter ${threshold}, oder solche ließen sich daraus errechnen.`,
  hiddenBySource: "Geheimhaltung: von der Quelle nicht veröffentlicht.",
  confidential: (figure: string, count: number) =>
    count === 1
      ? "Ein Wert ist vertraulich und anderen nicht zu sehen."
      : `${figure} Werte sind vertraulich und anderen nicht zu sehen.`,
  fixed: "Klassen fest über alle Jahre",
  symbols: "Kreise: Fläche entspricht der Anzahl",
  kept: (label: string) => `Hervorgehoben: ${label}.`,
  settings: "Darstellung ändern",
};

export const period = {
  label: "Zeitraum",
  previous: "Ein Jahr zurück",
  next: "Ein Jahr vor",
  play: "Abspielen",
  stop: "Anhalten",
  schoolYear: (text: string) => `Schuljahr ${text}`,
};

/** How the indicator on the map is read; what belongs to one reading alone is loaded with it. */
export const reading = {
  label: "Lesart des Indikators",
  readings: { value: "Wert", change: "Veränderung", pair: "Zwei Indikatoren" },
  aroundZero: "Abweichung von null",
  terciles: "je ein Drittel der Gebiete",
  pairName: (first: string, second: string) => `${first} und ${second}`,
  steps: ["niedrig", "mittel", "hoch"],
  pairClass: (first: string, second: string) => `${first} / ${second}`,
  picked: "Auswahl im Punktdiagramm",
  rank: "Rang (intern)",
};
