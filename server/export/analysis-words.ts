import type { Ingredients } from "#domain/analysis/answers.ts";
import { profiles } from "#domain/network/profile.ts";
import { supplyLayers } from "#domain/site/site-fields.ts";

/** German words for what a figure was made from, the same in every file and on every sheet. */

const methodNames = {
  network: "Fußweg auf dem Wegenetz",
  "air-line": "Luftlinie × 1,3",
} as const satisfies Record<Ingredients["method"], string>;

export function methodName({ method }: Pick<Ingredients, "method">): string {
  return methodNames[method];
}

export function longestWay({ limit, measure }: Pick<Ingredients, "limit" | "measure">): string {
  return `${germanNumber(limit)} ${unitOf(measure)}`;
}

export function unitOf(measure: Ingredients["measure"]): string {
  return measure === "metres" ? "m" : "min";
}

export function agesName({ from, to }: Ingredients["ages"]): string {
  if (to === null) return from === 0 ? "alle Altersgruppen" : `ab ${from} Jahren`;
  return `${from} bis unter ${to} Jahre`;
}

export function layerNames(layers: Ingredients["layers"]): string {
  return layers.map((layer) => supplyLayers[layer].de).join(", ");
}

export function germanNumber(value: number, decimals = 0): string {
  return value.toLocaleString("de-DE", { maximumFractionDigits: decimals });
}

/** 2024-12-31 as 31.12.2024; years and other periods stay as they are. */
export function germanDate(date: string): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date);
  return match ? `${match[3]}.${match[2]}.${match[1]}` : date;
}

/** "So gerechnet" as name and value, in the order it is read. */
export function ingredientLines(ingredients: Ingredients): [string, string][] {
  const { grid, network, capacityDates, parameterSet, profile } = ingredients;
  const dated = ({ source, referenceDate }: { source: string; referenceDate: string }) =>
    `${source}, Stand ${germanDate(referenceDate)}`;
  return [
    ["Weg", methodName(ingredients)],
    ["Gehprofil", profiles[profile].de],
    [
      "Längster Weg",
      `${longestWay(ingredients)}${ingredients.differsFromStandard ? " (weicht vom Standard ab)" : ""}`,
    ],
    ["Zielgruppe", `${agesName(ingredients.ages)}${ingredients.agesEstimated ? " (geschätzt)" : ""}`],
    ["Angebotsebenen", layerNames(ingredients.layers)],
    ["Kennwertsatz", `${parameterSet.name}, gültig ab ${germanDate(parameterSet.validFrom)}`],
    ["Bevölkerung", dated(grid)],
    ["Wegenetz", network ? dated(network) : "keines geladen"],
    [
      "Kapazitäten",
      capacityDates
        ? capacityDates.earliest === capacityDates.latest
          ? `Stand ${germanDate(capacityDates.latest)}`
          : `Stand ${germanDate(capacityDates.earliest)} bis ${germanDate(capacityDates.latest)}`
        : "keine bekannt",
    ],
  ];
}
