import { type Drill, Findings } from "./drill.ts";
import { newDatabase } from "./drill-city.ts";
import { killDrill } from "./kill-drill.ts";
import type { PostgresCluster } from "./postgres-cluster.ts";

/** More than 20 000 acknowledged writes in 100 kills, on either database. */
const writes = [120, 320] as const;

/** On PostgreSQL every fifth kill takes the database server instead. */
export const killsDrill: Drill = {
  name: "kills",
  title: "D-01 D-02 D-16 writers killed in mid-sentence lose no acknowledged write, record and audit agree",
  async run(setting) {
    const found = new Findings();
    const cluster = setting.engine === "postgres" ? await setting.cluster() : undefined;
    const database = await newDatabase(setting, { name: "kills", ...(cluster && { cluster }) });
    const began = performance.now();
    const result = await killDrill({
      database,
      kills: setting.options.kills,
      writes,
      ...(cluster && { killServer: (round: number) => killedServer(cluster, round) }),
      progress: ({ kills, acknowledged, lost }) => {
        if (kills % 10 === 0)
          setting.say(`${kills} kills, ${acknowledged} acknowledged, ${lost.length} lost`);
      },
    });
    const { acknowledged, lost, damage, auditEntries, auditBreaks } = result;
    found.expectEqual(lost.slice(0, 20), [], "lost");
    found.expectEqual(damage.slice(0, 20), [], "damaged");
    found.expectEqual(auditBreaks.slice(0, 20), [], "the audit");
    return {
      figures:
        `${result.kills} kills, ${acknowledged} acknowledged, ${lost.length} lost, ${damage.length} damaged, ` +
        `audit of ${auditEntries} rows with ${auditBreaks.length} breaks ` +
        `(${Math.round((performance.now() - began) / 1000)} s)`,
      broken: found.broken,
    };
  },
};

async function killedServer(cluster: PostgresCluster, round: number): Promise<boolean> {
  if (round % 5 !== 4) return false;
  await cluster.kill();
  await cluster.restart();
  return true;
}
