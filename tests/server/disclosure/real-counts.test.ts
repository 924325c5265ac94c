import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import type { AreaLevel } from "#domain/area/area.ts";
import type { Suppression } from "#domain/disclosure/suppression.ts";
import type { Indicator } from "#domain/indicator/indicator.ts";
import type { Observation } from "#domain/indicator/observation.ts";
import { MilpBuilder } from "#domain/placement/milp.ts";
import { makeHighsSolver } from "../../../server/analysis/highs-solver.ts";
import { AreaIndex } from "../../../server/areas/area-index.ts";
import { collection, feature, importHarness, origin } from "../datasets/import-harness.ts";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const testData = process.env.TESTDATA_DIR ?? `${root}/../shared/data`;
const hasTestData = existsSync(`${testData}/PROVENANCE.md`);
const harness = importHarness();
const solver = makeHighsSolver();
/** Smaller than any city would choose: places of a kind, not people, are counted here. */
const threshold = 3;
const rule: Suppression = {
  threshold,
  smallAreaThreshold: threshold,
  complementary: true,
  rounding: 0,
  zeroIsSafe: true,
};

/** Rows of a published table as columns by name; none of these has a quoted comma before the wanted columns. */
function rowsOf(file: string): Record<string, string>[] {
  const [head = "", ...lines] = readFileSync(`${testData}/${file}`, "utf8").trim().split(/\r?\n/);
  const names = head.split(",");
  return lines.map((line) => {
    const cells = [...line.matchAll(/(?:^|,)(?:"([^"]*)"|([^,]*))/g)].map(
      ([, quoted, plain]) => quoted ?? plain ?? "",
    );
    return Object.fromEntries(names.map((name, k) => [name, cells[k] ?? ""]));
  });
}

/** One count of places by area, through the importer; the city's total comes first and is told already. */
async function importCounts(
  code: string,
  level: AreaLevel,
  counts: ReadonlyMap<string, number>,
  links: Indicator["links"] = undefined,
): Promise<void> {
  const figures = (entries: Iterable<readonly [string, number]>) =>
    `nr,zahl\n${[...entries].map(([number, count]) => `${number},${count}`).join("\n")}\n`;
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  for (const [at, entries] of [
    ["city", [["stadt", total] as const]],
    [level, counts],
  ] as const) {
    const file = harness.folder.write(figures(entries), `${code}-${at}.csv`);
    await harness.done({
      ...{
        as: "indicator",
        file,
        level: at,
        area: { number: "nr" },
        dataset: at,
        released: "Amt, 2026-01-01",
      },
      ...origin,
      indicators: [
        {
          definition: {
            ...{
              code,
              name: { de: code, en: code },
              theme: "other",
              kind: "count",
              unit: "Orte",
              decimals: 0,
            },
            ...{ direction: "NEUTRAL", publicationAllowed: true, suppression: rule },
            ...(links && { links }),
          },
          values: [{ column: "zahl", period: "2024" }],
        },
      ],
    } as never);
  }
}

/** What everybody reads of the counts of one code: number, or null where it is hidden. */
async function toldOf(code: string): Promise<Map<string, number | null>> {
  const releases = (await harness.store.releases({ kind: "observations" })).filter(
    ({ details, visibility }) => (details.indicator as Indicator).code === code && visibility === "PUBLIC",
  );
  const rows: Observation[] = [];
  for (const { id } of releases) rows.push(...(await harness.store.observations(id)));
  return new Map(rows.map(({ areaNumber, value }) => [areaNumber, value]));
}

/** Narrowest interval in which a linear program finds a hidden count; `wholes` names the code each one is part of. */
async function attack(
  tables: ReadonlyMap<string, Map<string, number | null>>,
  wholes: Record<string, string> = {},
) {
  const builder = new MilpBuilder();
  const columns = new Map<string, { column: number; isHidden: boolean }>();
  const at = (code: string, area: string) => columns.get(`${code} ${area}`)!.column;
  for (const [code, told] of tables) {
    for (const [area, value] of told) {
      const column = builder.column(0, value ?? 0, value ?? 1e4, true);
      columns.set(`${code} ${area}`, { column, isHidden: value === null });
    }
    const parts = [...told.keys()].filter((area) => area !== "stadt");
    builder.row(
      0,
      0,
      [at(code, "stadt"), ...parts.map((area) => at(code, area))],
      [-1, ...parts.map(() => 1)],
    );
  }
  for (const [part, whole] of Object.entries(wholes)) {
    for (const area of tables.get(part)!.keys()) {
      const left = builder.column(0, 0, 1e4, true);
      builder.row(0, 0, [at(whole, area), at(part, area), left], [-1, 1, 1]);
    }
  }
  const problem = builder.problem("min");
  const found: { key: string; width: number }[] = [];
  for (const [key, { column, isHidden }] of columns) {
    if (!isHidden) continue;
    const cost = new Float64Array(problem.columnCount);
    cost[column] = 1;
    const ends: number[] = [];
    for (const sense of ["min", "max"] as const) {
      const answer = await solver.solve({ ...problem, sense, cost }, { seconds: 10 });
      if (answer.status !== "optimal") throw new Error(`${key}: ${answer.status}`);
      ends.push(Math.round(answer.objective));
    }
    found.push({ key, width: ends[1]! - ends[0]! });
  }
  const narrowest = found.reduce((a, b) => (b.width < a.width ? b : a));
  return { hidden: found.length, narrowest };
}

