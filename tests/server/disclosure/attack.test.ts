import { appendFileSync, mkdirSync, writeFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Value } from "#domain/contract/contract.ts";
import { MilpBuilder } from "#domain/placement/milp.ts";
import { makeHighsSolver } from "../../../server/analysis/highs-solver.ts";
import { demoDirectory } from "../../lib/demo-directory.ts";
import { type RunningApp, runningApp } from "../../lib/running-app.ts";

/**
 * An attacker with everything the demo tells the public, and more: the true denominators of all areas, and of every
 * area who lies in it. Written without a line of the core's own sums.
 */
const threshold = 5;
const codes = [
  "lone-parent-households",
  "basic-income-support",
  "children-under-6-basic-security",
  "children-under-15-basic-security",
  "basic-security-in-old-age",
  "unemployment",
  "youth-unemployment",
  "housing-benefit",
  "transition-to-gymnasium",
  "school-entry-language-support",
];
/** Bands within bands, each code counted among the one before it. */
const chains = [
  ["basic-income-support", "children-under-15-basic-security", "children-under-6-basic-security"],
  ["unemployment", "youth-unemployment"],
];
/** The years in which whole chains are attacked; single indicators are attacked in all of theirs. */
const chainYears = 2;

interface Known {
  /** Counts the told rate allows; null where nothing is told. */
  bounds: [number, number];
  isHidden: boolean;
  denominator: number;
  /** The true count, which no attacker has; null where nobody knows it. */
  truth: number | null;
}

const solver = makeHighsSolver();
let running: RunningApp;
/** Code, period, area → what the attacker knows. */
const known = new Map<string, Map<string, Map<string, Known>>>();
const partsOf = new Map<string, string[]>();
beforeAll(async () => {
  running = await runningApp(async () => {}, undefined, await demoDirectory());
  const areas = (
    await read<{ number: string; parentNumber: string | null }>("/api/areas?level=district")
  ).concat(await read("/api/areas?level=subdistrict"));
  for (const { number, parentNumber } of areas) {
    if (parentNumber) partsOf.set(parentNumber, [...(partsOf.get(parentNumber) ?? []), number]);
  }
  for (const code of codes) known.set(code, await knownOf(code));
}, 300_000);
afterAll(() => running.close());

async function read<T>(url: string): Promise<T[]> {
  const answer = await running.app.inject({ url });
  expect(answer.statusCode, url).toBe(200);
  return answer.json<{ items: T[] }>().items;
}

/** Told rates as ranges of counts. Denominators come from the store: more than any attacker has. */
async function knownOf(code: string): Promise<Map<string, Map<string, Known>>> {
  const [release] = await running.store.releases({ dataset: `indicator-${code}` });
  const rows = [
    ...(await running.store.observations(release!.id)),
    ...(await running.store.finerObservations(release!.id)),
  ];
  const denominators = new Map(
    rows.flatMap(({ period, areaNumber, denominator }) =>
      denominator == null ? [] : [[`${period} ${areaNumber}`, denominator] as const],
    ),
  );
  const truths = new Map(
    rows.flatMap(({ period, areaNumber, numerator }) =>
      numerator == null ? [] : [[`${period} ${areaNumber}`, numerator] as const],
    ),
  );
  const found = new Map<string, Map<string, Known>>();
  for (const level of ["city", "district", "subdistrict"]) {
    for (const { period, areaNumber, value, state } of await read<Value>(
      `/api/indicators/${code}/values?level=${level}`,
    )) {
      const byArea = found.get(period) ?? new Map<string, Known>();
      found.set(period, byArea);
      const denominator = denominators.get(`${period} ${areaNumber}`) ?? Number.POSITIVE_INFINITY;
      if (state === "UNKNOWN") continue;
      const from = value === null ? 0 : Math.ceil(((value - 0.0501) * denominator) / 100);
      const to = value === null ? denominator : Math.floor(((value + 0.0501) * denominator) / 100);
      byArea.set(areaNumber, {
        bounds: [Math.max(0, from), Math.min(denominator, to)],
        isHidden: value === null && (state === "SUPPRESSED" || state === "TOO_FEW_RESIDENTS"),
        denominator,
        truth: truths.get(`${period} ${areaNumber}`) ?? null,
      });
    }
  }
  return found;
}

