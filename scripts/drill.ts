import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isSound, type KillDrill, type KillResult, killDrill } from "./drill/kill-drill.ts";
import { startCluster } from "./drill/postgres-cluster.ts";

/**
 * `npm run drill [-- KILLS]`: kills writers with kill -9, 100 times on each database, and counts what was lost.
 * On PostgreSQL every fifth kill takes the database server instead.
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
