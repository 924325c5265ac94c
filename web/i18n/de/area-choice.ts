import { many } from "./many.ts";

const areas = (count: number) => many(count, "Gebiet", "Gebiete");

/** German wording of choosing areas by figures; en/area-choice.ts has the same keys. */
export const areaChoice = {
  name: "Gebiete auswählen",
  about:
    "Aus veröffentlichten und intern lesbaren Zahlen, nie aus vertraulichen, und ohne Rangfolge. Eine Auswahl ist ein Anlass, genauer hinzusehen, und kein Beschluss.",
  question: "Wonach",
  questions: { screening: "Bedingungen", similar: "Ähnliche", burdens: "Mehrfach" },
  source: "Eigene Auswahl aus den genannten Indikatoren",
  missing: "keine Daten",
  screening: {
    short: "Bedingungen",
    title: (count: number, join: "ALL" | "ANY") =>
      `Gebiete, die ${join === "ALL" ? "alle" : "mindestens eine"} von ${many(count, "Bedingung", "Bedingungen")} erfüllen`,
    method: "Jede Bedingung zählt für sich; gezählt wird, nicht gewertet",
    classes: ["nicht erfüllt", "offen, weil eine Zahl fehlt", "erfüllt"],
    none: "Noch keine Bedingung. Wählen Sie einen Indikator und eine Grenze.",
    add: "Bedingung hinzufügen",
    bounds: { AT_LEAST: "mindestens", AT_MOST: "höchstens" },
    value: "Grenze",
    valueIn: (unit: string) => `Grenze in ${unit}`,
    noNumber: "Bitte geben Sie eine Zahl ein.",
    state: "Bedingung stellen",
    cancel: "Abbrechen",
    remove: (condition: string) => `Bedingung zurücknehmen: ${condition}`,
    atLeast: (name: string, value: string) => `${name}: mindestens ${value}`,
    atMost: (name: string, value: string) => `${name}: höchstens ${value}`,
    join: "Erfüllt sein muss",
    joins: { ALL: "jede Bedingung (und)", ANY: "mindestens eine (oder)" },
    unchecked: (condition: string) => `Nicht geprüft, auf dieser Ebene gibt es keine Zahlen: ${condition}`,
    counts: (condition: string, met: number, notMet: number, unknown: number) =>
      `${condition}: ${met} ja, ${notMet} nein${unknown > 0 ? `, ${unknown} ohne Zahl` : ""}`,
    meeting: "Erfüllt",
    undecided: "Offen, weil eine Zahl fehlt",
    nobody: "Kein Gebiet erfüllt diese Bedingungen.",
    heldOf: (held: number, of: number) => `${held} von ${of}`,
    holds: "erfüllt",
    fails: "nicht erfüllt",
    figure: (value: string, outcome: string) => `${value} (${outcome})`,
    table:
      "Die Tabelle unten zeigt zu jedem Gebiet, welche Bedingung erfüllt ist; dort lässt sie sich als CSV speichern.",
  },
  similar: {
    short: "Abstand",
    title: (name: string) => `Ähnlichkeit mit ${name}`,
    method: "Abstand in Standardabweichungen, je Indikator gemittelt",
    classes: [
      "sehr nah: unter 0,5",
      "nah: 0,5 bis unter 1",
      "entfernt: 1 bis unter 1,5",
      "weit entfernt: 1,5 und mehr",
    ],
    area: "Ähnlich wie",
    chooseArea: "Bitte ein Gebiet wählen",
    by: "Verglichen nach",
    add: "Indikator hinzufügen",
    remove: (name: string) => `${name} herausnehmen`,
    notHere: (name: string) => `${name} (auf dieser Ebene nicht geprüft)`,
    none: "Wählen Sie ein Gebiet, hier oder auf der Karte.",
    incomplete: (name: string) => `${name} fehlt eine der Zahlen und lässt sich so nicht vergleichen.`,
    nearest: "Am nächsten",
    nobody: "Kein Gebiet hat alle Zahlen.",
    nobodyAlike: (name: string) =>
      `Wirklich ähnlich ist keines: Auch ${name} weicht im Mittel um mehr als eine Standardabweichung je Indikator ab.`,
    distance: (value: string) => `Abstand ${value}`,
    difference: (name: string, value: string) => `${name}: ${value} Standardabweichungen`,
    explain:
      "Jede Zahl zählt als Abweichung vom Mittel in Standardabweichungen. Der Abstand ist die Wurzel aus der Summe der quadrierten Unterschiede; 0 heißt gleich. Genannt sind die größten Unterschiede.",
    left: (count: number) => `${areas(count)} ohne eine der Zahlen, nicht verglichen.`,
  },
  burdens: {
    short: "Mehrfachbelastung",
    title: (kinds: string) => `Mehrfachbelastung: ${kinds}`,
    method: "Anzahl der Merkmale, in denen das Gebiet zum ungünstigsten Fünftel gehört",
    classes: ["keines", "eines", "zwei", "drei", "vier und mehr"],
    about:
      "In wie vielen Merkmalen ein Gebiet zum ungünstigsten Fünftel der Gebiete gehört. Jedes ist genannt, keines gewichtet.",
    by: (name: string, indicator: string, period: string) => `${name}: ${indicator}, ${period}`,
    unchecked: (name: string) => `${name}: nicht geprüft, dazu gibt es keinen Indikator`,
    which: "Ungünstigstes Fünftel",
    worst: (value: string) => `${value} (ungünstigstes Fünftel)`,
    noFigure: (name: string) => `${name}: keine Daten`,
    partly: (count: number) =>
      `In ${many(count, "Gebiet", "Gebieten")} fehlt zu mindestens einem Merkmal die Zahl: Dort können es mehr sein.`,
    several: "Zwei und mehr zugleich",
    noTotal:
      "Die Anzahl ist keine Bewertung: Merkmale ohne Daten können fehlen, und keines wiegt andere auf.",
  },
};
export type AreaChoiceText = typeof areaChoice;
