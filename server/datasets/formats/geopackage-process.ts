import type { ImportLimits } from "../limits.ts";
import { ImportRefusal } from "../sentences.ts";
import type { GeoPackageMessage } from "./geopackage.ts";
import { openGeoPackage } from "./geopackage-database.ts";

/** The process that opens a GeoPackage: one file, one answer, then it ends. */
const rowsPerMessage = 500;

function tell(message: GeoPackageMessage): Promise<void> {
  return new Promise((resolve, reject) => {
    process.send!(message, (error: Error | null) => (error ? reject(error) : resolve()));
  });
}

async function read({
  path,
  layer,
  limits,
}: {
  path: string;
  layer?: string;
  limits: ImportLimits;
}): Promise<void> {
  try {
    const { table, rows } = openGeoPackage(path, layer, limits);
    await tell({ kind: "head", table });
    let batch = [];
    for (const row of rows) {
      batch.push(row);
      if (batch.length < rowsPerMessage) continue;
      await tell({ kind: "rows", rows: batch });
      batch = [];
    }
    await tell({ kind: "rows", rows: batch });
    await tell({ kind: "end" });
  } catch (error) {
    const refusal =
      error instanceof ImportRefusal
        ? error
        : new ImportRefusal("broken-file", { why: `GeoPackage: ${(error as Error).message}` });
    await tell({ kind: "refused", code: refusal.code, facts: refusal.facts });
  }
}

process.once("message", (message) => {
  read(message as Parameters<typeof read>[0]).finally(() => process.disconnect());
});
