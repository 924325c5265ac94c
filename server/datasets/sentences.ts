/** Facts that go into a sentence. */
export type Facts = Readonly<Record<string, string | number>>;

type Sentence = (facts: Facts) => string;

function counted(count: string | number | undefined, one: string, many: string): string {
  return `${Number(count).toLocaleString("de-DE")} ${count === 1 ? one : many}`;
}

/** What may be wrong with one row, by code, in the words of the report. */
const rowSentences = {
  "too-few-cells": ({ found, expected }) => `nur ${found} von ${expected} Zellen`,
  "too-many-cells": ({ found, expected }) => `${found} Zellen, aber nur ${expected} Spalten`,
  "cell-too-long": ({ column, limit }) => `Zelle in „${column}“ ist länger als ${limit} Zeichen`,
  "no-area-given": () => "kein Gebiet angegeben",
  "unknown-area": ({ given, level }) => `kein Gebiet „${given}“ auf der Ebene ${level}`,
  "ambiguous-area": ({ given, candidates }) => `„${given}“ passt auf mehrere Gebiete: ${candidates}`,
  "not-a-figure": ({ column, given }) => `„${given}“ in „${column}“ ist keine Zahl`,
  "not-a-period": ({ column, given }) => `„${given}“ in „${column}“ ist kein Stichtag, Jahr oder Schuljahr`,
  "duplicate-observation": ({ area, period, first }) =>
    `Gebiet ${area}, ${period} kommt schon in Zeile ${first} vor`,
  "no-number": () => "keine amtliche Nummer",
  "duplicate-number": ({ number, first }) => `Nummer ${number} kommt schon in Zeile ${first} vor`,
  "no-coordinates": () => "keine Koordinaten",
  "bad-geometry": ({ why }) => `Geometrie: ${why}`,
  "unknown-value": ({ column, given }) => `Wert „${given}“ in „${column}“ ist nicht zugeordnet`,
  "invalid-field": ({ field, why }) => `Feld „${field}“: ${why}`,
  "duplicate-key": ({ key, first }) => `Schlüssel „${key}“ kommt schon in Zeile ${first} vor`,
  "duplicate-record": ({ what, first }) => `${what} kommt schon in Zeile ${first} vor`,
  "bad-cell-id": ({ column, given }) =>
    `„${given}“ in „${column}“ ist keine Gitterzelle (erwartet wird etwa CRS3035RES100mN2689100E4337000)`,
  "other-cell-size": ({ column, given, size }) =>
    `„${given}“ in „${column}“ gehört zu einem anderen Gitter; die Zellen davor messen ${size} m`,
  "cell-again": ({ key }) => `Zelle „${key}“ kommt mehrfach vor`,
  "not-people": ({ column, given }) => `„${given}“ in „${column}“ ist keine Anzahl von Menschen`,
  "outside-city": () => "liegt in keinem Gebiet der Stadt",
} satisfies Record<string, Sentence>;

