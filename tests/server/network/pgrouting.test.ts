import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildNetwork } from "#domain/network/build-network.ts";
import type { ProfileParameters } from "#domain/network/profile.ts";
import { coordinateUnits, type WalkingNetwork } from "#domain/network/walking-network.ts";
import { makeReachability } from "#domain/reachability/make-reachability.ts";
import { type Place, type Reachability, unreached } from "#domain/reachability/reachability.ts";
import { barrierNature, streetNature } from "../../../server/datasets/mapping/street-rules.ts";
import { isPostgresSkipped, usePostgresDatabase } from "../../lib/postgres.ts";
import { comparisonHead, comparisonLine, deviations, quantile } from "./deviations.ts";
import { hasHeidelberg, randomNumbers, readHeidelberg } from "./heidelberg.ts";
import { osmXml } from "./osm-xml.ts";
import {
  importWithOsm2pgrouting,
  missingForPgRouting,
  type Pair,
  pedestrianHighways,
  pgRoutingCosts,
  waysOnPaths,
} from "./pgrouting-database.ts";

const wantedPairs = 1000;
const anybody: ProfileParameters = {
  profile: "ADULT",
  speedMmPerSecond: null,
  usesSteps: true,
  maxSlopePerMille: null,
};
const missing = !hasHeidelberg ? "test data (TESTDATA_DIR)" : missingForPgRouting();
const title = missing
  ? `ways in Heidelberg beside pgRouting (skipped: ${missing} is missing)`
  : "ways in Heidelberg beside pgRouting";

interface Compared {
  pair: Pair;
  ours: number;
  theirs: number;
}

describe.skipIf(missing !== undefined || isPostgresSkipped())(title, () => {
  const database = usePostgresDatabase();
  const lines: string[] = [];
  let client: pg.Client;
  let city: ReturnType<typeof readHeidelberg>;

  beforeAll(async () => {
    client = new pg.Client({ connectionString: database() });
    await client.connect();
    await client.query("create extension pgrouting");
    city = readHeidelberg();
    lines.push(
      "Ways on foot in Heidelberg, ours beside pgRouting's: deviation as a share of theirs",
      "",
      comparisonHead,
    );
  });
  afterAll(async () => {
    await client.end();
    const folder = resolve(import.meta.dirname, "../../../test-output");
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, "pgrouting-heidelberg.txt"), `${lines.join("\n")}\n`);
    console.log(lines.join("\n"));
  });

  const compared = (
    pairs: readonly Pair[],
    ours: readonly number[],
    theirs: readonly (number | undefined)[],
  ) =>
    pairs.flatMap((pair, at): Compared[] => {
      const [own, other] = [ours[at]!, theirs[at]];
      return own === unreached || !other ? [] : [{ pair, ours: own / 1000, theirs: other }];
    });

  it("are as long as its ways over the same edges, to the millimetre", { timeout: 180_000 }, async () => {
    const { network } = city;
    await client.query("create table edges (id int primary key, source int, target int, cost float8)");
    await client.query(
      "insert into edges select * from unnest($1::int[], $2::int[], $3::int[], $4::float8[])",
      [
        Array.from({ length: network.edgeCount }, (_, edge) => edge),
        [...network.from],
        [...network.to],
        Array.from(network.length, (length) => length / 1000),
      ],
    );
    // Two nodes on one spot are the two sides of a closed barrier: a place does not say which one is meant.
    const isAlone = aloneOnTheirSpot(network);
    const part = await largestPart(client, "select id, source, target, cost from edges");
    const pairs = randomPairs(part.filter(isAlone));
    const theirs = await pgRoutingCosts(client, "select id, source, target, cost from edges", pairs);
    const ours = waysBetween(network, (node) => nodePlace(network, node))(pairs);
    const found = compared(pairs, ours, theirs);
    lines.push(comparisonLine("over the same edges", deviations(found)));
    expect(found).toHaveLength(pairs.length);
    expect(Math.max(...found.map((one) => Math.abs(one.ours - one.theirs)))).toBeLessThan(0.001);
  });

  it("are as long as over a network another program made of the same map", { timeout: 180_000 }, async () => {
    const folder = mkdtempSync(join(tmpdir(), "osm2pgrouting-"));
    const file = join(folder, "heidelberg.osm");
    writeFileSync(file, osmXml(city.extract, city.isInside));
    await importWithOsm2pgrouting(database(), file, folder);
    rmSync(folder, { recursive: true });

    const edges = "select gid as id, source, target, length_m as cost from ways";
    const places = await vertexPlaces(client, city.isInside);
    const part = (await largestPart(client, edges)).filter((vertex) => places.has(vertex));
    const onOurs = makeReachability({
      network: city.network,
      grid: nobody,
      profile: anybody,
      measure: "metres",
    });
    // Ends both networks have: elsewhere the first question would be where to enter ours.
    const pairs = randomPairs(part.filter((vertex) => isOnStreet(onOurs, places.get(vertex)!)));
    const theirs = await pgRoutingCosts(client, edges, pairs);

    const sameRules = compared(
      pairs,
      waysBetween(networkByTheirRules(city), (v) => places.get(v)!)(pairs),
      theirs,
    );
    lines.push(comparisonLine("osm2pgrouting's network, its choice of ways", deviations(sameRules)));
    expect(sameRules).toHaveLength(pairs.length);
    expect(quantile(deviations(sameRules).shares, 0.99)).toBeLessThan(0.001);

    const found = compared(pairs, waysBetween(city.network, (v) => places.get(v)!)(pairs), theirs);
    const { shares } = deviations(found);
    lines.push(comparisonLine("osm2pgrouting's network, our choice of ways", { ...deviations(found) }));
    lines.push("", ...(await explanations(client, edges, found, city)));
    expect(found.length).toBeGreaterThan(0.99 * pairs.length);
    expect(quantile(shares, 0.5)).toBeLessThan(0.02);
  });
});

