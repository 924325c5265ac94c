import type { ClassWords } from "#domain/classification/class-label.ts";
import type { ValueState } from "#domain/indicator/observation.ts";
import type { Language } from "#domain/text/text.ts";

export interface EmbedWords {
  /** "12" and "Stadtbezirke". */
  areas: (count: string, plural: string) => string;
  title: (parts: readonly string[]) => string;
  /** Plain sentence of an indicator, its period and the areas. */
  shows: (indicator: string, period: string, areas: string) => string;
  showsPlaces: (layers: string) => string;
  range: (low: string, high: string) => string;
  darker: string;
  circles: string;
  aboutAreas: string;
  protection: string;
  period: (period: string) => string;
  heading: Readonly<
    Record<"legend" | "details" | "table" | "choose" | "lists" | "sources" | "about" | "map", string>
  >;
  choose: Readonly<Record<"indicator" | "period" | "level" | "none" | "show", string>>;
  column: Readonly<Record<"number" | "name" | "value" | "class" | "places", string>>;
  controls: Readonly<Record<"label" | "in" | "out" | "home" | "up" | "down" | "left" | "right", string>>;
  keyboard: string;
  detailsHint: string;
  city: string;
  state: string;
  list: (name: string, count: string) => string;
  back: string;
  print: string;
  fullMap: string;
  otherLanguage: string;
  noFigures: string;
  notes: string;
  source: (source: string, date: string) => string;
  links: string;
  skip: string;
  script: Readonly<Record<"failed" | "nothingHere" | "severalHere" | "loaded", string>>;
  classes: ClassWords;
  hidden: { below: (threshold: number) => string; bySource: string };
  values: Readonly<Record<Exclude<ValueState, "VALUE">, string>>;
}

const german: EmbedWords = {
  areas: (count, plural) => `${count} ${plural}`,
  title: (parts) => parts.join(" · "),
  shows: (indicator, period, areas) =>
    `Diese Karte zeigt: ${indicator}. Zeitraum: ${period}. Gebiete: ${areas}.`,
  showsPlaces: (layers) => `Auf der Karte liegen auch: ${layers}.`,
  range: (low, high) => `Die Werte reichen von ${low} bis ${high}.`,
  darker: "Die Farben stehen für Klassen. Die Legende erklärt sie.",
  circles: "Je größer der Kreis, desto größer die Anzahl.",
  aboutAreas: "Diese Karte beschreibt Gebiete, nicht Menschen.",
  protection:
    "Kleine Zahlen bleiben geheim, damit niemand erkannt wird. Solche Gebiete haben ein Muster statt einer Farbe.",
  period: (period) => (period.includes("/") ? `Schuljahr ${period}` : period),
  heading: {
    legend: "Legende",
    details: "Auswahl",
    table: "Werte als Tabelle",
    choose: "Was soll die Karte zeigen?",
    lists: "Orte als Liste",
    sources: "Quellen",
    about: "Über diese Karte",
    map: "Karte",
  },
  choose: {
    indicator: "Kennzahl",
    period: "Zeitraum",
    level: "Gebiete",
    none: "keine Kennzahl",
    show: "Anzeigen",
  },
  column: { number: "Nummer", name: "Name", value: "Wert", class: "Klasse", places: "Orte" },
  controls: {
    label: "Karte steuern",
    in: "Vergrößern",
    out: "Verkleinern",
    home: "Ganzen Ausschnitt zeigen",
    up: "Nach Norden verschieben",
    down: "Nach Süden verschieben",
    left: "Nach Westen verschieben",
    right: "Nach Osten verschieben",
  },
  keyboard:
    "Pfeiltasten verschieben die Karte, Plus und Minus ändern die Größe, die Eingabetaste wählt in der Mitte aus. Alles auf der Karte steht auch in der Tabelle.",
  detailsHint: "Wählen Sie auf der Karte oder in der Tabelle ein Gebiet oder einen Ort.",
  city: "Ganze Stadt",
  state: "Status",
  list: (name, count) => `${name}: ${count} als Liste`,
  back: "Zurück zur Karte",
  print: "Drucken",
  fullMap: "Ganze Sozialraumkarte öffnen",
  otherLanguage: "English",
  noFigures: "Für diese Gebiete gibt es hierzu keine öffentlichen Zahlen.",
  notes: "Hinweis",
  source: (source, date) => `${source}, Stand ${date}`,
  links: "Angaben zum Angebot",
  skip: "Zur Tabelle springen",
  script: {
    failed: "Die Angaben konnten nicht geladen werden. Bitte versuchen Sie es noch einmal.",
    nothingHere: "Hier liegt nichts, was ausgewählt werden kann.",
    severalHere: "Hier liegt mehreres:",
    loaded: "Die Karte zeigt jetzt:",
  },
  classes: {
    below: (to) => `unter ${to}`,
    between: (from, to) => `${from} bis unter ${to}`,
    above: (from) => `${from} und mehr`,
    all: "alle Werte",
    states: {
      VALUE: "Wert",
      UNKNOWN: "keine Daten",
      SUPPRESSED: "Geheimhaltung",
      NOT_APPLICABLE: "entfällt",
      TOO_FEW_RESIDENTS: "zu wenige Einwohner",
    },
  },
  hidden: {
    below: (threshold) =>
      `Geheimhaltung: Anzahlen unter ${threshold}, oder solche ließen sich daraus errechnen.`,
    bySource: "Geheimhaltung: von der Quelle nicht veröffentlicht.",
  },
  values: {
    UNKNOWN: "unbekannt",
    SUPPRESSED: "• (Geheimhaltung)",
    NOT_APPLICABLE: "entfällt",
    TOO_FEW_RESIDENTS: "zu wenige Einwohner",
  },
};

