import { execFile } from "node:child_process";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import type pg from "pg";

const postgresFolder = "/usr/share/postgresql";
/** Debian's package brings it; ways that are for walking, by their `highway`. */
export const pedestrianConfig = "/usr/share/osm2pgrouting/mapconfig_for_pedestrian.xml";

/** What is missing for a comparison with pgRouting; undefined when nothing is. */
export function missingForPgRouting(): string | undefined {
  const versions = existsSync(postgresFolder) ? readdirSync(postgresFolder) : [];
  if (!versions.some((version) => existsSync(join(postgresFolder, version, "extension/pgrouting.control")))) {
    return "postgresql-15-pgrouting";
  }
  return existsSync(pedestrianConfig) ? undefined : "osm2pgrouting";
}

/** Kinds of `highway` the configuration takes for walking. */
export function pedestrianHighways(): Set<string> {
  return new Set(Array.from(withoutComments().matchAll(/<tag_value name="([^"]+)"/g), (match) => match[1]!));
}

/** The shipped file is no well-formed XML: a dash too many in its comments. */
const withoutComments = () => readFileSync(pedestrianConfig, "utf8").replace(/<!--[\s\S]*?-->/g, "");

/** Imports an OSM XML file with osm2pgrouting, which makes the tables `ways` and `ways_vertices_pgr`. */
export async function importWithOsm2pgrouting(url: string, osm: string, folder: string): Promise<void> {
  const config = join(folder, "mapconfig.xml");
  writeFileSync(config, withoutComments());
  const { hostname, port, username, pathname } = new URL(url);
  const database = ["-d", pathname.slice(1), "-U", username, "-h", hostname, "-p", port];
  await promisify(execFile)("osm2pgrouting", ["-f", osm, "-c", config, ...database, "--clean"]);
}

export type Pair = readonly [from: number, to: number];

/** Shortest ways by pgRouting over an undirected edge query, in the order of the pairs; undefined for none. */
export async function pgRoutingCosts(
  client: pg.Client,
  edges: string,
  pairs: readonly Pair[],
): Promise<(number | undefined)[]> {
  await fillPairs(client, pairs);
  const { rows } = await client.query<{ start_vid: string; end_vid: string; agg_cost: number }>(
    "select start_vid, end_vid, agg_cost from pgr_dijkstraCost($1, 'select source, target from pairs', false)",
    [edges],
  );
  const costs = new Map(rows.map((row) => [`${row.start_vid} ${row.end_vid}`, row.agg_cost]));
  return pairs.map(([from, to]) => (from === to ? 0 : costs.get(`${from} ${to}`)));
}

/** Metres of each OpenStreetMap way on pgRouting's shortest way of each pair. */
export async function waysOnPaths(
  client: pg.Client,
  edges: string,
  pairs: readonly Pair[],
): Promise<Map<string, { osmId: number; metres: number }[]>> {
  await fillPairs(client, pairs);
  const { rows } = await client.query<{ pair: string; osm_id: string; metres: number }>(
    `select path.start_vid || ' ' || path.end_vid as pair, ways.osm_id, sum(ways.length_m) as metres
       from pgr_dijkstra($1, 'select source, target from pairs', false) as path
       join ways on ways.gid = path.edge group by 1, 2`,
    [edges],
  );
  const paths = new Map<string, { osmId: number; metres: number }[]>();
  for (const { pair, osm_id, metres } of rows) {
    paths.set(pair, [...(paths.get(pair) ?? []), { osmId: Number(osm_id), metres }]);
  }
  return paths;
}

async function fillPairs(client: pg.Client, pairs: readonly Pair[]): Promise<void> {
  await client.query("create table if not exists pairs (source bigint, target bigint)");
  await client.query("truncate pairs");
  await client.query("insert into pairs select * from unnest($1::bigint[], $2::bigint[])", [
    pairs.map(([from]) => from),
    pairs.map(([, to]) => to),
  ]);
}