const nobody = { cellCount: 0, longitude: new Int32Array(0), latitude: new Int32Array(0) };

function nodePlace({ longitude, latitude }: WalkingNetwork, node: number): Place {
  return { longitude: longitude[node]! / coordinateUnits, latitude: latitude[node]! / coordinateUnits };
}

function aloneOnTheirSpot({ longitude, latitude }: WalkingNetwork): (node: number) => boolean {
  const spot = (node: number) => `${longitude[node]} ${latitude[node]}`;
  const counts = new Map<string, number>();
  longitude.forEach((_, node) => {
    counts.set(spot(node), (counts.get(spot(node)) ?? 0) + 1);
  });
  return (node) => counts.get(spot(node)) === 1;
}

function waysBetween(network: WalkingNetwork, placeOf: (end: number) => Place) {
  const reachability = makeReachability({ network, grid: nobody, profile: anybody, measure: "metres" });
  return (pairs: readonly Pair[]) =>
    pairs.map(([from, to]) => reachability.between(placeOf(from), placeOf(to)));
}

function isOnStreet(reachability: Reachability, place: Place): boolean {
  return (reachability.snap(place)?.distanceMm ?? Infinity) < 100;
}

async function largestPart(client: pg.Client, edges: string): Promise<number[]> {
  const { rows } = await client.query<{ node: string; component: string }>(
    "select node, component from pgr_connectedComponents($1)",
    [edges],
  );
  const parts = new Map<string, number[]>();
  for (const { node, component } of rows) {
    const part = parts.get(component);
    if (part) part.push(Number(node));
    else parts.set(component, [Number(node)]);
  }
  const [largest = []] = [...parts.values()].sort((a, b) => b.length - a.length);
  return largest.sort((a, b) => a - b);
}

