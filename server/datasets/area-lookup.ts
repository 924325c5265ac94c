export interface NamedArea {
  number: string;
  name: string | null;
}

export type AreaMatch =
  | { kind: "found"; area: NamedArea; by: "number" | "name" | "number-variant" | "name-variant" }
  | { kind: "unknown" }
  | { kind: "ambiguous"; candidates: NamedArea[] };

/**
 * Finds the area a row of a table means, by official number first, else by name. Names are compared in
 * steps from strict to loose (see `nameKeys`), so that a loose spelling never beats an exact one; a
 * spelling that fits several areas matches none of them.
 */
export class AreaLookup {
  readonly areas: readonly NamedArea[];
  readonly #numbers: Map<string, NamedArea[]>;
  readonly #shortNumbers: Map<string, NamedArea[]>;
  readonly #names: Map<string, NamedArea[]>[];
  readonly #cityName: string | undefined;

  constructor(areas: readonly NamedArea[], cityName?: string) {
    this.areas = areas;
    this.#cityName = cityName;
    this.#numbers = index(areas, ({ number }) => number);
    this.#shortNumbers = index(areas, ({ number }) => withoutZeros(number));
    const steps = nameKeys("", cityName).length;
    this.#names = Array.from({ length: steps }, (_, step) =>
      index(areas, ({ name }) => nameKeys(name ?? "", cityName)[step]!),
    );
  }

  find({ number, name }: { number?: string | null; name?: string | null }): AreaMatch {
    if (number) return this.#byNumber(number.trim());
    return name ? this.#byName(name) : { kind: "unknown" };
  }

  #byNumber(number: string): AreaMatch {
    const exact = this.#numbers.get(number);
    if (exact) return answer(exact, "number");
    return answer(this.#shortNumbers.get(withoutZeros(number)), "number-variant");
  }

  #byName(name: string): AreaMatch {
    const exact = this.areas.filter((area) => area.name === name);
    if (exact.length > 0) return answer(exact, "name");
    for (const [step, key] of nameKeys(name, this.#cityName).entries()) {
      const areas = key ? this.#names[step]!.get(key) : undefined;
      if (areas) return answer(areas, "name-variant");
    }
    return { kind: "unknown" };
  }

  /** True when two spellings mean the same name, such as "Stuttgart-Mitte" and "Mitte". */
  meansSame(a: string, b: string): boolean {
    const keys = nameKeys(b, this.#cityName);
    return nameKeys(a, this.#cityName).some((key, step) => key !== "" && key === keys[step]);
  }
}

function answer(
  areas: NamedArea[] | undefined,
  by: "number" | "name" | "number-variant" | "name-variant",
): AreaMatch {
  if (!areas) return { kind: "unknown" };
  return areas.length === 1
    ? { kind: "found", area: areas[0]!, by }
    : { kind: "ambiguous", candidates: areas };
}

function index(areas: readonly NamedArea[], keyOf: (area: NamedArea) => string): Map<string, NamedArea[]> {
  const groups = new Map<string, NamedArea[]>();
  for (const area of areas) {
    const key = keyOf(area);
    if (key) groups.set(key, [...(groups.get(key) ?? []), area]);
  }
  return groups;
}

const withoutZeros = (number: string): string =>
  number
    .trim()
    .replace(/^0+(?=.)/, "")
    .toLowerCase();

/**
 * Keys of a name, each looser than the one before:
 * 1. spelling: case, umlauts (ä = ae, ß = ss), hyphens, blanks, dots and brackets do not count, "Sankt" = "St."
 * 2. without the kind of area in front ("Stadtbezirk Mitte")
 * 3. without the city in front or behind ("Stuttgart-Mitte", "Mitte (Stuttgart)")
 * 4. without "Bad" in front ("Bad Cannstatt" = "Cannstatt")
 */
export function nameKeys(name: string, cityName?: string): [string, string, string, string] {
  const words = wordsOf(name);
  const plain = dropLeading(words, ["stadtbezirk", "stadtteil", "stadtviertel", "ortsteil", "bezirk"]);
  const city = cityName ? wordsOf(cityName) : [];
  const local = withoutCity(plain, city);
  const loose = dropLeading(local, ["bad"]);
  return [words.join(""), plain.join(""), local.join(""), loose.join("")];
}

function wordsOf(name: string): string[] {
  return name
    .normalize("NFC")
    .toLowerCase()
    .replaceAll("ä", "ae")
    .replaceAll("ö", "oe")
    .replaceAll("ü", "ue")
    .replaceAll("ß", "ss")
    .split(/[^a-z0-9\u00e0-\u024f]+/)
    .filter((word) => word !== "")
    .map((word) => (word === "sankt" ? "st" : word));
}

function dropLeading(words: string[], removable: readonly string[]): string[] {
  return words.length > 1 && removable.includes(words[0]!) ? words.slice(1) : words;
}

function withoutCity(words: string[], city: readonly string[]): string[] {
  if (city.length === 0 || words.length <= city.length) return words;
  if (city.every((word, index) => words[index] === word)) return words.slice(city.length);
  const tail = words.slice(-city.length);
  return city.every((word, index) => tail[index] === word) ? words.slice(0, -city.length) : words;
}
