import type { Indicator } from "../indicator/indicator.ts";
import type { Observation } from "../indicator/observation.ts";
import type { MilpSolver } from "../placement/milp.ts";
import { type AreaOverlap, type AreaPlace, areaTree, compareAreas } from "./area-tree.ts";
import type { Count } from "./count-table.ts";
import type { DisclosureReport } from "./disclosure-report.ts";
import { grouped } from "./grouped.ts";
import { hidden } from "./hidden.ts";
import {
  countName,
  type GivenObservation,
  minDenominatorOf,
  observationTable,
  type TableEntry,
} from "./observation-table.ts";
import { protect } from "./protect.ts";
import { type ReportedBlock, reportOf } from "./report-of.ts";
import { rounded } from "./rounding.ts";
import type { Suppression } from "./suppression.ts";

export interface DisclosureInput {
  /** Indicators whose figures are about to be told, and those of other releases they hang together with. */
  indicators: readonly Indicator[];
  /** Raw observations of the indicators. */
  observations: readonly GivenObservation[];
  areas: readonly AreaPlace[];
  overlaps?: readonly AreaOverlap[];
}

export interface Disclosed {
  /** Every observation that was not fixed, in the order given, as everybody may read it. */
  told: Observation[];
  /** The raw form of those that differ from it. */
  finer: Observation[];
  /** One for each indicator with a rule. */
  reports: DisclosureReport[];
}

/**
 * Disclosure control (Geheimhaltung) of whole releases: decides which figures are told (METHODS §10). Takes for known
 * whatever is not hidden: exact numerators behind published rates, and all denominators, because they may stand in
 * any other table. What hangs together is decided together; what does not hang together never influences another.
 * The same figures give the same cells, in whatever order they come.
 */
export async function disclose(input: DisclosureInput, solver: MilpSolver): Promise<Disclosed> {
  const rules = rulesOf(input.indicators);
  const tree = areaTree(input.areas);
  const { overlaps = [] } = input;
  const byCode = grouped(input.observations, ({ observation }) => observation.indicatorCode);
  const told = new Map<Observation, Observation>();
  const reported: ReportedBlock[] = [];
  for (const group of linkedGroups(input.indicators, rules)) {
    const indicators = new Map(
      group.map((one) => [one.code, { indicator: one, rule: rules.get(one.code)! }]),
    );
    const given = group.flatMap(({ code }) => byCode.get(code) ?? []).toSorted(inOrder);
    if (group.every(({ code }) => rules.get(code)!.rounding > 0)) {
      for (const { code } of group) {
        const own = given.filter(({ observation }) => observation.indicatorCode === code);
        const result = rounded(indicators.get(code)!, own, tree, overlaps);
        for (const [raw, shown] of result.told) told.set(raw, shown);
        reported.push({
          code,
          entries: result.entries,
          bounds: new Map(),
          unprotected: [],
          contradictions: 0,
        });
      }
      continue;
    }
    const isAcrossYears = group.some(({ links }) => links?.changeOf ?? links?.runningTotalOf);
    const blocks = isAcrossYears
      ? [given]
      : [...grouped(given, ({ observation }) => observation.period).values()];
    for (const block of blocks) {
      const { table, entries, contradictions } = observationTable({
        indicators,
        given: block,
        tree,
        overlaps,
      });
      const isComplementary = group.some(({ code }) => rules.get(code)!.complementary);
      const { bounds, unprotected } = isComplementary
        ? await protect(table, solver)
        : { bounds: new Map(), unprotected: [] };
      for (const { given: one, figure } of entries) {
        if (!one.isFixed && figure.isHidden) told.set(one.observation, hidden(one.observation));
      }
      for (const code of indicators.keys()) {
        const own = entries.filter(
          ({ given: one }) => one.observation.indicatorCode === code && !one.isFixed,
        );
        const isOwn = ownCounts(own);
        reported.push({
          code,
          entries: own,
          bounds: new Map([...bounds].filter(([count]) => isOwn.has(count))),
          unprotected: unprotected.filter((count) => isOwn.has(count) || count.tellers.length === 0),
          contradictions,
        });
      }
    }
  }
  const own = input.observations.filter(({ isFixed }) => !isFixed).map(({ observation }) => observation);
  return {
    told: own.map((raw) => told.get(raw) ?? raw),
    finer: own.filter((raw) => told.has(raw) && raw.value !== null),
    reports: input.indicators
      .filter(
        ({ code }) => rules.has(code) && reported.some((one) => one.code === code && one.entries.length > 0),
      )
      .map((indicator) =>
        reportOf(
          {
            code: indicator.code,
            rule: rules.get(indicator.code)!,
            minDenominator: minDenominatorOf(indicator),
          },
          reported.filter(({ code }) => code === indicator.code),
          tree,
        ),
      ),
  };
}

function ownCounts(entries: readonly TableEntry[]): Set<Count> {
  return new Set(entries.flatMap(({ count }) => (count ? [count] : [])));
}

function inOrder(a: GivenObservation, b: GivenObservation): number {
  const [one, other] = [a.observation, b.observation];
  return (
    (one.period < other.period ? -1 : one.period > other.period ? 1 : 0) ||
    compareAreas(one, other) ||
    (one.indicatorCode < other.indicatorCode ? -1 : one.indicatorCode > other.indicatorCode ? 1 : 0)
  );
}

/**
 * The rule of each indicator that has one, or that tells counts of one that has: what is hidden there must not be
 * read here. The strictest of the linked ones holds.
 */
function rulesOf(indicators: readonly Indicator[]): Map<string, Suppression> {
  const rules = new Map<string, Suppression>();
  for (const group of groupsOf(indicators)) {
    const own = group.flatMap(({ suppression }) => (suppression ? [suppression] : []));
    const strictest = own.toSorted((a, b) => b.threshold - a.threshold)[0];
    if (!strictest) continue;
    for (const { code, suppression } of group) rules.set(code, suppression ?? strictest);
  }
  return rules;
}

function linkedGroups(
  indicators: readonly Indicator[],
  rules: ReadonlyMap<string, Suppression>,
): Indicator[][] {
  return groupsOf(indicators).filter((group) => rules.has(group[0]!.code));
}

/** Indicators in groups that hang together through links. */
export function groupsOf(indicators: readonly Indicator[]): Indicator[][] {
  const names = new Map<string, Indicator[]>();
  const counted = new Set(indicators.map(countName));
  for (const one of indicators) {
    const { outOf, parts = [], runningTotalOf, changeOf } = one.links ?? {};
    const codes = [one.code, ...parts, runningTotalOf, changeOf].map((code) => code && `code ${code}`);
    for (const name of [
      ...codes,
      `count ${countName(one)}`,
      outOf && counted.has(outOf) && `count ${outOf}`,
    ]) {
      if (name) names.set(name, [...(names.get(name) ?? []), one]);
    }
  }
  const seen = new Set<Indicator>();
  return indicators.flatMap((start) => {
    if (seen.has(start)) return [];
    const group = [start];
    seen.add(start);
    for (const member of group) {
      for (const others of names.values()) {
        if (!others.includes(member)) continue;
        for (const other of others) {
          if (seen.has(other)) continue;
          seen.add(other);
          group.push(other);
        }
      }
    }
    return [group];
  });
}