/** What is worth knowing about an import although nothing is wrong. */
const noteSentences = {
  "name-variant": ({ given, name, number }) => `„${given}“ als „${name}“ (${number}) erkannt`,
  "number-variant": ({ given, number }) => `Nummer „${given}“ als „${number}“ erkannt`,
  "name-differs": ({ given, name, number }) =>
    `Nummer ${number} heißt „${name}“, in der Datei „${given}“; die Nummer gilt`,
  "areas-not-loaded": ({ level }) =>
    `Gebiete der Ebene ${level} sind nicht geladen, Nummern wurden ungeprüft übernommen`,
  "areas-without-row": ({ count, names }) =>
    `${counted(count, "Gebiet", "Gebiete")} ohne Zeile in der Datei: ${names}`,
  "areas-without-geometry": ({ count }) =>
    `${counted(count, "Gebiet", "Gebiete")} ohne Geometrie: in Tabellen, nicht auf der Karte`,
  "ring-closed": () => "offener Ring geschlossen",
  "repeated-point-removed": () => "doppelte Punkte entfernt",
  "spike-removed": () => "Zacken ohne Fläche entfernt",
  "winding-turned": () => "Umlaufsinn nach RFC 7946 gedreht",
  "height-dropped": () => "Höhenwerte weggelassen",
  "geometry-repaired": ({ why }) => `Geometrie repariert (${why})`,
  "district-differs": ({ located, given }) => `liegt in ${located}, angegeben ist ${given}; die Lage gilt`,
  "sign-of-statistics": ({ column, sign, count, meaning }) =>
    `„${sign}“ (${meaning}) in „${column}“: ${count} ×`,
  "missing-figures": ({ column, count }) =>
    `${counted(count, "fehlender Wert", "fehlende Werte")} in „${column}“: keine Daten, nicht 0`,
  "views-ignored": ({ names }) => `Sichten und virtuelle Tabellen werden nicht gelesen: ${names}`,
  "crs-overridden": ({ given, found }) =>
    `Koordinatensystem ${given} wie angegeben statt ${found} aus der Datei`,
  "datum-shift": () => "Gauß-Krüger umgerechnet mit sieben Parametern: Lage auf ±2 m genau",
  disclosure: ({ code, primary, secondary, told, narrowest, method, onlyParts }) => {
    if (method === "rounding") return `Geheimhaltung „${code}“: Werte gerundet veröffentlicht`;
    const only = onlyParts ? `; einziger Teil seines Gebiets und geheim: ${onlyParts}` : "";
    const width = narrowest ? `, engste mögliche Eingrenzung ${narrowest}` : "";
    return `Geheimhaltung „${code}“: ${counted(told, "Wert", "Werte")} gezeigt, ${primary} primär und ${secondary} sekundär gesperrt${width}${only}`;
  },
  "unprotected-stays-internal": ({ code }) =>
    `Indikator „${code}“ bleibt intern: gesperrte Werte ließen sich aus schon veröffentlichten errechnen`,
  "stays-internal": ({ code }) =>
    `Indikator „${code}“ ist nicht zur Veröffentlichung zugelassen und bleibt intern`,
  "bulk-stays-internal": ({ code }) => `„${code}“ ist Arbeitsmaterial der Planung und bleibt intern`,
  "empty-as-nobody": ({ column, count }) =>
    `${counted(count, "leere Zelle", "leere Zellen")} in „${column}“: als 0 Menschen gezählt`,
  "sign-as-nobody": ({ column, sign, count, meaning }) =>
    `„${sign}“ (${meaning}) in „${column}“: ${count} × als 0 Menschen gezählt`,
  "outside-city": ({ count }) => `${counted(count, "Zeile", "Zeilen")} außerhalb der Stadt: nicht übernommen`,
  "joined-row-skipped": ({ file, row, why }) => `${file}, Zeile ${row}: ${why}; übersprungen`,
  "joined-cells-left": ({ count }) =>
    `${counted(count, "Zelle", "Zellen")} der weiteren Dateien ohne Zeile in der ersten: nicht übernommen`,
  "grid-without-ages": () =>
    "keine Altersgruppen: jede Zielgruppe wird geschätzt, als wäre das Alter gleichmäßig verteilt",
  "ages-uncounted": ({ ages }) => `Alter ohne Spalte: ${ages}; Zielgruppen dieses Alters zählen 0`,
  "counts-rounded": ({ base }) =>
    `Anzahlen je Zelle auf Vielfache von ${base} gerundet, Summen der Gebiete auf 2 genau; mit --perturbed-by-publisher bleiben sie, wie die Stelle sie verändert hat`,
  "network-size": ({ nodes, edges, kilometres }) =>
    `Wegenetz: ${counted(nodes, "Knoten", "Knoten")}, ${counted(edges, "Abschnitt", "Abschnitte")}, ${counted(kilometres, "km", "km")}`,
  "network-islands": ({ count, kilometres }) =>
    `${counted(count, "abgetrenntes Stück", "abgetrennte Stücke")} des Wegenetzes mit zusammen ${counted(kilometres, "km", "km")} werden nicht begangen`,
  "network-without-areas": () =>
    "Gebiete sind nicht geladen: alle Wege der Datei wurden übernommen (mit --within West,Süd,Ost,Nord wird begrenzt)",
  "streets-not-walkable": ({ count }) =>
    `${counted(count, "Objekt", "Objekte")} ohne Weg zu Fuß (Autobahn, gesperrt, privat oder keine Linie)`,
  "streets-outside": ({ count }) => `${counted(count, "Weg", "Wege")} außerhalb der Stadt weggelassen`,
  "barriers-closed": ({ count }) =>
    `${counted(count, "Weg ist", "Wege sind")} an einer verschlossenen Sperre unterbrochen`,
  "ways-incomplete": ({ count }) =>
    `${counted(count, "Weg", "Wege")} weggelassen, weil Punkte in der Datei fehlen`,
  "no-heights": ({ count }) =>
    `Höhen sind nicht bekannt; Steigungen zählen nur an ${counted(count, "Weg, für den", "Wegen, für die")} die Datei sie nennt`,
} satisfies Record<string, Sentence>;

