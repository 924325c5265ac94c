import type { Indicator } from "../indicator/indicator.ts";
import type { Observation } from "../indicator/observation.ts";
import { type AreaOverlap, type AreaTree, areaKey, isNested, wholeShare } from "./area-tree.ts";
import type { Figure } from "./count-table.ts";
import { grouped } from "./grouped.ts";
import { hidden } from "./hidden.ts";
import { type GivenObservation, minDenominatorOf, type TableEntry } from "./observation-table.ts";
import { factorOf, type PeopleCounted, peopleCounted } from "./sensitive.ts";
import type { Suppression } from "./suppression.ts";

/**
 * Controlled rounding: the smallest areas are rounded to the nearest multiple of the base (half up), every larger
 * one is the sum of its rounded parts. So all tables add up, and a total says nothing its parts do not say: each
 * count stays hidden among `base` neighbours. A total may be off by more than half a base in return. Areas that cut
 * across others are not told, because two roundings could be taken from one another.
 */
export function rounded(
  { indicator, rule }: { indicator: Indicator; rule: Suppression },
  given: readonly GivenObservation[],
  tree: AreaTree,
  overlaps: readonly AreaOverlap[],
): { told: Map<Observation, Observation>; entries: TableEntry[] } {
  const told = new Map<Observation, Observation>();
  const entries: TableEntry[] = [];
  for (const block of grouped(given, ({ observation }) => observation.period).values()) {
    const own = new Map(
      block.map(({ observation: o }) => [areaKey({ level: o.level, number: o.areaNumber }), o]),
    );
    const counted = new Map<string, PeopleCounted>();
    for (const [area, observation] of own) {
      const people = peopleCounted(indicator, observation);
      if (people) counted.set(area, people);
    }
    const sums = roundedSums(counted, tree, rule.rounding, wholeParts(own, overlaps));
    for (const one of block) {
      const { observation } = one;
      const people = sums.get(areaKey({ level: observation.level, number: observation.areaNumber }));
      const isShown = observation.state === "VALUE";
      const shown = isShown ? toldAs(observation, people, indicator) : hidden(observation);
      if (!one.isFixed) told.set(observation, shown);
      const figure: Figure = {
        counts: [],
        isHidden: shown.state !== "VALUE",
        mayBeHidden: true,
        isDerived: false,
      };
      const reason = !isShown ? ("WITHHELD" as const) : figure.isHidden ? ("PRIMARY" as const) : null;
      entries.push({ given: one, figure, count: null, reason });
    }
  }
  return { told, entries };
}

function toldAs(raw: Observation, people: PeopleCounted | undefined, indicator: Indicator): Observation {
  if (!people) return hidden(raw);
  const { numerator, denominator } = people;
  const { indicatorCode, level, areaNumber, period, flag } = raw;
  const place = { indicatorCode, level, areaNumber, period, ...(flag && { flag }) };
  if (indicator.kind === "count") return { ...place, value: numerator, state: "VALUE", numerator };
  if (!denominator || denominator < minDenominatorOf(indicator)) return hidden(raw);
  const value = Number(((factorOf(indicator.unit) * numerator) / denominator).toFixed(indicator.decimals));
  return { ...place, value, state: "VALUE", numerator, denominator };
}

/** Inner areas of overlapping kinds that are made of whole other areas; undefined for those that cut some. */
function wholeParts(
  own: ReadonlyMap<string, Observation>,
  overlaps: readonly AreaOverlap[],
): Map<string, string[] | undefined> {
  const parts = new Map<string, string[] | undefined>();
  for (const [area, { level }] of own) if (!isNested(level)) parts.set(area, undefined);
  const present = overlaps.filter(({ inner }) => own.has(areaKey(inner)));
  for (const [outer, pairs] of grouped(present, (pair) => areaKey(pair.outer))) {
    const isWhole = pairs.every(({ share }) => share >= wholeShare);
    if (parts.has(outer) && isWhole)
      parts.set(
        outer,
        pairs.map((pair) => areaKey(pair.inner)),
      );
  }
  return parts;
}

function roundedSums(
  counted: ReadonlyMap<string, PeopleCounted>,
  tree: AreaTree,
  base: number,
  crossing: ReadonlyMap<string, string[] | undefined>,
): Map<string, PeopleCounted> {
  const parts = new Map<string, string[]>();
  for (const area of counted.keys()) {
    let parent = tree.parentOf(area);
    while (parent !== undefined && !counted.has(parent)) parent = tree.parentOf(parent);
    if (parent !== undefined) parts.set(parent, [...(parts.get(parent) ?? []), area]);
  }
  for (const [area, own] of crossing) if (own) parts.set(area, own);
  const results = new Map<string, PeopleCounted>();
  const round = (value: number) => Math.floor(value / base + 0.5) * base;
  const resultOf = (area: string): PeopleCounted => {
    const found = results.get(area);
    if (found) return found;
    const own = counted.get(area)!;
    const below = (parts.get(area) ?? []).filter((part) => counted.has(part));
    const rest = (read: (people: PeopleCounted) => number) =>
      below.reduce((sum, part) => sum + read(resultOf(part)), 0) +
      round(read(own) - below.reduce((sum, part) => sum + read(counted.get(part)!), 0));
    const result: PeopleCounted = {
      numerator: rest(({ numerator }) => numerator),
      denominator: own.denominator === null ? null : rest(({ denominator }) => denominator ?? 0),
    };
    results.set(area, result);
    return result;
  };
  for (const area of counted.keys()) {
    if (!crossing.has(area) || crossing.get(area)) results.set(area, resultOf(area));
  }
  return results;
}
