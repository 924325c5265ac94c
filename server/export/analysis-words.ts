import type { Ingredients } from "#domain/analysis/answers.ts";
import { profiles } from "#domain/network/profile.ts";
import { supplyLayers } from "#domain/site/site-fields.ts";
import type { Language, Text } from "#domain/text/text.ts";

/** Words for what a figure was made from, the same in every file and on every sheet. */

const methodNames: Readonly<Record<Ingredients["method"], Text>> = {
  network: { de: "Fußweg auf dem Wegenetz", en: "Walk on the walking network" },
  "air-line": { de: "Luftlinie × 1,3", en: "Air line × 1.3" },
};

const words = {
  de: {
    way: "Weg",
    profile: "Gehprofil",
    limit: "Längster Weg",
    differs: " (weicht vom Standard ab)",
    ages: "Zielgruppe",
    estimated: " (geschätzt)",
    layers: "Angebotsebenen",
    set: "Kennwertsatz",
    validFrom: "gültig ab",
    people: "Bevölkerung",
    network: "Wegenetz",
    noNetwork: "keines geladen",
    capacity: "Kapazitäten",
    unknown: "keine bekannt",
    asOf: "Stand",
    until: "bis",
    everybody: "alle Altersgruppen",
    from: (from: number) => `ab ${from} Jahren`,
    between: (from: number, to: number) => `${from} bis unter ${to} Jahre`,
  },
  en: {
    way: "Way",
    profile: "Walking profile",
    limit: "Longest way",
    differs: " (differs from the standard)",
    ages: "Target group",
    estimated: " (estimated)",
    layers: "Supply layers",
    set: "Parameter set",
    validFrom: "valid from",
    people: "Population",
    network: "Walking network",
    noNetwork: "none loaded",
    capacity: "Capacities",
    unknown: "none known",
    asOf: "as of",
    until: "to",
    everybody: "all ages",
    from: (from: number) => `${from} and over`,
    between: (from: number, to: number) => `${from} to under ${to} years`,
  },
};

export function methodName({ method }: Pick<Ingredients, "method">, language: Language = "de"): string {
  return methodNames[method][language];
}

export function longestWay(
  { limit, measure }: Pick<Ingredients, "limit" | "measure">,
  language: Language = "de",
): string {
  return `${numberText(limit, language)} ${unitOf(measure)}`;
}

export function unitOf(measure: Ingredients["measure"]): string {
  return measure === "metres" ? "m" : "min";
}

export function agesName({ from, to }: Ingredients["ages"], language: Language = "de"): string {
  const say = words[language];
  if (to !== null) return say.between(from, to);
  return from === 0 ? say.everybody : say.from(from);
}

export function numberText(value: number, language: Language = "de", decimals = 0): string {
  return value.toLocaleString(language === "de" ? "de-DE" : "en-GB", { maximumFractionDigits: decimals });
}

/** 2024-12-31 as 31.12.2024 or 31/12/2024; years and other periods stay as they are. */
export function dateText(date: string, language: Language = "de"): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date);
  if (!match) return date;
  return [match[3], match[2], match[1]].join(language === "de" ? "." : "/");
}

/** "So gerechnet" as name and value, in the order it is read. */
export function ingredientLines(ingredients: Ingredients, language: Language = "de"): [string, string][] {
  const { grid, network, capacityDates, parameterSet, profile, layers } = ingredients;
  const say = words[language];
  const date = (text: string) => dateText(text, language);
  const dated = ({ source, referenceDate }: { source: string; referenceDate: string }) =>
    `${source}, ${say.asOf} ${date(referenceDate)}`;
  const between = ({ earliest, latest }: { earliest: string; latest: string }) =>
    earliest === latest ? date(latest) : `${date(earliest)} ${say.until} ${date(latest)}`;
  return [
    [say.way, methodName(ingredients, language)],
    [say.profile, profiles[profile][language]],
    [say.limit, `${longestWay(ingredients, language)}${ingredients.differsFromStandard ? say.differs : ""}`],
    [say.ages, `${agesName(ingredients.ages, language)}${ingredients.agesEstimated ? say.estimated : ""}`],
    [say.layers, layers.map((layer) => supplyLayers[layer][language]).join(", ")],
    [say.set, `${parameterSet.name}, ${say.validFrom} ${date(parameterSet.validFrom)}`],
    [say.people, dated(grid)],
    [say.network, network ? dated(network) : say.noNetwork],
    [say.capacity, capacityDates ? `${say.asOf} ${between(capacityDates)}` : say.unknown],
  ];
}