function randomPairs(ends: readonly number[]): Pair[] {
  const random = randomNumbers(20_241_120);
  return Array.from({ length: wantedPairs }, () => {
    const from = random(ends.length);
    const to = (from + 1 + random(ends.length - 1)) % ends.length;
    return [ends[from]!, ends[to]!] as const;
  });
}

async function vertexPlaces(
  client: pg.Client,
  isInside: (longitude: number, latitude: number) => boolean,
): Promise<Map<number, Place>> {
  const { rows } = await client.query<{ id: string; lon: string; lat: string }>(
    "select id, lon, lat from ways_vertices_pgr",
  );
  const places = rows.map(({ id, lon, lat }) => [Number(id), { longitude: +lon, latitude: +lat }] as const);
  return new Map(
    places.filter(([, { longitude, latitude }]) =>
      isInside(longitude * coordinateUnits, latitude * coordinateUnits),
    ),
  );
}

/** Our network of the ways osm2pgrouting takes: by their kind alone, whatever gates and signs say. */
function networkByTheirRules({ extract, isInside }: ReturnType<typeof readHeidelberg>): WalkingNetwork {
  const highways = pedestrianHighways();
  const { longitude, latitude, ways } = extract;
  const lines = ways
    .filter(
      ({ tags, nodes }) =>
        highways.has(tags.highway!) && nodes.some((n) => isInside(longitude[n]!, latitude[n]!)),
    )
    .map(({ nodes }) => ({ points: nodes, flags: 0 }));
  return buildNetwork({ longitude, latitude, lines, hasSlopes: false });
}

/** Why ways differ by more than a twentieth: what their way runs over that ours may not, and the other way round. */
async function explanations(
  client: pg.Client,
  edges: string,
  found: readonly Compared[],
  { extract }: ReturnType<typeof readHeidelberg>,
): Promise<string[]> {
  const outliers = found
    .filter(({ ours, theirs }) => Math.abs(ours - theirs) > 0.05 * theirs)
    .sort((a, b) => Math.abs(b.ours - b.theirs) / b.theirs - Math.abs(a.ours - a.theirs) / a.theirs);
  const paths = await waysOnPaths(
    client,
    edges,
    outliers.map(({ pair }) => pair),
  );
  const wayOf = new Map(extract.ways.map((way) => [way.id, way]));
  const reasonOf = ({ pair, ours, theirs }: Compared): string => {
    if (ours < theirs)
      return "ours takes a way their list of kinds lacks (trunk or motorway link with foot=yes, corridor)";
    const metres = new Map<string, number>();
    for (const { osmId, metres: length } of paths.get(pair.join(" ")) ?? []) {
      const way = wayOf.get(osmId)!;
      const { highway, access, foot } = way.tags;
      const isClosed = [...way.nodes].some((n) => barrierNature(extract.nodeTags.get(n) ?? {}) === "closed");
      const reason = streetNature(way.tags)
        ? isClosed && "theirs goes through a closed barrier"
        : `theirs takes highway=${highway}${access ? ` access=${access}` : ""}${foot ? ` foot=${foot}` : ""}`;
      if (reason) metres.set(reason, (metres.get(reason) ?? 0) + length);
    }
    const [first] = [...metres].sort(([, a], [, b]) => b - a);
    return first?.[0] ?? "no way of theirs is closed to ours";
  };
  const reasons = outliers.map((outlier) => ({ ...outlier, reason: reasonOf(outlier) }));
  const counts = new Map<string, number>();
  for (const { reason } of reasons) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  return [
    `${outliers.length} of ${found.length} ways differ by more than 5 %, because`,
    ...[...counts]
      .sort(([, a], [, b]) => b - a)
      .map(([reason, count]) => `${String(count).padStart(5)}  ${reason}`),
    "",
    "The ten largest:",
    ...reasons.slice(0, 10).map(({ ours, theirs, reason }) => {
      const [own, other] = [ours, theirs].map((metres) => `${Math.round(metres)} m`.padStart(8));
      return `  ours ${own}, theirs ${other}: ${reason}`;
    }),
  ];
}
