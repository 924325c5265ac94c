import type { Indicator } from "../indicator/indicator.ts";
import type { Observation } from "../indicator/observation.ts";
import { type AreaOverlap, type AreaTree, areaKey } from "./area-tree.ts";
import { type Count, CountTable, type Figure } from "./count-table.ts";
import { addLinkSums } from "./link-sums.ts";
import { addOverlapSums } from "./overlap-sums.ts";
import { isSensitive, type PeopleCounted, peopleCounted, sensitivity } from "./sensitive.ts";
import { defaultMinDenominator, type Suppression } from "./suppression.ts";

/** A raw observation on its way to the public, or one of another release that is told or hidden already. */
export interface GivenObservation {
  observation: Observation;
  /** Set for figures of other releases: they stay as they are. */
  isFixed?: { isHidden: boolean };
}

export interface TableEntry {
  given: GivenObservation;
  figure: Figure;
  /** Its numerator; null where nobody can say how many people a figure counts. */
  count: Count | null;
  reason: "PRIMARY" | "WITHHELD" | null;
}

export interface ObservationTable {
  table: CountTable;
  entries: TableEntry[];
  /** Parts that are together larger than their whole: no sum is drawn from them. */
  contradictions: number;
}

export interface Block {
  /** Indicators whose counts hang together, each with the rule that holds for it. */
  indicators: ReadonlyMap<string, { indicator: Indicator; rule: Suppression }>;
  given: readonly GivenObservation[];
  tree: AreaTree;
  overlaps: readonly AreaOverlap[];
}

/** What is known of a count before it is put into sums. */
export interface Place {
  count: Count;
  code: string;
  area: string;
  period: string;
  people: PeopleCounted | undefined;
}

/** Counts by what they count, area and period. */
export class Places {
  readonly all = new Map<string, Map<string, Place>>();

  /** Counts of one thing at one time, by area. */
  of(name: string, period: string): Map<string, Place> {
    const key = `${name} ${period}`;
    const found = this.all.get(key) ?? new Map<string, Place>();
    this.all.set(key, found);
    return found;
  }
}

/** Numerators are called after the indicator unless they are declared to be counted elsewhere too. */
export function countName(indicator: Indicator): string {
  return indicator.links?.counts ?? indicator.code;
}

/** Everything an attacker could calculate with: counts of the block, what tells them, and all sums between them. */
export function observationTable(block: Block): ObservationTable {
  const table = new CountTable();
  const places = new Places();
  const entries: TableEntry[] = [];
  for (const given of block.given) {
    const entry = entryOf(given, block, table, places);
    if (entry) entries.push(entry);
  }
  addDenominators(block, entries, places);
  for (const byArea of places.all.values()) addTreeSums(byArea, block.tree, table);
  const contradictions = addLinkSums(block, entries, table, places);
  for (const byArea of places.all.values()) addOverlapSums(byArea, block.overlaps, table);
  for (const { figure, reason } of entries) if (reason) figure.isHidden = true;
  hideTogether(table, entries);
  return { table, entries, contradictions };
}

function entryOf(
  given: GivenObservation,
  { indicators }: Block,
  table: CountTable,
  places: Places,
): TableEntry | undefined {
  const { observation } = given;
  const { indicator, rule } = indicators.get(observation.indicatorCode)!;
  const { links = {} } = indicator;
  const isShown = observation.state === "VALUE";
  const people = peopleCounted(indicator, observation);
  const isHiddenAtSource = observation.state === "SUPPRESSED";
  if (!isShown && !people && !isHiddenAtSource) return undefined;
  const figureOf = (counts: Count[], isHidden: boolean) =>
    table.figure(counts, {
      isHidden: given.isFixed?.isHidden ?? isHidden,
      mayBeHidden: !given.isFixed,
      isDerived: links.runningTotalOf !== undefined || links.changeOf !== undefined,
    });
  if (links.changeOf !== undefined) {
    return { given, figure: figureOf([], !isShown), count: null, reason: isShown ? null : "WITHHELD" };
  }
  if (indicator.kind === "mean" || indicator.kind === "index") {
    const isSmall = observation.denominator != null && observation.denominator < minDenominatorOf(indicator);
    const reason = !isShown ? "WITHHELD" : isSmall ? "PRIMARY" : null;
    return { given, figure: figureOf([], reason !== null), count: null, reason };
  }
  // Nobody can say how many people this figure tells of: in doubt it is hidden.
  if (isShown && !people) return { given, figure: figureOf([], true), count: null, reason: "PRIMARY" };
  const { threshold, ...rest } = sensitivity(
    rule,
    { ...indicator, minDenominator: minDenominatorOf(indicator) },
    observation.level,
  );
  const area = areaKey({ level: observation.level, number: observation.areaNumber });
  const byArea = places.of(countName(indicator), observation.period);
  const known = byArea.get(area);
  const count =
    known?.count ??
    table.count({
      value: people?.numerator ?? Number.NaN,
      most: people?.denominator ?? Number.POSITIVE_INFINITY,
      guarded: threshold,
    });
  if (known) {
    count.guarded = Math.max(count.guarded, threshold);
    count.most = Math.min(count.most, people?.denominator ?? Number.POSITIVE_INFINITY);
  } else byArea.set(area, { count, code: indicator.code, area, period: observation.period, people });
  const isPrimary = isHiddenAtSource || (people !== undefined && isSensitive(people, { threshold, ...rest }));
  const reason = !isShown && !isHiddenAtSource ? "WITHHELD" : isPrimary ? "PRIMARY" : null;
  return { given, figure: figureOf([count], reason !== null), count, reason: given.isFixed ? null : reason };
}

