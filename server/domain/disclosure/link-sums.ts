import { periodYear } from "../indicator/observation.ts";
import type { Count, CountTable } from "./count-table.ts";
import { type Block, countName, type Place, type Places, type TableEntry } from "./observation-table.ts";
import { isSensitive } from "./sensitive.ts";
import { thresholdAt } from "./suppression.ts";

/** Adds sums between indicators and between years; returns how many areas and periods contradict themselves. */
export function addLinkSums(
  block: Block,
  entries: readonly TableEntry[],
  table: CountTable,
  places: Places,
): number {
  let contradictions = 0;
  for (const { indicator } of block.indicators.values()) {
    const { parts, runningTotalOf, changeOf } = indicator.links ?? {};
    if (parts) contradictions += addNestedParts(block, indicator.code, parts, table, places);
    if (runningTotalOf !== undefined) addRunningTotals(block, indicator.code, runningTotalOf, table, places);
    if (changeOf !== undefined)
      addChanges(block, { code: indicator.code, changeOf }, { entries, table, places });
  }
  return contradictions;
}

function periodsOf({ given }: Block, code: string): string[] {
  const own = given.filter(({ observation }) => observation.indicatorCode === code);
  return [...new Set(own.map(({ observation }) => observation.period))].sort();
}

function placesOf(block: Block, code: string, period: string, places: Places): Map<string, Place> {
  const found = block.indicators.get(code);
  return found ? places.of(countName(found.indicator), period) : new Map();
}

/**
 * Nested bands: whole = parts + remainder. The remainder is told by no figure but by subtraction, so it is guarded
 * like one where it is small. Bands that leave nothing over anywhere are complete, as everyone who reads their
 * names knows.
 */
function addNestedParts(
  block: Block,
  code: string,
  parts: readonly string[],
  table: CountTable,
  places: Places,
): number {
  const found: { whole: Place; bands: Place[]; left: number }[] = [];
  for (const period of periodsOf(block, code)) {
    for (const [area, whole] of placesOf(block, code, period, places)) {
      const bands = parts.flatMap((part) => placesOf(block, part, period, places).get(area) ?? []);
      if (bands.length === 0) continue;
      found.push({ whole, bands, left: whole.count.value - sumOf(bands.map(({ count }) => count.value)) });
    }
  }
  const isComplete = found.every(({ left }) => left === 0);
  const { rule } = block.indicators.get(code)!;
  let contradictions = 0;
  for (const { whole, bands, left } of found) {
    const counts = bands.map(({ count }) => count);
    if (left < 0) contradictions++;
    else if (isComplete) table.sum(whole.count, counts);
    else {
      const level = whole.area.slice(0, whole.area.indexOf(" ")) as Parameters<typeof thresholdAt>[1];
      const threshold = thresholdAt(rule, level);
      const most = remainingDenominator(whole, bands);
      const people = { numerator: left, denominator: Number.isFinite(most) ? most : null };
      const isSmall = isSensitive(people, { threshold, minDenominator: 0, zeroIsSafe: true });
      const remainder = table.count({ value: left, most, guarded: isSmall ? threshold : 0 });
      table.sum(whole.count, [...counts, remainder]);
    }
  }
  return contradictions;
}

function remainingDenominator(whole: Place, bands: readonly Place[]): number {
  const all = whole.people?.denominator;
  const denominators = bands.map(({ people }) => people?.denominator);
  if (all == null || denominators.some((one) => one == null)) return Number.POSITIVE_INFINITY;
  const most = all - sumOf(denominators.map((one) => one ?? 0));
  // Bands of one denominator share it: nothing can be said about who is left.
  return most >= whole.count.value - sumOf(bands.map(({ count }) => count.value))
    ? most
    : Number.POSITIVE_INFINITY;
}

/** Running total of a year = that of the year before + the year's own count. */
function addRunningTotals(block: Block, code: string, of: string, table: CountTable, places: Places): void {
  const periods = periodsOf(block, code);
  const yearly = periodsOf(block, of);
  for (const [k, period] of periods.entries()) {
    const before = k === 0 ? undefined : periods[k - 1]!;
    const added = yearly.filter(
      (one) => periodYear(one) <= periodYear(period) && (!before || periodYear(one) > periodYear(before)),
    );
    for (const [area, { count: total }] of placesOf(block, code, period, places)) {
      const earlier = before && placesOf(block, code, before, places).get(area)?.count;
      if (before && !earlier) continue;
      const own = added.flatMap((one) => placesOf(block, of, one, places).get(area)?.count ?? []);
      if (own.length > 0) table.sum(total, [...(earlier ? [earlier] : []), ...own]);
    }
  }
}

/** Count of a period = count of the period before + change. A change may be negative and is nobody's own count. */
function addChanges(
  block: Block,
  { code, changeOf }: { code: string; changeOf: string },
  { entries, table, places }: { entries: readonly TableEntry[]; table: CountTable; places: Places },
): void {
  const periods = periodsOf(block, changeOf);
  for (const { given, figure } of entries) {
    const { indicatorCode, level, areaNumber, period } = given.observation;
    if (indicatorCode !== code) continue;
    const place = periods.findIndex((one) => periodYear(one) === periodYear(period));
    if (place < 1) continue;
    const at = (one: string) => placesOf(block, changeOf, one, places).get(`${level} ${areaNumber}`)?.count;
    const [now, before] = [at(periods[place]!), at(periods[place - 1]!)];
    if (!now || !before) continue;
    const change: Count = table.count({
      value: now.value - before.value,
      least: Number.NEGATIVE_INFINITY,
    });
    figure.counts.push(change);
    change.tellers.push(figure);
    table.sum(now, [before, change], 0);
  }
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
