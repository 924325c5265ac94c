import { many } from "./many.ts";

/** German wording of the tab "Monitoring"; en/monitoring.ts has the same keys. */
export const monitoring = {
  heading: "Monitoring",
  views: {
    label: "Frage",
    index: "Prioritätsindex",
    warnings: "Prüfanlässe",
    mix: "Mischung",
    choice: "Auswahl",
  },
  areaList: {
    heading: (name: string, count: string) => `${name}: ${count}`,
  },
  dynamics: {
    name: "Dynamik",
    status: "Status",
    shows: "Dynamik",
    over: (years: number) => `Status und Dynamik über ${many(years, "Jahr", "Jahre")}`,
    combination: (status: string, dynamics: string) => `Status ${status}, Dynamik ${dynamics}`,
    cell: (name: string, count: number) => `${name}: ${many(count, "Gebiet", "Gebiete")}`,
    method: "Status und Dynamik je nach Standardabweichungen um das Mittel der Gebiete, nicht abgestimmt",
    table: "Gebiete nach Status (Zeilen) und Dynamik (Spalten)",
    directions:
      "Eine negative Dynamik heißt: Die Belastung hat stärker zugenommen als im Mittel der Gebiete.",
    without: (count: number) =>
      `${many(count, "Gebiet", "Gebiete")} ohne Status oder ohne vergleichbaren früheren Wert.`,
    none: "Diese Definition kennt keine Dynamik.",
    years: "Zeitraum der Dynamik",
    yearsOf: (years: number) => many(years, "Jahr", "Jahre"),
    comparable: (years: string, count: number, of: number) =>
      `${years} (${count} von ${of} Bestandteilen vergleichbar)`,
    allCompared: (spans: string) => `Alle Bestandteile sind vergleichbar: ${spans}.`,
    notCompared: "Zählen nur im Status, nicht in der Dynamik:",
    noEarlier: (name: string, year: string) => `${name}: kein Wert von ${year}`,
    broken: (name: string, breaks: string) => `${name}: Bruch der Methode (${breaks})`,
  },
  mix: {
    name: "Soziale Mischung",
    about:
      "Wie ungleich sich eine Gruppe über die Gebiete verteilt. Die Maße sagen nichts über einzelne Menschen.",
    group: "Gruppe",
    quotient: (name: string) => `Lokationsquotient: ${name}`,
    quotientShort: "Lokationsquotient",
    method: "Anteil im Gebiet geteilt durch Anteil in der Stadt",
    classes: ["unter 0,5", "0,5 bis unter 0,8", "0,8 bis unter 1,25", "1,25 bis unter 2", "2 und mehr"],
    year: "Jahr",
    dissimilarity: "D",
    expected: "bei Zufall",
    isolation: "Isolation",
    exposure: "Kontakt",
    adjusted: "η²",
    explain: {
      dissimilarity: "D: Anteil der Gruppe, der umziehen müsste, damit sie überall gleich vertreten ist.",
      expected:
        "Bei Zufall: D, wenn die Gruppe wohnte, wo sie der Zufall hinstellt. Kleine Gruppen haben allein dadurch ein hohes D.",
      isolation:
        "Isolation: mittlerer Anteil der eigenen Gruppe im Gebiet eines Mitglieds. Kontakt ist der Anteil aller anderen.",
      adjusted: "η²: Isolation über das hinaus, was die Größe der Gruppe mit sich bringt.",
    },
    comparable:
      "Nur Werte derselben Gebietsebene und desselben Gebietsstands sind vergleichbar: Kleinere Gebiete ergeben höhere Werte.",
    leftOut: (count: number) =>
      `${many(count, "Gebiet", "Gebiete")} ohne Zahl oder mit geheimer Zahl sind nicht dabei.`,
    none: "Für diese Ebene gibt es keinen Indikator, dessen Zähler und Nenner Sie lesen dürfen.",
    table: "Maße nach Jahren",
  },
  warnings: {
    name: "Prüfanlässe",
    note: "Auffälligkeit – bitte fachlich prüfen. Ein Prüfanlass ist keine Feststellung.",
    none: "Keine offenen Prüfanlässe auf dieser Ebene.",
    open: (count: number) => many(count, "offener Prüfanlass", "offene Prüfanlässe"),
    examined: (count: number) => many(count, "geprüfter Prüfanlass", "geprüfte Prüfanlässe"),
    perArea: "Offene Prüfanlässe je Gebiet",
    perAreaShort: "Prüfanlässe",
    classes: ["keiner", "einer", "zwei", "drei und mehr"],
    method: "Anzahl der Indikatoren mit Prüfanlass",
    theme: "Thema",
    allThemes: "alle Themen",
    grade: "Stufe",
    allGrades: "alle Stufen",
    rulesHeading: "Regeln",
    ruleSet: (name: string, from: string) => `${name}, gültig ab ${from}.`,
    rules: {
      level: (deviations: string) =>
        `Niveau: mehr als ${deviations} Standardabweichungen vom Mittel der Gebiete auf der Seite der Belastung.`,
      change: (years: string, deviations: string) =>
        `Veränderung: ungünstig über ${years} Jahre um mehr als ${deviations} Standardabweichung aller Veränderungen.`,
      direction: (least: string, of: string) =>
        `Richtung: in ${least} der letzten ${of} Zeiträume ungünstig.`,
      least: (people: string) => `Nur Gebiete mit mindestens ${people} Menschen in der Bezugsgruppe.`,
      grades: "Zwei Regeln ergeben einen Prüfanlass, alle drei einen dringenden.",
      silent: "Was geprüft ist, schweigt bis zu neuen Zahlen.",
    },
    fired: {
      level: (value: string, deviations: string) =>
        `Niveau ${value}: ${deviations} Standardabweichungen vom Mittel`,
      lowest: "in der Klasse „sehr niedrig“",
      change: (from: string, change: string, deviations: string) =>
        `Veränderung seit ${from}: ${change} (${deviations} Standardabweichungen)`,
      direction: (adverse: string, of: string) => `Richtung: in ${adverse} von ${of} Zeiträumen ungünstig`,
    },
    counts: (from: string, before: string, now: string) => `Anzahl seit ${from}: ${before} → ${now}.`,
    opposed: "Anzahl und Quote bewegen sich gegenläufig, weil sich die Bezugsgruppe verändert hat.",
    show: "Auf der Karte zeigen",
    examine: "Prüfergebnis festhalten",
    disposition: "Ergebnis",
    reason: "Begründung",
    reasonMissing: "Bitte begründen Sie das Ergebnis.",
    dispositionMissing: "Bitte wählen Sie ein Ergebnis.",
    save: "Festhalten",
    cancel: "Abbrechen",
    saved: "Festgehalten. Dieser Prüfanlass schweigt bis zu neuen Zahlen.",
    foundBy: (office: string, date: string) => `${office}, ${date}`,
    reopen: "Wieder öffnen",
    firstOnly: (shown: string, all: string) => `${shown} von ${all} gezeigt`,
    more: "Weitere zeigen",
  },
  index: {
    name: "Prioritätsindex",
    shortName: "Index",
    about:
      "Der Index beschreibt die Lage von Gebieten im Vergleich. Er beurteilt keine Menschen und ersetzt keinen Beschluss.",
    components: "Bestandteile und Gewichte",
    weightOf: (name: string) => `Gewicht von ${name}`,
    remove: (name: string) => `${name} herausnehmen`,
    add: "Indikator hinzufügen",
    resource: "hoher Wert entlastet",
    burden: "hoher Wert belastet",
    fourToEight: "Üblich sind vier bis acht Bestandteile.",
    rules: "Regeln",
    minResidents: "Mindestens so viele Einwohner",
    winsorize: "Ausreißer kappen (1. und 99. Perzentil)",
    byResidents: "Mittel und Streuung nach Einwohnern gewichten",
    transform:
      "Jeder Bestandteil zählt als Abweichung vom Mittel in Standardabweichungen; hoch heißt Belastung.",
    missing: "Fehlt mehr als ein Fünftel des Gewichts, ist der Index nicht berechenbar.",
    otherTransforms:
      "Die Bestandteile zählen als Abweichung vom Mittel, zwischen kleinstem und größtem Wert oder nach dem Rang, wie die Definition es festlegt; hoch heißt Belastung.",
    cuts: {
      STANDARD_DEVIATIONS: (breaks: string, source: string) =>
        `Klassengrenzen in Standardabweichungen: ${breaks}. ${source}`,
      QUANTILES: (breaks: string, source: string) =>
        `Klassengrenzen als Anteile der Gebiete: ${breaks}. ${source}`,
      SCORES: (breaks: string, source: string) => `Klassengrenzen als Indexwerte: ${breaks}. ${source}`,
    },
    shows: "Karte zeigt",
    showsClass: "Klasse",
    showsCertainty: "Sicherheit",
    certainty: "Sicherheit der Klasse",
    certaintyMethod: "Anteil der Varianten mit gleicher Klasse",
    classMethod: "Standardabweichungen um das Mittel der Gebiete, nicht abgestimmt",
    robust: (sure: string, all: string) => `In ${sure} von ${all} Gebieten ist die Klasse sicher.`,
    robustHow: (variants: string) =>
      `${variants} Varianten: Gewichte um bis zu 25 % verändert, je ein Bestandteil weggelassen, anders normiert. Unter 80 % gleicher Klasse heißt es „unsicher“.`,
    uncertain: "unsicher",
    sure: "sicher",
    inVariants: (share: string, name: string) => `In ${share} der Varianten Klasse „${name}“.`,
    range: (lowest: string, highest: string) => `Über alle Varianten von „${lowest}“ bis „${highest}“.`,
    always: (name: string) => `In allen Varianten Klasse „${name}“.`,
    families: {
      WEIGHTS: "andere Gewichte",
      LEAVE_ONE_OUT: "ein Bestandteil weniger",
      NORMALISATION: "andere Normierung",
    },
    correlation: "Wie eng die Bestandteile zusammenhängen",
    correlationNote: "Ab 0,8 zählen zwei Bestandteile weitgehend dasselbe.",
    double: (one: string, other: string, r: string) =>
      `${one} und ${other} hängen eng zusammen (r = ${r}): Sie zählen weitgehend dasselbe doppelt.`,
    ofArea: "Prioritätsindex hier",
    contribution: "Beitrag der Bestandteile",
    contributionNote: "In Standardabweichungen; positiv heißt Belastung. Zusammen ergeben sie den Indexwert.",
    noFigure: "keine Zahl",
    states: {
      NOT_COMPUTABLE: "nicht berechenbar: zu viel Gewicht ohne Zahl",
      TOO_FEW_RESIDENTS: "ausgenommen: zu wenige Einwohner",
      RESIDENTS_UNKNOWN: "ausgenommen: Einwohnerzahl unbekannt",
    },
    empty: "Noch kein Bestandteil gewählt.",
    back: "Zurücksetzen",
    source: "Eigene Rechnung aus den genannten Indikatoren",
    sameClass: "Gleiche Klasse",
    classRange: "Spanne der Klassen",
  },
};
export type MonitoringText = typeof monitoring;