interface Block {
  builder: MilpBuilder;
  columns: Map<string, number>;
}

/** Who is left when a band is taken from the one around it: told by no figure, but by subtraction. */
const left = (whole: string, part: string) => `${whole}-less-${part}`;

/** One period of indicators that hang together, with all sums over areas and over bands. */
function blockOf(group: readonly string[], period: string, told: ReadonlyMap<string, number>): Block {
  const builder = new MilpBuilder();
  const columns = new Map<string, number>();
  for (const code of group) {
    const byArea = known.get(code)!.get(period)!;
    for (const [area, { bounds }] of byArea) {
      columns.set(`${code} ${area}`, builder.column(0, bounds[0], Math.min(bounds[1], 1e7), true));
    }
    for (const [whole, parts] of partsOf) {
      const own = parts.filter((part) => byArea.has(part));
      if (!byArea.has(whole) || own.length !== parts.length) continue;
      const members = [whole, ...own].map((area) => columns.get(`${code} ${area}`)!);
      builder.row(0, 0, members, [-1, ...own.map(() => 1)]);
    }
  }
  for (const [place, part] of group.entries()) {
    const whole = place === 0 ? undefined : group[place - 1]!;
    for (const [area, inner] of known.get(part)!.get(period)!) {
      const outer = whole && known.get(whole)!.get(period)?.get(area);
      if (!outer) continue;
      const most = outer.denominator - inner.denominator;
      const key = `${left(whole, part)} ${area}`;
      const bounds = [told.get(key) ?? 0, told.get(key) ?? (most >= 0 && most < 1e7 ? most : 1e7)] as const;
      const rest = builder.column(0, ...bounds, true);
      columns.set(key, rest);
      const members = [`${whole} ${area}`, `${part} ${area}`].map((key) => columns.get(key)!);
      builder.row(0, 0, [members[0]!, members[1]!, rest], [-1, 1, 1]);
    }
  }
  return { builder, columns };
}

/** Counts of a block that must not be found: hidden ones, and few people left over by bands that are told. */
function targetsOf(group: readonly string[], period: string, columns: ReadonlyMap<string, number>) {
  const at = (code: string, area: string) => known.get(code)!.get(period)!.get(area)!;
  const pairs = new Map(group.slice(1).map((part, k) => [left(group[k]!, part), [group[k]!, part] as const]));
  return [...columns].flatMap(([key, column]) => {
    const [code, area] = key.split(" ") as [string, string];
    const pair = pairs.get(code);
    if (!pair) {
      const { isHidden, denominator } = at(code, area);
      return isHidden ? [{ key, column, wanted: Math.min(threshold, denominator) }] : [];
    }
    const [outer, inner] = [at(pair[0], area), at(pair[1], area)];
    const few = outer.truth === null || inner.truth === null ? 0 : outer.truth - inner.truth;
    const most = outer.denominator - inner.denominator;
    return few > 0 && few < threshold
      ? [{ key, column, wanted: most >= few ? Math.min(threshold, most) : threshold }]
      : [];
  });
}

/** Widest range of a count among the tables the told figures allow, as far as the threshold asks; `told` tells more. */
async function attack(
  group: readonly string[],
  period: string,
  told: ReadonlyMap<string, number> = new Map(),
) {
  const { builder, columns } = blockOf(group, period, told);
  const problem = builder.problem("min");
  const targets = targetsOf(group, period, columns);
  const seen = new Map<number, [number, number]>();
  const results: { key: string; width: number }[] = [];
  for (const { key, column, wanted } of targets) {
    for (const sense of ["min", "max"] as const) {
      const [low, high] = seen.get(column) ?? [0, 0];
      if (seen.has(column) && high - low >= wanted) break;
      const cost = new Float64Array(problem.columnCount);
      cost[column] = 1;
      const answer = await solver.solve({ ...problem, sense, cost }, { seconds: 30 });
      if (answer.status !== "optimal") throw new Error(`${key} ${period}: ${answer.status}`);
      for (const target of targets) {
        const value = Math.round(answer.values[target.column]!);
        const [least, most] = seen.get(target.column) ?? [value, value];
        seen.set(target.column, [Math.min(least, value), Math.max(most, value)]);
      }
    }
    const [low, high] = seen.get(column)!;
    results.push({ key: `${key} ${period}`, width: wanted < threshold ? threshold : high - low });
    expect(high - low, `${key} ${period}`).toBeGreaterThanOrEqual(wanted);
  }
  return results;
}