/** Why a whole import is refused; each sentence names what helps. */
const refusalSentences = {
  "demo-database": () =>
    "Diese Datenbank enthält die erfundene Demostadt; echte Daten gehören in eine leere Datenbank (DATA_DIR auf ein neues Verzeichnis setzen).",
  "file-missing": ({ file }) => `Die Datei „${file}“ gibt es nicht oder sie ist nicht lesbar.`,
  "file-too-large": ({ limit }) => `Die Datei ist größer als ${limit} MiB.`,
  "file-empty": () => "Die Datei ist leer.",
  "source-missing": ({ option }) => `Herkunft fehlt: bitte mit ${option} angeben.`,
  "bad-release": () => 'Die Freigabe braucht Stelle und Datum: --released "Statistisches Amt, 2026-01-31".',
  "not-readable": ({ what }) =>
    `Der Inhalt ist ${what}; gelesen werden CSV, XLSX, GeoJSON, GeoPackage, gezippte Shapefiles und OpenStreetMap-PBF.`,
  "archive-limits": ({ what }) => `Das Archiv überschreitet die Grenzen: ${what}.`,
  "archive-unsafe": ({ entry, what }) => `Das Archiv enthält ${what}: „${entry}“.`,
  "archive-nested": ({ entry }) =>
    `Das Archiv enthält ein weiteres Archiv: „${entry}“; bitte entpackt angeben.`,
  "archive-contents": () => "Das Archiv enthält weder Shapefile noch GeoPackage noch Excel-Tabelle.",
  "several-layers": ({ layers, option }) =>
    `Die Datei hat mehrere Ebenen (${layers}); bitte mit ${option} wählen.`,
  "layer-missing": ({ layer, layers }) => `Die Ebene „${layer}“ gibt es nicht; vorhanden: ${layers}.`,
  "no-header": () => "Die Tabelle hat keine Kopfzeile.",
  "duplicate-column": ({ column, first, second }) =>
    `Die Überschrift „${column}“ kommt zweimal vor (Spalte ${first} und Spalte ${second}).`,
  "column-missing": ({ column, columns }) => `Die Spalte „${column}“ gibt es nicht; vorhanden: ${columns}.`,
  "too-many-rows": ({ limit }) => `Die Tabelle hat mehr als ${limit} Zeilen.`,
  "too-many-columns": ({ limit }) => `Die Tabelle hat mehr als ${limit} Spalten.`,
  "too-many-features": ({ limit }) => `Die Datei hat mehr als ${limit} Objekte.`,
  "too-many-vertices": ({ limit }) => `Die Datei hat mehr als ${limit} Stützpunkte.`,
  "broken-file": ({ why }) => `Die Datei ist beschädigt oder unvollständig (${why}).`,
  "encoding-unknown": ({ encoding }) => `Den Zeichensatz „${encoding}“ gibt es nicht.`,
  "mixed-decimals": ({ column, comma, point }) =>
    `Spalte „${column}“ mischt Dezimalkomma (Zeile ${comma}) und Dezimalpunkt (Zeile ${point}); bitte die Datei berichtigen.`,
  "ambiguous-decimals": ({ column, rows }) =>
    `Spalte „${column}“: bei Werten wie in Zeile ${rows} ist nicht zu erkennen, ob das Zeichen Tausender oder Dezimalen trennt; bitte --decimal comma oder --decimal point angeben.`,
  "crs-missing": () =>
    "Die Datei nennt kein Koordinatensystem; bitte mit --crs 4326, 25832, 31467, 3035 oder 3857 angeben.",
  "crs-unsupported": ({ crs }) =>
    `Das Koordinatensystem „${crs}“ wird nicht gelesen; möglich sind 4326, 25832, 31467, 3035, 3857.`,
  "coordinates-projected": ({ x, y, name, option }) =>
    `Koordinaten außerhalb des gültigen Bereichs (${x}, ${y}) – ${name}? Dann mit ${option} importieren.`,
  "no-geometry": () =>
    "Die Datei hat keine Geometrie und keine erkennbaren Koordinatenspalten; bitte mit --x und --y angeben.",
  "residents-missing": ({ columns }) =>
    `Keine Spalte mit den Einwohnern erkannt; bitte mit --residents angeben. Vorhanden: ${columns}.`,
  "ages-overlap": ({ first, second }) =>
    `Die Altersgruppen „${first}“ und „${second}“ überschneiden sich; bitte mit --ages "SPALTE=0-3" die gewünschten angeben.`,
  "grid-places-missing": ({ columns }) =>
    `Weder Gitterzellen (Spalte GITTER_ID…) noch Koordinaten erkannt; bitte mit --key oder --x und --y angeben. Vorhanden: ${columns}.`,
  "joined-columns": ({ file, columns }) =>
    `${file}: keine Spalte mit Gitterzellen oder keine mit Altersgruppen; vorhanden: ${columns}.`,
  "joined-row": ({ file, row, why }) =>
    `${file}, Zeile ${row}: ${why}; mit --skip-bad-rows wird übersprungen, was fehlerhaft ist, und genannt.`,
  "areas-missing": ({ level }) => `Gebiete der Ebene ${level} sind noch nicht geladen.`,
  "bad-rows": ({ count, first }) =>
    `${counted(count, "fehlerhafte Zeile", "fehlerhafte Zeilen")} (${first}); mit --skip-bad-rows wird übersprungen, was fehlerhaft ist, und genannt.`,
  "nothing-accepted": () => "Keine Zeile konnte übernommen werden.",
  "record-taken": ({ why }) => `${why}`,
  "unknown-record-type": ({ type, types }) => `Die Art „${type}“ gibt es nicht; vorhanden: ${types}.`,
  "unknown-field": ({ field, fields }) => `Das Feld „${field}“ gibt es nicht; vorhanden: ${fields}.`,
  "bad-specification": ({ where, why }) => `Angaben zum Import: ${where}: ${why}.`,
  "bad-definition": ({ code, where, why }) => `Definition des Indikators „${code}“: ${where}: ${why}.`,
  "variable-missing": ({ name }) => `Die Umgebungsvariable ${name} ist nicht gesetzt.`,
  "unknown-source": ({ name, names }) => `Die Quelle „${name}“ ist nicht beschrieben; vorhanden: ${names}.`,
  "address-refused": ({ address }) => `Die Adresse ${address} ist für diese Quelle nicht zugelassen.`,
  "download-failed": ({ address, why }) => `Der Abruf von ${address} ist gescheitert (${why}).`,
  "no-streets": () =>
    "Die Datei enthält im Gebiet keine Wege, die man zu Fuß nehmen kann (Linien mit dem Merkmal highway).",
  "reader-timeout": ({ seconds }) => `Das Lesen wurde nach ${seconds} Sekunden abgebrochen.`,
  "reader-crashed": () => "Das Lesen der Datei ist abgebrochen (Speichergrenze oder beschädigte Datei).",
} satisfies Record<string, Sentence>;

export type RowProblemCode = keyof typeof rowSentences;
export type NoteCode = keyof typeof noteSentences;
export type RefusalCode = keyof typeof refusalSentences;

export interface RowProblem {
  code: RowProblemCode;
  facts: Facts;
}

export function rowSentence({ code, facts }: RowProblem): string {
  return rowSentences[code](facts);
}

export function noteSentence(code: NoteCode, facts: Facts): string {
  return noteSentences[code](facts);
}

/**
 * An import that cannot be: thrown anywhere on the way and turned into an answer by `runImport`.
 * `message` is the German sentence; code and facts are for a page that says it otherwise.
 */
export class ImportRefusal extends Error {
  readonly code: RefusalCode;
  readonly facts: Facts;
  constructor(code: RefusalCode, facts: Facts = {}) {
    super(refusalSentences[code](facts));
    this.code = code;
    this.facts = facts;
  }
}
