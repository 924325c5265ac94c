import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { storedRecordTypes } from "#domain/record/record-types.ts";
import { openStore } from "../../server/store/open-store.ts";
import type { AuditVerdict } from "../../server/store/store.ts";
import { loadDemo } from "../lib/load-demo.ts";
import type { DrillDatabase } from "./database.ts";
import type { DrillSetting } from "./drill.ts";
import type { PostgresCluster } from "./postgres-cluster.ts";
import { type DrillServer, plannerHeaders } from "./server-process.ts";

/** An empty database of the engine this drill is run on; `cluster` where the drill has one already. */
export async function newDatabase(
  { engine, directory, cluster: start }: DrillSetting,
  { name, place, cluster }: { name: string; place?: string; cluster?: PostgresCluster },
): Promise<DrillDatabase> {
  const dataDirectory = join(engine === "sqlite" && place ? place : directory, name);
  mkdirSync(dataDirectory, { recursive: true });
  if (engine === "sqlite") return { dataDirectory };
  const server = cluster ?? (await start(place ? { place } : {}));
  return { dataDirectory, databaseUrl: await server.newDatabase(name) };
}

/** Fills an empty database with the demo city. */
export async function fillWithDemo(database: DrillDatabase): Promise<void> {
  const store = await openStore({ ...database, recordTypes: storedRecordTypes });
  try {
    await loadDemo(store);
  } finally {
    await store.close();
  }
}

export async function auditOf(database: DrillDatabase): Promise<AuditVerdict> {
  const store = await openStore({ ...database, recordTypes: storedRecordTypes });
  try {
    return await store.verifyAudit();
  } finally {
    await store.close();
  }
}

/** A planner sketches a site in the middle of the demo city. */
export function sketchSite(
  { ask }: DrillServer,
  name: string,
  note = "",
  headers: Record<string, string> = plannerHeaders,
) {
  return ask("/api/records/candidate-sites", {
    method: "POST",
    headers: { ...headers, "content-type": "application/json" },
    body: JSON.stringify({
      geometry: { type: "Point", coordinates: [9.18, 48.77] },
      properties: { name, note, uses: [{ facilityType: "KITA_MIX", unit: "GRUPPE", amount: 4 }] },
    }),
  });
}

/** How many sketched sites a planner finds. */
export async function countSketches({ ask }: DrillServer): Promise<number> {
  const { status, body } = await ask("/api/records/candidate-sites?limit=1");
  if (status !== 200) throw new Error(`sketched sites cannot be counted: status ${status}`);
  return (JSON.parse(body.toString()) as { total: number }).total;
}

/** A public tile of the facilities in the middle of the demo city. */
export async function tilePath({ ask }: DrillServer, zoom = 12): Promise<string> {
  const { body } = await ask("/tiles/facilities.json");
  const { tiles } = JSON.parse(body.toString()) as { tiles: [string] };
  const across = 2 ** zoom;
  const x = Math.floor(((9.18 + 180) / 360) * across);
  const latitude = (48.77 * Math.PI) / 180;
  const y = Math.floor(((1 - Math.asinh(Math.tan(latitude)) / Math.PI) / 2) * across);
  const [template] = tiles;
  return new URL(template).pathname
    .replace(/%7Bz%7D|\{z\}/, String(zoom))
    .replace(/%7Bx%7D|\{x\}/, String(x))
    .replace(/%7By%7D|\{y\}/, String(y));
}
