import type pg from "pg";
import type { GapResult } from "#domain/analysis/answers.ts";
import type { PlanningModel, ResolvedQuestion } from "#domain/analysis/planning-model.ts";
import { type BenchCase, fasterRow, missingRow } from "../bench-case.ts";
import { interleave } from "../rounds.ts";
import { attachedNetwork, firstCell } from "./attached-network.ts";
import { demoPlanning, freshModel, questionAbout } from "./demo-planning.ts";
import { fillTable, hasPgRouting, timed, withPgRouting } from "./pgrouting.ts";

const ROUNDS = 5;
const TIMES = 20;
const WARM_UP = 5;

export const gapMap: BenchCase = {
  id: "P7",
  what: "city-wide gap map of all kinds, core / pgRouting + SQL",
  run: async () => {
    if (!hasPgRouting()) return [missingRow(gapMap, "pgRouting not available", `≥ ${TIMES} × faster`)];
    const data = demoPlanning(1);
    const kinds = data.parameterSet.standards.map(({ kind }) => kind);
    const ours = () => {
      const model = freshModel(data);
      return kinds.map((kind) => model.gaps(questionAbout(kind)).result);
    };
    return withPgRouting(async (client) => {
      const model = freshModel(data);
      await loadCity(client, model, kinds);
      const peer = async () => {
        const answers: AreaGap[][] = [];
        for (const kind of kinds) answers.push(await gapsInSql(client, kind));
        return answers;
      };
      requireSame(ours(), await peer(), kinds);
      // The database's programs are compiled ahead of time, ours while they run.
      for (let round = 0; round < WARM_UP; round++) ours();
      const compared = await interleave(ROUNDS, { ours: () => timed(ours), peer: () => timed(peer) });
      return [
        fasterRow({ ...gapMap, what: `${gapMap.what} (${kinds.length} kinds)` }, compared, TIMES, "ms"),
      ];
    });
  },
};

interface AreaGap {
  area: string;
  accessibility: number | null;
  unserved: number;
}

/** Everything both sides start from: streets with cells and places attached, people, places, table of weights. */
async function loadCity(client: pg.Client, model: PlanningModel, kinds: readonly string[]): Promise<void> {
  const { grid, parameterSet } = model.data;
  const areas = grid.areas.find(({ level }) => level === "subdistrict")!;
  const people: [string, number, string, number][] = [];
  const serving: [string, number, number | null][] = [];
  const asked: [string, string, number][] = [];
  const profiles = new Map<string, ResolvedQuestion[]>();
  for (const kind of kinds) {
    const resolved = model.resolve(questionAbout(kind));
    const { profile } = resolved.reachability;
    profiles.set(profile, [...(profiles.get(profile) ?? []), resolved]);
    asked.push([kind, profile.toLowerCase(), resolved.limit]);
    resolved.weights.forEach((weight, cell) => {
      if (weight > 0) people.push([kind, cell, areas.numbers[areas.index[cell]!]!, weight]);
    });
  }
  for (const [profile, questions] of profiles) {
    const parameters = parameterSet.profiles.find((candidate) => candidate.profile === profile)!;
    const points = [
      ...new Map(questions.flatMap(({ supply }) => supply.map(({ point }) => [point.id, point]))),
    ];
    const { edges, nodeOfPoint } = attachedNetwork(
      model.data,
      parameters,
      points.map(([, point]) => point),
    );
    const table = `edges_${profile.toLowerCase()}`;
    await fillTable(client, table, [
      ["id", "bigint", edges.map((_, id) => id)],
      ["source", "bigint", edges.map(([source]) => source)],
      ["target", "bigint", edges.map(([, target]) => target)],
      ["cost", "float8", edges.map(([, , cost]) => cost)],
    ]);
    for (const { question, supply } of questions) {
      for (const { point, capacity } of supply) {
        const node = nodeOfPoint.get(point.id);
        if (node !== undefined) serving.push([question.kind, node, capacity]);
      }
    }
  }
  const column = <T extends readonly unknown[]>(rows: readonly T[], at: number) =>
    rows.map((row) => row[at]) as (number | string)[];
  await fillTable(client, "people", [
    ["kind", "text", column(people, 0)],
    ["cell", "int", column(people, 1)],
    ["area", "text", column(people, 2)],
    ["weight", "float8", column(people, 3)],
  ]);
  await fillTable(client, "serving", [
    ["kind", "text", column(serving, 0)],
    ["node", "bigint", column(serving, 1)],
    ["capacity", "float8", column(serving, 2)],
  ]);
  await fillTable(client, "asked", [
    ["kind", "text", column(asked, 0)],
    ["profile", "text", column(asked, 1)],
    ["reach", "float8", column(asked, 2)],
  ]);
  await fillTable(client, "gauss", [
    ["step", "int", [...grid.gaussianWeights.keys()]],
    ["weight", "float8", [...grid.gaussianWeights]],
  ]);
  await client.query("CREATE INDEX ON people (kind, cell)");
  await client.query("CREATE INDEX ON serving (kind)");
  await client.query("CREATE INDEX ON gauss (step)");
  await client.query("VACUUM ANALYZE");
}

