import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { backupDrill } from "./drill/backup-drill.ts";
import type { DrillDatabase } from "./drill/database.ts";
import { isSound, type KillDrill, type KillResult, killDrill } from "./drill/kill-drill.ts";
import { startCluster } from "./drill/postgres-cluster.ts";

/**
 * `npm run drill [-- KILLS]`: kills writers with kill -9, 100 times on each database, and counts what was lost.
 * On PostgreSQL every fifth kill takes the database server instead. Then makes a backup of each while writers go on,
 * restores it elsewhere and looks for every write acknowledged before (D-07).
 */
const kills = Number(process.argv[2] ?? 100);
/** More than 20 000 acknowledged writes in 100 kills, on either database. */
const writes = [120, 320] as const;
const progress = ({ kills, acknowledged, lost }: KillResult) => {
  if (kills % 10 === 0) console.log(`  ${kills} kills, ${acknowledged} acknowledged, ${lost.length} lost`);
};

let sound = true;
const directory = mkdtempSync(join(tmpdir(), "sozialraumkarte-drill-"));
try {
  await report("SQLite", { database: { dataDirectory: directory }, kills, writes, progress });
  await reportBackup("SQLite", { dataDirectory: directory }, { dataDirectory: join(directory, "restored") });
} finally {
  rmSync(directory, { recursive: true });
}

const cluster = await startCluster();
try {
  const database = { dataDirectory: directory, databaseUrl: await cluster.newDatabase("drill") };
  const killServer = async (round: number) => {
    if (round % 5 !== 4) return false;
    await cluster.kill();
    await cluster.restart();
    return true;
  };
  await report("PostgreSQL", { database, kills, writes, killServer, progress });
  const databaseUrl = await cluster.newDatabase("restored");
  await reportBackup("PostgreSQL", database, { dataDirectory: join(directory, "restored"), databaseUrl });
} finally {
  await cluster.stop();
}
process.exitCode = sound ? 0 : 1;

async function report(name: string, drill: KillDrill): Promise<void> {
  console.log(`${name}: ${drill.kills} kills while writing`);
  const began = performance.now();
  const result = await killDrill(drill);
  sound &&= isSound(result);
  const { acknowledged, lost, damage, auditEntries, auditBreaks } = result;
  const seconds = Math.round((performance.now() - began) / 1000);
  console.log(
    `${name}: ${result.kills} kills, ${acknowledged} acknowledged, ${lost.length} lost, ` +
      `${damage.length} damaged, audit of ${auditEntries} rows ` +
      `${auditBreaks.length === 0 ? "verifies" : `broken in ${auditBreaks.length} places`} (${seconds} s)`,
  );
  for (const line of [...lost, ...damage].slice(0, 20)) console.log(`  ${line}`);
  for (const found of auditBreaks.slice(0, 20)) console.log(`  ${JSON.stringify(found)}`);
}

async function reportBackup(name: string, database: DrillDatabase, empty: DrillDatabase): Promise<void> {
  const { manifest, ...result } = await backupDrill({ database, empty, writes: 1000 });
  sound &&= result.lost.length === 0;
  const megabytes = manifest.files.reduce((sum, { bytes }) => sum + bytes, 0) / 1_000_000;
  console.log(
    `${name}: backup of ${megabytes.toFixed(1)} MB in ${result.backupSeconds.toFixed(1)} s under load, ` +
      `${result.lost.length} of ${result.acknowledged} writes lost, ${result.meanwhile} more meanwhile, ` +
      `longest pause ${Math.round(result.longestPause)} ms; restored and verified in ${result.restoreSeconds.toFixed(1)} s`,
  );
}