describe("everything published of the demo city", () => {
  it("lets no linear program bound a hidden count more narrowly than the threshold", async () => {
    const results: { key: string; width: number }[] = [];
    for (const code of codes) {
      for (const period of known.get(code)!.keys()) results.push(...(await attack([code], period)));
    }
    const narrowest = results.reduce((a, b) => (b.width < a.width ? b : a));
    const line = `disclosure attack: ${results.length} hidden cells, narrowest interval ${narrowest.width} people (${narrowest.key}), threshold ${threshold}`;
    console.log(line);
    mkdirSync("test-output", { recursive: true });
    writeFileSync("test-output/disclosure-attack.txt", `${line}\n`);
    expect(results.length).toBeGreaterThan(1500);
    expect(narrowest.width).toBeGreaterThanOrEqual(threshold);
  }, 300_000);

  it("lets no linear program over bands within bands, levels and areas together bound one more narrowly", async () => {
    const results: { key: string; width: number }[] = [];
    for (const chain of chains) {
      const periods = [...known.get(chain.at(-1)!)!.keys()].sort().slice(-chainYears);
      for (const period of periods) results.push(...(await attack(chain, period)));
    }
    const rests = results.filter(({ key }) => key.includes("-less-"));
    const narrowest = results.reduce((a, b) => (b.width < a.width ? b : a));
    const line = `disclosure attack on nested bands: ${results.length} hidden counts, ${rests.length} of them left over between two bands, narrowest interval ${narrowest.width} people (${narrowest.key})`;
    console.log(line);
    appendFileSync("test-output/disclosure-attack.txt", `${line}\n`);
    expect(results.length).toBeGreaterThan(200);
    expect(narrowest.width).toBeGreaterThanOrEqual(threshold);
  }, 300_000);

  it("would be broken by telling a single cell more", async () => {
    const [code, period] = ["children-under-6-basic-security", "2024-12-31"] as const;
    const byArea = known.get(code)!.get(period)!;
    const [release] = await running.store.releases({ dataset: `indicator-${code}` });
    const finer = (await running.store.finerObservations(release!.id)).filter((one) => one.period === period);
    // Telling all hidden cells but one of a district gives that one away.
    const district = [...partsOf].find(
      ([whole, parts]) =>
        !byArea.get(whole)?.isHidden && parts.filter((part) => byArea.get(part)?.isHidden).length === 2,
    )!;
    const [told] = district[1].filter((part) => finer.some(({ areaNumber }) => areaNumber === part));
    const before = byArea.get(told!)!;
    const { numerator } = finer.find(({ areaNumber }) => areaNumber === told)!;
    byArea.set(told!, { ...before, bounds: [numerator!, numerator!], isHidden: false });
    await expect(attack([code], period)).rejects.toThrow();
    byArea.set(told!, before);
  });

  it("would be broken by telling how many are left over around a hidden band", async () => {
    const [whole, part] = chains[0]!.slice(1) as [string, string];
    const period = [...known.get(part)!.keys()].sort().at(-1)!;
    const outer = known.get(whole)!.get(period)!;
    const [area, inner] = [...known.get(part)!.get(period)!].find(
      ([number, { isHidden, truth, denominator }]) => {
        const around = outer.get(number);
        const isExact = around?.bounds[0] === around?.bounds[1] && around?.truth === around?.bounds[0];
        return isHidden && truth !== null && denominator >= threshold && isExact;
      },
    )!;
    const told = new Map([[`${left(whole, part)} ${area}`, outer.get(area)!.truth! - inner.truth!]]);
    await expect(attack([whole, part], period, told)).rejects.toThrow("greater than or equal");
  });
});
