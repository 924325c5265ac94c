import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { backupsDrill } from "./backups.ts";
import { diskDrill } from "./disk-drill.ts";
import type { Drill, DrillOptions, DrillResult, DrillSetting } from "./drill.ts";
import { floodDrill } from "./flood-drill.ts";
import { importDrill } from "./import-drill.ts";
import { killsDrill } from "./kills.ts";
import { outageDrill } from "./outage-drill.ts";
import { type PostgresCluster, startCluster } from "./postgres-cluster.ts";
import { restoreDrill } from "./restore-drill.ts";
import { soakDrill } from "./soak-drill.ts";

/** In the order they are run without a name. */
export const drills: readonly Drill[] = [
  diskDrill,
  outageDrill,
  importDrill,
  restoreDrill,
  floodDrill,
  soakDrill,
  backupsDrill,
  killsDrill,
];

/** Runs a drill on one database with a directory and a PostgreSQL that go away afterwards, also when it fails. */
export async function runDrill(
  drill: Drill,
  { engine, options, say }: Pick<DrillSetting, "engine" | "say"> & { options: DrillOptions },
): Promise<DrillResult> {
  const directory = mkdtempSync(join(tmpdir(), "sozialraumkarte-drill-"));
  // PostgreSQL runs under an account of its own, which must get through to a disk in there.
  chmodSync(directory, 0o711);
  const clusters: PostgresCluster[] = [];
  try {
    return await drill.run({
      engine,
      directory,
      options,
      say,
      cluster: async (started) => {
        const cluster = await startCluster(started);
        clusters.push(cluster);
        return cluster;
      },
    });
  } finally {
    await Promise.all(clusters.map((cluster) => cluster.stop()));
    rmSync(directory, { recursive: true, force: true });
  }
}