const english: EmbedWords = {
  areas: (count, plural) => `${count} ${plural.toLowerCase()}`,
  title: (parts) => parts.join(" · "),
  shows: (indicator, period, areas) => `This map shows: ${indicator}. Period: ${period}. Areas: ${areas}.`,
  showsPlaces: (layers) => `The map also holds: ${layers}.`,
  range: (low, high) => `Values run from ${low} to ${high}.`,
  darker: "The colours stand for classes. The legend explains them.",
  circles: "The larger the circle, the larger the number.",
  aboutAreas: "This map describes areas, not people.",
  protection: "Small numbers are kept secret so that nobody can be recognised. Such areas carry a pattern.",
  period: (period) => (period.includes("/") ? `school year ${period}` : period),
  heading: {
    legend: "Legend",
    details: "Selection",
    table: "Values as a table",
    choose: "What should the map show?",
    lists: "Places as a list",
    sources: "Sources",
    about: "About this map",
    map: "Map",
  },
  choose: { indicator: "Indicator", period: "Period", level: "Areas", none: "no indicator", show: "Show" },
  column: { number: "Number", name: "Name", value: "Value", class: "Class", places: "Places" },
  controls: {
    label: "Move the map",
    in: "Zoom in",
    out: "Zoom out",
    home: "Show the whole extent",
    up: "Move north",
    down: "Move south",
    left: "Move west",
    right: "Move east",
  },
  keyboard:
    "Arrow keys move the map, plus and minus change its scale, Enter picks what lies in the middle. Everything on the map is in the table as well.",
  detailsHint: "Choose an area or a place on the map or in the table.",
  city: "Whole city",
  state: "State",
  list: (name, count) => `${name}: ${count} as a list`,
  back: "Back to the map",
  print: "Print",
  fullMap: "Open the full Sozialraumkarte",
  otherLanguage: "Deutsch",
  noFigures: "There are no public figures on this for these areas.",
  notes: "Note",
  source: (source, date) => `${source}, as of ${date}`,
  links: "About this service",
  skip: "Jump to the table",
  script: {
    failed: "The information could not be loaded. Please try again.",
    nothingHere: "There is nothing to choose here.",
    severalHere: "Several things lie here:",
    loaded: "The map now shows:",
  },
  classes: {
    below: (to) => `below ${to}`,
    between: (from, to) => `${from} to below ${to}`,
    above: (from) => `${from} and more`,
    all: "all values",
    states: {
      VALUE: "value",
      UNKNOWN: "no data",
      SUPPRESSED: "kept secret",
      NOT_APPLICABLE: "not applicable",
      TOO_FEW_RESIDENTS: "too few residents",
    },
  },
  hidden: {
    below: (threshold) =>
      `Kept secret: counts below ${threshold}, or such counts could be worked out from it.`,
    bySource: "Kept secret: not published by the source.",
  },
  values: {
    UNKNOWN: "unknown",
    SUPPRESSED: "• (kept secret)",
    NOT_APPLICABLE: "not applicable",
    TOO_FEW_RESIDENTS: "too few residents",
  },
};

/** Plain words of the public embed (ACCESSIBILITY, "Forms and language"). */
export const embedWords: Readonly<Record<Language, EmbedWords>> = { de: german, en: english };