/** The city as one area, which no published file of these cities has. */
async function importCity(west: number, south: number): Promise<void> {
  const ring = [west, south, west + 1, south, west + 1, south + 1, west, south + 1, west, south];
  const coordinates = [[0, 2, 4, 6, 8].map((k) => [ring[k]!, ring[k + 1]!])];
  const file = harness.folder.write(
    collection(feature({ nr: "stadt", name: "Stadt" }, { type: "Polygon", coordinates })),
    "stadt.geojson",
  );
  const released = "Amt, 2026-01-01";
  await harness.done({
    as: "areas",
    file,
    level: "city",
    number: "nr",
    name: "name",
    released,
    ...origin,
  } as never);
}

function told(city: string, { hidden, narrowest }: Awaited<ReturnType<typeof attack>>): void {
  console.log(
    `disclosure attack on real counts of ${city}: ${hidden} hidden, narrowest interval ${narrowest.width} (${narrowest.key}), threshold ${threshold}`,
  );
  expect(narrowest.width).toBeGreaterThanOrEqual(threshold);
}

it.skipIf(!hasTestData)(
  "Leipzig's day-care places by Ortsteil (TESTDATA_DIR): no hidden count is found",
  async () => {
    await importCity(12, 51);
    await harness.done({
      ...{ as: "areas", file: `${testData}/leipzig/ortsteile.geojson`, level: "subdistrict", name: "name" },
      ...{ boundaryVersion: "OpenStreetMap", released: "OpenStreetMap, 2014-01-01", ...origin },
    } as never);
    const areas = await AreaIndex.read(harness.store);
    const counts = new Map(
      areas.list("subdistrict", { withGeometry: false }).map(({ number }) => [number, 0]),
    );
    for (const { lon, lat } of rowsOf("leipzig/kitas_2014.csv")) {
      const { subdistrict } = areas.areasAt([Number(lon), Number(lat)]);
      if (subdistrict) counts.set(subdistrict, counts.get(subdistrict)! + 1);
    }
    await importCounts("kitas", "subdistrict", counts);
    const kitas = await toldOf("kitas");
    expect([counts.size, kitas.size]).toEqual([63, 64]);
    const result = await attack(new Map([["kitas", kitas]]));
    expect(result.hidden).toBeGreaterThan(5);
    told("Leipzig", result);
  },
);

it.skipIf(!hasTestData)(
  "Stuttgart's schools, primary among all (TESTDATA_DIR): no hidden count is found",
  async () => {
    await importCity(8.5, 48.5);
    await harness.done({
      ...{ as: "areas", file: `${testData}/stuttgart/boundaries/stadtbezirke.geojson`, level: "district" },
      ...{ number: "stadtbezirk_nr", name: "name", released: "Stadtmessungsamt, 2024-01-15", ...origin },
    } as never);
    const byName = new Map(
      (await AreaIndex.read(harness.store))
        .list("district", { withGeometry: false })
        .map(({ name, number }) => [name, number]),
    );
    const none = () => new Map([...byName.values()].map((number) => [number, 0]));
    const [primary, all] = [none(), none()];
    for (const [file, into] of [
      ["schools_primary", [primary, all]],
      ["schools_secondary", [all]],
    ] as const) {
      for (const row of rowsOf(`stuttgart/infrastructure/${file}.csv`)) {
        const number = byName.get(row.stadtbezirk_name!);
        for (const counts of number ? into : []) counts.set(number!, counts.get(number!)! + 1);
      }
    }
    await importCounts("primary-schools", "district", primary);
    await importCounts("schools", "district", all, { parts: ["primary-schools"] });
    const tables = new Map([
      ["primary-schools", await toldOf("primary-schools")],
      ["schools", await toldOf("schools")],
    ]);
    const result = await attack(tables, { "primary-schools": "schools" });
    expect(result.hidden).toBeGreaterThan(1);
    told("Stuttgart", result);
  },
);
