import type pg from "pg";
import { streetFinder } from "#domain/network/street-finder.ts";
import { type StreetGraph, streetGraph } from "#domain/network/street-graph.ts";
import { coordinateUnits, type WalkingNetwork } from "#domain/network/walking-network.ts";
import { waySearch } from "#domain/network/way-search.ts";
import { type BenchCase, type BenchRow, fasterRow, missingRow } from "../bench-case.ts";
import { interleave } from "../rounds.ts";
import { demoPlanning } from "./demo-planning.ts";
import { allEdges, hasPgRouting, loadEdges, timed, withPgRouting } from "./pgrouting.ts";

const ROUNDS = 7;
/** Ours takes milliseconds: so many searches are timed together. */
const SEARCHES = 10;
const FACILITIES = 500;

export const nearestOfMany: BenchCase = {
  id: "P1",
  what: `nearest of ${FACILITIES} facilities for all nodes, core / pgRouting`,
  run: () => besidePgRouting(nearestOfMany, FACILITIES, 30, [oneStart, equalCost]),
};

export const oneToAll: BenchCase = {
  id: "P4",
  what: "one source to all nodes, core / pgRouting",
  run: () => besidePgRouting(oneToAll, 1, 15, [plain]),
};

/** A way to put the question to pgRouting. `from` are the sources. */
interface Variant {
  name: string;
  statement: string;
  isExact: boolean;
  prepare?(client: pg.Client, from: readonly number[]): Promise<unknown>;
}

const plain: Variant = {
  name: "pgr_drivingDistance",
  statement: `pgr_drivingDistance('${allEdges}', $1::bigint[], 1e9, false)`,
  isExact: true,
};
/** The manual's way for the nearest of many: some nodes near a border are given to a source farther away. */
const equalCost: Variant = {
  name: "pgr_drivingDistance with equicost",
  statement: `pgr_drivingDistance('${allEdges}', $1::bigint[], 1e9, false, true)`,
  isExact: false,
};
/** The exact way: one further node, joined to every source by an edge that costs nothing. */
const oneStart: Variant = {
  name: "pgr_drivingDistance from one node before all sources",
  statement: `(SELECT node, agg_cost FROM pgr_drivingDistance('SELECT id, source, target, cost FROM joined',
    -1, 1e9, false) WHERE node >= 0 AND $1::bigint[] IS NOT NULL)`,
  isExact: true,
  async prepare(client, from) {
    await client.query("DROP TABLE IF EXISTS joined");
    await client.query("CREATE TABLE joined AS SELECT * FROM edges");
    await client.query(
      "INSERT INTO joined SELECT 10000000 + node, -1, node, 0 FROM unnest($1::bigint[]) AS node",
      [from],
    );
    await client.query("VACUUM ANALYZE joined");
  },
};

async function besidePgRouting(
  benchCase: BenchCase,
  sources: number,
  times: number,
  variants: readonly Variant[],
): Promise<BenchRow[]> {
  if (!hasPgRouting()) return [missingRow(benchCase, "pgRouting not available", `≥ ${times} × faster`)];
  const { network } = demoPlanning(1);
  const from = facilityNodes(sources);
  const search = searchFrom(network!, from);
  return withPgRouting(async (client) => {
    await loadEdges(client, network!);
    const rows: BenchRow[] = [];
    for (const { name, statement, isExact, prepare } of variants) {
      await prepare?.(client, from);
      await compareWays(client, { statement, from, costs: search(), isExact });
      const compared = await interleave(ROUNDS, {
        ours: async () =>
          (await timed(() => {
            for (let k = 0; k < SEARCHES; k++) search();
          })) / SEARCHES,
        // Summed up in the database, so that the peer need not hand over its rows.
        peer: () =>
          timed(() => client.query(`SELECT count(*), sum(agg_cost) FROM ${statement} AS way`, [from])),
      });
      rows.push(fasterRow({ ...benchCase, what: `${benchCase.what} (${name})` }, compared, times, "ms"));
    }
    return rows;
  });
}

/** Nodes at the first facilities of the demo, each once. */
export function facilityNodes(count: number, scale = 1): number[] {
  const { network, supply } = demoPlanning(scale);
  const find = streetFinder(anybodysGraph(network!));
  const nodes = new Set<number>();
  for (const { longitude, latitude } of supply) {
    const street = find(Math.round(longitude * coordinateUnits), Math.round(latitude * coordinateUnits));
    if (street) nodes.add(network!.from[street.edge]!);
    if (nodes.size === count) break;
  }
  return [...nodes];
}

/** A search for the nearest of these nodes from everywhere: cost by node in millimetres. */
export function searchFrom(network: WalkingNetwork, from: readonly number[]): () => Uint32Array {
  const search = waySearch(anybodysGraph(network));
  return () => {
    search.begin(0xffff_fffe);
    from.forEach((node, origin) => {
      search.start(node, 0, origin);
    });
    search.run();
    return search.costs;
  };
}

function anybodysGraph(network: WalkingNetwork): StreetGraph {
  const anybody = {
    profile: "ADULT",
    speedMmPerSecond: null,
    usesSteps: true,
    maxSlopePerMille: null,
  } as const;
  return streetGraph(network, anybody, (length) => length);
}

/** Makes sure that the peer reaches every node at our distance, to the millimetre. */
async function compareWays(
  client: pg.Client,
  {
    statement,
    from,
    costs,
    isExact,
  }: { statement: string; from: readonly number[]; costs: Uint32Array; isExact: boolean },
): Promise<void> {
  const { rows } = await client.query<{ node: string; agg_cost: number }>(
    `SELECT node, agg_cost FROM ${statement} AS way`,
    [from],
  );
  const over = rows.map(({ node, agg_cost }) => Math.round(agg_cost) - costs[Number(node)]!);
  const farther = over.filter((millimetres) => millimetres > 0).length;
  const nearer = over.filter((millimetres) => millimetres < 0).length;
  console.log(
    `  ${rows.length} nodes reached by the peer, ${farther} at a longer way than ours, ${nearer} at a shorter`,
  );
  if (rows.length !== costs.length || nearer > 0 || (isExact && farther > 0)) {
    throw new Error("the two sides differ");
  }
}
