/**
 * How titles are searched and sorted. Both databases must agree to the last row, whatever the collation of the
 * installation, so the key is computed here and compared byte by byte (PostgreSQL: COLLATE "C").
 */

/** Letters of German lists and of names in them, sorted as their base letter (DIN 5007-1). */
export const accentedLetters = "äáàâãåāăąçćčďđéèêëēęěğíìîïīıłñńňóòôöõøōőřśšşťúùûüūůűýÿžźż";
export const baseLetters = "aaaaaaaaacccddeeeeeeegiiiiiilnnnoooooooorssstuuuuuuuyyzzz";
export const letterPairs = [
  ["ß", "ss"],
  ["æ", "ae"],
  ["œ", "oe"],
] as const;

const base = new Map(
  [...accentedLetters].map((letter, index) => [letter, [...baseLetters][index] ?? letter]),
);
for (const [letter, pair] of letterPairs) base.set(letter, pair);

/** Text as the literal search compares it: one Unicode form, lower case. */
export function lowerCase(text: string): string {
  return text.normalize("NFC").toLowerCase();
}

/** Key whose byte order is the order of a German list: "Ärztehaus" before "Bad", "Straße" as "Strasse". */
export function sortKey(text: string): string {
  let key = "";
  for (const letter of lowerCase(text)) key += base.get(letter) ?? letter;
  return key;
}
