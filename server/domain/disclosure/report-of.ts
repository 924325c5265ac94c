import { type AreaTree, areaKey } from "./area-tree.ts";
import type { Interval } from "./bounds.ts";
import { type Count, isTold } from "./count-table.ts";
import type { DisclosureReport, DisclosureTable } from "./disclosure-report.ts";
import { grouped } from "./grouped.ts";
import type { TableEntry } from "./observation-table.ts";
import type { Suppression } from "./suppression.ts";

/** What disclosure control did to one indicator in one block of figures. */
export interface ReportedBlock {
  code: string;
  entries: readonly TableEntry[];
  /** Bounds of the indicator's counts that are not told. */
  bounds: ReadonlyMap<Count, Interval>;
  unprotected: readonly Count[];
  contradictions: number;
}

/** Puts the blocks of one indicator together to the report that is kept with its release. */
export function reportOf(
  { code, rule, minDenominator }: { code: string; rule: Suppression; minDenominator: number },
  blocks: readonly ReportedBlock[],
  tree: AreaTree,
): DisclosureReport {
  const entries = blocks.flatMap((block) => block.entries);
  return {
    indicator: code,
    method: rule.rounding > 0 ? "rounding" : "suppression",
    rule,
    minDenominator,
    tables: [
      ...grouped(entries, ({ given }) => `${given.observation.level} ${given.observation.period}`).values(),
    ].map(tableOf),
    parentMinusParts: sumsTried(entries),
    onlyParts: onlyParts(entries, tree),
    contradictions: blocks.reduce((sum, block) => sum + block.contradictions, 0),
    narrowest: narrowestOf(entries, blocks),
    unprotected: new Set(blocks.flatMap(({ unprotected }) => unprotected)).size,
  };
}

function tableOf(entries: readonly TableEntry[]): DisclosureTable {
  const { level, period } = entries[0]!.given.observation;
  const among = (reason: TableEntry["reason"]) =>
    entries.filter((entry) => entry.figure.isHidden && entry.reason === reason).length;
  return {
    level,
    period,
    cells: entries.length,
    told: entries.filter(({ figure }) => !figure.isHidden).length,
    primary: among("PRIMARY"),
    secondary: among(null),
    withheld: among("WITHHELD"),
  };
}

/** The simplest attack, counted apart: a total that is told less its parts gives a single hidden part. */
function sumsTried(entries: readonly TableEntry[]): DisclosureReport["parentMinusParts"] {
  const sums = new Set(entries.flatMap(({ count }) => count?.sums ?? []));
  let revealing = 0;
  for (const { total, parts } of sums) {
    const untold = [total, ...parts].filter((count) => !isTold(count));
    if (untold.length === 1 && untold[0]!.guarded > 0) revealing++;
  }
  return { checked: sums.size, revealing };
}

function onlyParts(entries: readonly TableEntry[], tree: AreaTree): string[] {
  const found = new Set<string>();
  const areas = new Map(
    entries.map((entry) => {
      const { level, areaNumber: number } = entry.given.observation;
      return [areaKey({ level, number }), number];
    }),
  );
  const siblings = grouped(areas.keys(), (area) => tree.parentOf(area) ?? "");
  for (const { given, figure } of entries) {
    const { level, areaNumber: number } = given.observation;
    const parent = tree.parentOf(areaKey({ level, number }));
    if (figure.isHidden && parent !== undefined && siblings.get(parent)!.length === 1) found.add(number);
  }
  return [...found].sort();
}

function narrowestOf(
  entries: readonly TableEntry[],
  blocks: readonly ReportedBlock[],
): DisclosureReport["narrowest"] {
  const observations = new Map(entries.map(({ count, given }) => [count, given.observation]));
  let found: DisclosureReport["narrowest"] = null;
  for (const { bounds } of blocks) {
    for (const [count, { low, high }] of bounds) {
      const observation = observations.get(count);
      // Where fewer people live than the threshold, the figure is bounded by what everyone knows of the area.
      if (!observation || count.most - count.least < count.guarded || !Number.isFinite(high - low)) continue;
      if (found && found.width <= high - low) continue;
      const { level, areaNumber: area, period } = observation;
      found = { level, area, period, width: high - low };
    }
  }
  return found;
}
