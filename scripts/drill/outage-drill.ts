import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { type Drill, type DrillSetting, Findings } from "./drill.ts";
import { fillWithDemo, newDatabase } from "./drill-city.ts";
import { asText, mixedLoad, slowestBetween } from "./mixed-load.ts";
import type { PostgresCluster } from "./postgres-cluster.ts";
import { type DrillServer, startServer } from "./server-process.ts";

const secondsBefore = 5;
const secondsAway = 15;
const perSecond = 10;
/** Ten in the pools and one that listens. */
const mostConnections = 11;

type Way = { name: string; away: (cluster: PostgresCluster) => Promise<() => Promise<void>> };

const ways: Way[] = [
  {
    name: "stopped",
    away: async (cluster) => {
      await cluster.kill();
      return () => cluster.restart();
    },
  },
  {
    name: "frozen",
    away: async (cluster) => {
      const goOn = cluster.freeze();
      return async () => goOn();
    },
  },
];

/** PostgreSQL goes away under load in two ways; what is asked meanwhile is answered in time, and nothing leaks. */
export const outageDrill: Drill = {
  name: "outage",
  title:
    "D-15 PostgreSQL stopped or frozen under load: 503 within 5 s, ready again within 10 s, no connection leaks",
  onPostgresOnly: true,
  async run(setting: DrillSetting) {
    const found = new Findings();
    const cluster = await setting.cluster();
    const database = await newDatabase(setting, { name: "outage", cluster });
    await fillWithDemo(database);
    const server = await startServer(database);
    try {
      const figures: string[] = [];
      for (const way of ways) {
        figures.push(await goneAway(way, { server, cluster, url: database.databaseUrl ?? "", found }));
      }
      found.expect(!server.hasEnded(), "the server has ended");
      found.expectEqual(await server.stop(), 0, "exit code");
      return { figures: figures.join("; "), broken: found.broken };
    } finally {
      await server.kill();
    }
  },
};

async function goneAway(
  { name, away }: Way,
  {
    server,
    cluster,
    url,
    found,
  }: {
    server: DrillServer;
    cluster: PostgresCluster;
    url: string;
    found: Findings;
  },
): Promise<string> {
  let end = () => {};
  const until = new Promise<void>((resolve) => {
    end = resolve;
  });
  const load = mixedLoad(server, {
    perSecond,
    until,
    isExpected: ({ status, headers }) =>
      (status >= 200 && status < 300) || (status === 503 && headers.has("retry-after")),
  });
  await pause(secondsBefore * 1000);
  const startedAt = performance.now() - secondsBefore * 1000;
  const comeBack = await away(cluster);
  const wentAt = performance.now();
  await pause(secondsAway * 1000);
  const backAt = performance.now();
  await comeBack();
  const began = performance.now();
  while ((await server.ask("/ready")).status !== 200 && performance.now() - began < 30_000) await pause(50);
  const seconds = (performance.now() - began) / 1000;
  await pause(secondsBefore * 1000);
  end();
  const result = await load;
  const { statuses, failures } = result;
  const slowest = slowestBetween(result, [wentAt, backAt]);
  const before = slowestBetween(result, [startedAt, wentAt]);
  found.expectEqual(failures, [], `${name}: unexpected answers`);
  found.expect(
    slowest.milliseconds <= 5000,
    `${name}: ${slowest.name} took ${Math.round(slowest.milliseconds)} ms`,
  );
  found.expect((statuses.get(503) ?? 0) > 0, `${name}: nobody noticed`);
  found.expect(seconds <= 10, `${name}: ready only after ${seconds.toFixed(1)} s`);
  const connections = await connectionsTo(url);
  found.expect(connections <= mostConnections, `${name}: ${connections} connections`);
  return (
    `${name} for ${secondsAway} s: ${asText(statuses)}, slowest meanwhile ${Math.round(slowest.milliseconds)} ms ` +
    `(before it ${Math.round(before.milliseconds)} ms), ` +
    `ready ${Math.round(seconds * 1000)} ms after it is back, ${connections} connections`
  );
}

async function connectionsTo(url: string): Promise<number> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ count: number }>(
      "select count(*)::int as count from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()",
    );
    return rows[0]?.count ?? Number.NaN;
  } finally {
    await client.end();
  }
}
