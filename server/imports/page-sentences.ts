import type { Facts, RefusalCode } from "../datasets/sentences.ts";

type Sentence = (facts: Facts) => string;

const fields: Readonly<Record<string, string>> = {
  "--source-text": "die Quelle",
  "--licence": "die Lizenz",
  "--reference-date": "der Stichtag",
};

/** Refusals whose sentence names an option of the command line, in the words of the page. */
const refusals: Partial<Record<RefusalCode, Sentence>> = {
  "demo-database": () =>
    "Diese Datenbank enthält die erfundene Demostadt. Prüfen können Sie hier jede Datei; veröffentlicht werden echte Daten nur in einer eigenen Datenbank.",
  "source-missing": ({ option }) => `Es fehlt ${fields[String(option)] ?? "eine Angabe"}.`,
  "bad-release": () => "Die Freigabe braucht eine Stelle und ein Datum.",
  "several-layers": ({ layers }) =>
    `Die Datei hat mehrere Ebenen oder Blätter (${layers}); bitte wählen Sie eine.`,
  "ambiguous-decimals": ({ column, rows }) =>
    `Spalte „${column}“: bei Werten wie in Zeile ${rows} ist nicht zu erkennen, ob das Zeichen Tausender oder Dezimalen trennt; bitte wählen Sie Komma oder Punkt.`,
  "crs-missing": () => "Die Datei nennt kein Koordinatensystem; bitte wählen Sie eines.",
  "coordinates-projected": ({ x, y, name }) =>
    `Koordinaten außerhalb des gültigen Bereichs (${x}, ${y}) – ${name}? Bitte wählen Sie dieses Koordinatensystem.`,
  "no-geometry": () =>
    "Die Datei hat keine Geometrie und keine erkennbaren Koordinatenspalten; bitte ordnen Sie Rechts- und Hochwert zu.",
  "bad-rows": ({ count, first }) =>
    `${Number(count) === 1 ? "Eine fehlerhafte Zeile" : `${Number(count).toLocaleString("de-DE")} fehlerhafte Zeilen`} (${first}). Berichtigen Sie die Datei oder wählen Sie „Fehlerhafte Zeilen auslassen“.`,
};

/** The sentence of a refusal for somebody at the page. */
export function pageRefusal(code: RefusalCode, facts: Facts, sentence: string): string {
  return refusals[code]?.(facts) ?? sentence;
}
