import { mkdirSync, writeFileSync } from "node:fs";
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
/** Who is counted among whom. */
const among = [
  ["children-under-6-basic-security", "children-under-15-basic-security"],
  ["children-under-15-basic-security", "basic-income-support"],
  ["youth-unemployment", "unemployment"],
] as const;

interface Known {
  /** Counts the told rate allows; null where nothing is told. */
  bounds: [number, number];
  isHidden: boolean;
  denominator: number;
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
      });
    }
  }
  return found;
}

interface Block {
  builder: MilpBuilder;
  columns: Map<string, number>;
}

/** One period of indicators that hang together, with all its sums. */
function blockOf(group: readonly string[], period: string): Block {
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
  return { builder, columns };
}

/** Widest range of a count among the tables the told figures allow, as far as the threshold asks. */
async function attack(group: readonly string[], period: string) {
  const { builder, columns } = blockOf(group, period);
  const problem = builder.problem("min");
  const targets = [...columns].flatMap(([key, column]) => {
    const [code, area] = key.split(" ") as [string, string];
    const { isHidden, denominator } = known.get(code)!.get(period)!.get(area)!;
    return isHidden ? [{ key, column, wanted: Math.min(threshold, denominator) }] : [];
  });
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

  it("lets no age band be taken from the one around it to reveal fewer than the threshold", () => {
    for (const [part, whole] of among) {
      for (const [period, byArea] of known.get(whole)!) {
        for (const [area, { bounds }] of byArea) {
          const inner = known.get(part)!.get(period)?.get(area);
          if (!inner) continue;
          const [least, most] = [bounds[0] - inner.bounds[1], bounds[1] - inner.bounds[0]];
          const isSingle = least === most && least > 0 && least < threshold;
          expect(isSingle, `${whole} less ${part}, ${area} ${period}`).toBe(false);
        }
      }
    }
  });

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
});