/** E2SFCA by area and people without a place in reach, as one would write it over pgRouting. */
async function gapsInSql(client: pg.Client, kind: string): Promise<AreaGap[]> {
  const { rows: found } = await client.query<{ profile: string; reach: number }>(
    "SELECT profile, reach FROM asked WHERE kind = $1",
    [kind],
  );
  const { profile, reach } = found[0]!;
  const { rows } = await client.query<AreaGap>(
    `WITH way AS MATERIALIZED (
       SELECT from_v AS place, (node - ${firstCell})::int AS cell, agg_cost AS cost
       FROM pgr_drivingDistance('SELECT id, source, target, cost FROM edges_${profile}',
         (SELECT array_agg(node) FROM serving WHERE kind = $1), ${reach}, false)
       WHERE node >= ${firstCell}),
     weighed AS MATERIALIZED (
       SELECT place, cell, people.weight AS people, gauss.weight AS near
       FROM way JOIN people USING (cell) JOIN gauss ON gauss.step = floor(cost * 1000 / ${reach} + 0.5)
       WHERE people.kind = $1),
     demand AS (SELECT place, sum(people * near) AS demand FROM weighed GROUP BY place),
     access AS (
       SELECT cell, sum(capacity * 1000 / demand * near) AS value
       FROM weighed JOIN demand USING (place) JOIN serving ON serving.node = place AND serving.kind = $1
       WHERE demand > 0 AND capacity IS NOT NULL GROUP BY cell)
     SELECT area, sum(people.weight * coalesce(value, 0)) / sum(people.weight) AS accessibility,
       coalesce(sum(people.weight) FILTER (WHERE reached.cell IS NULL), 0) AS unserved
     FROM people LEFT JOIN access USING (cell)
       LEFT JOIN (SELECT DISTINCT cell FROM way) AS reached USING (cell)
     WHERE people.kind = $1 GROUP BY area`,
    [kind],
  );
  return rows;
}

function requireSame(
  ours: readonly GapResult[],
  peer: readonly (readonly AreaGap[])[],
  kinds: readonly string[],
): void {
  let areas = 0;
  kinds.forEach((kind, at) => {
    const theirs = new Map(peer[at]!.map((row) => [row.area, row]));
    for (const { areaNumber, people, accessibility, unserved } of ours[at]!.areas) {
      if (people === 0) continue;
      const other = theirs.get(areaNumber);
      const isSame =
        other !== undefined &&
        Math.abs(other.accessibility! - accessibility!) <= 1e-9 * Math.max(1e-6, accessibility!) &&
        Math.abs(other.unserved / 1000 - unserved) < 0.001;
      if (!isSame) {
        throw new Error(
          `${kind} ${areaNumber}: ${accessibility} ${unserved}, the peer ${JSON.stringify(other)}`,
        );
      }
      areas++;
    }
  });
  console.log(
    `  ${areas} areas of ${kinds.length} kinds with the same accessibility and the same people unserved`,
  );
}
