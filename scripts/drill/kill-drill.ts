import { join } from "node:path";
import { fileURLToPath } from "node:url";
import Database from "better-sqlite3";
import { contentHash } from "../../server/store/audit-chain.ts";
import { databaseFileName } from "../../server/store/sqlite/sqlite-engine.ts";
import type { AuditBreak, Store } from "../../server/store/store.ts";
import { type DrillDatabase, drillType, openDrillStore, toEnvironment } from "./database.ts";
import { type Running, runScript } from "./process-output.ts";

export interface KillDrill {
  database: DrillDatabase;
  kills: number;
  /** Acknowledged writes of a round before it is killed, at least and at most. */
  writes: readonly [number, number];
  /** Kills the database instead of the writer in some rounds, and brings it back. */
  killServer?: (round: number) => Promise<boolean>;
  progress?: (result: KillResult) => void;
}

export interface KillResult {
  kills: number;
  acknowledged: number;
  /** Acknowledged writes that are missing or hold something else. */
  lost: string[];
  /** Answers of the integrity check other than "ok". */
  damage: string[];
  auditEntries: number;
  auditBreaks: AuditBreak[];
}

const writer = fileURLToPath(new URL("writer.ts", import.meta.url));

/**
 * RELIABILITY D-01 and D-02: a writer is killed in mid-sentence again and again; each time the database must come
 * up sound, with every acknowledged write in full and an unbroken audit chain at the end.
 */
export async function killDrill(drill: KillDrill): Promise<KillResult> {
  const result: KillResult = {
    kills: 0,
    acknowledged: 0,
    lost: [],
    damage: [],
    auditEntries: 0,
    auditBreaks: [],
  };
  const acknowledged: string[] = [];
  while (result.kills < drill.kills) {
    const lines = await round(drill, result.kills);
    acknowledged.push(...lines);
    result.kills += 1;
    result.acknowledged += lines.length;
    result.damage.push(...integrity(drill.database));
    await inStore(drill.database, async (store) => {
      result.lost.push(...(await missingWrites(store, lines)));
    });
    drill.progress?.(result);
  }
  await inStore(drill.database, async (store) => {
    // Once more over everything: a later round must not have taken what an earlier one left.
    result.lost = [...new Set([...result.lost, ...(await missingWrites(store, acknowledged))])];
    const { entries, breaks } = await store.verifyAudit();
    result.auditEntries = entries;
    result.auditBreaks = breaks;
  });
  return result;
}

/** One writer from start to its end; answers with the lines it acknowledged. */
async function round(
  { database, writes: [least, most], killServer }: KillDrill,
  count: number,
): Promise<string[]> {
  const running: Running = runScript(writer, { environment: toEnvironment(database) });
  await running.until(1 + least + Math.floor(Math.random() * (most - least + 1)));
  const serverKilled = (await killServer?.(count)) ?? false;
  // Where the server went first, the writer may end by itself, having seen that nobody answers.
  if (!serverKilled) await running.kill();
  else await Promise.race([running.ended, running.kill()]);
  return running.lines.slice(1).filter(isComplete);
}

/** A line cut off by the kill was not acknowledged to anybody. */
function isComplete(line: string): boolean {
  return /^\S+ \d+ [0-9a-f]{64}$/.test(line);
}

/** Acknowledged writes that a database lacks, or holds with other content; lines as the writer printed them. */
export async function missingWrites(store: Store, lines: readonly string[]): Promise<string[]> {
  const byId = new Map<string, string[]>();
  for (const line of lines) {
    const [id = ""] = line.split(" ");
    byId.set(id, [...(byId.get(id) ?? []), line]);
  }
  const lost: string[] = [];
  for (const [id, writes] of byId) {
    const revisions = await store.revisions(drillType, id);
    const present = new Set(
      revisions.map(({ revision, record }) => `${id} ${revision} ${contentHash(record)}`),
    );
    const current = await store.record(drillType, id, "everything");
    const newest = current && `${id} ${current.revision} ${contentHash(current)}`;
    const isCurrentRight =
      newest !== undefined && present.has(newest) && current?.revision === revisions.length;
    lost.push(...writes.filter((line) => !present.has(line) || !isCurrentRight));
  }
  return lost;
}

async function inStore(database: DrillDatabase, work: (store: Store) => Promise<void>): Promise<void> {
  const store = await openDrillStore(database);
  try {
    await work(store);
  } finally {
    await store.close();
  }
}

/** SQLite's own check of every page and index; PostgreSQL checks pages as it reads them. */
function integrity({ dataDirectory, databaseUrl }: DrillDatabase): string[] {
  if (databaseUrl) return [];
  const database = new Database(join(dataDirectory, databaseFileName));
  try {
    const rows = database.pragma("integrity_check") as { integrity_check: string }[];
    return rows.map((row) => row.integrity_check).filter((answer) => answer !== "ok");
  } finally {
    database.close();
  }
}