/** Rates tell nothing about few people, whatever is counted of them (METHODS §10). */
export function minDenominatorOf({ kind, minDenominator }: Indicator): number {
  return minDenominator ?? (kind === "count" ? 0 : defaultMinDenominator);
}

/** A rate tells its denominator too, where another indicator counts the same people. */
function addDenominators({ indicators }: Block, entries: TableEntry[], places: Places): void {
  const names = new Set([...indicators.values()].map(({ indicator }) => countName(indicator)));
  for (const { given, figure } of entries) {
    const { indicatorCode, level, areaNumber, period, denominator } = given.observation;
    const name = indicators.get(indicatorCode)!.indicator.links?.outOf;
    if (name === undefined || !names.has(name) || denominator == null) continue;
    const count = places.of(name, period).get(areaKey({ level, number: areaNumber }))?.count;
    if (!count) continue;
    figure.counts.push(count);
    count.tellers.push(figure);
  }
}

/** Each area's count is part of that of the nearest larger area with one. */
function addTreeSums(byArea: ReadonlyMap<string, Place>, tree: AreaTree, table: CountTable): void {
  const parts = new Map<string, Count[]>();
  for (const [area, { count }] of byArea) {
    let parent = tree.parentOf(area);
    while (parent !== undefined && !byArea.has(parent)) parent = tree.parentOf(parent);
    if (parent !== undefined) parts.set(parent, [...(parts.get(parent) ?? []), count]);
  }
  // Smaller areas first, so that a total the source hides is known from its parts.
  for (const [area, own] of [...parts].reverse()) {
    const total = byArea.get(area)!.count;
    table.sum(total, own, settled(total, own));
  }
  for (const { count } of byArea.values()) if (Number.isNaN(count.value)) count.value = 0;
}

/**
 * Gives counts the source hides a value that keeps their sum, and returns what the sum leaves over. Which of
 * several unknown parts holds how much makes no difference to what an attacker can say.
 */
function settled(total: Count, parts: readonly Count[]): number {
  const unknown = parts.filter(({ value }) => Number.isNaN(value));
  const known = parts.reduce((sum, { value }) => sum + (Number.isNaN(value) ? 0 : value), 0);
  if (Number.isNaN(total.value)) {
    for (const part of unknown) part.value = 0;
    total.value = known;
    return 0;
  }
  const left = total.value - known;
  if (unknown.length === 0 || left < 0) {
    for (const part of unknown) part.value = 0;
    return left;
  }
  for (const [k, part] of unknown.entries()) {
    part.value = Math.floor(left / unknown.length) + (k < left % unknown.length ? 1 : 0);
  }
  return 0;
}

/** A count that is too small is told by none of its figures, whichever of them says so. */
function hideTogether(table: CountTable, entries: readonly TableEntry[]): void {
  const primary = new Set(entries.flatMap(({ count, reason }) => (count && reason ? [count] : [])));
  for (const count of table.counts) {
    if (!primary.has(count)) continue;
    for (const teller of count.tellers) if (teller.mayBeHidden) teller.isHidden = true;
  }
}
