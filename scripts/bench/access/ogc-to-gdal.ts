import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { FeatureCollection } from "geojson";
import { facility } from "#domain/facility/facility.ts";
import type { StoredRecord } from "#domain/record/record.ts";
import { storedRecordTypes } from "#domain/record/record-types.ts";
import { openStore } from "../../../server/store/open-store.ts";
import type { RecordChange } from "../../../server/store/store.ts";
import { loadDemo } from "../../lib/load-demo.ts";
import { atMost, type BenchCase, comparedRow, missingRow } from "../bench-case.ts";
import { startOurServer } from "../our-server.ts";
import { CLIENT_CORE, hasProgram } from "../processes.ts";
import { interleave } from "../rounds.ts";

const ROUNDS = 5;
const FEATURES = 10_000;

/** Unmodified GDAL copies every facility into a GeoPackage, from the interface and from the file the interface would send. */
export const ogcToGdal: BenchCase = {
  id: "A5",
  what: "OGC items, 10,000 features to GDAL / GDAL reading the same GeoJSON file",
  run: async () => {
    if (!hasProgram("ogr2ogr", "gdal-bin")) return [missingRow(ogcToGdal, "ogr2ogr not available", "≤ 3")];
    const folder = mkdtempSync(join(tmpdir(), "srk-bench-ogc-"));
    try {
      await fillWithFacilities(folder);
      const server = await startOurServer({ DATA_DIR: folder });
      try {
        const items = `${server.origin}/ogc/collections/facilities/items?f=json&limit=10000`;
        const answer = await fetch(items);
        const text = await answer.text();
        const { features } = JSON.parse(text) as FeatureCollection;
        if (features.length !== FEATURES) throw new Error(`${features.length} features`);
        const file = join(folder, "facilities.geojson");
        writeFileSync(file, text);
        const target = join(folder, "copy.gpkg");
        const source = `OAPIF_COLLECTION:${server.origin}/ogc/collections/facilities`;
        const compared = await interleave(ROUNDS, {
          ours: async () => millisecondsOf(target, source, "-oo", "PAGE_SIZE=10000"),
          peer: async () => millisecondsOf(target, file),
        });
        return [comparedRow(ogcToGdal, compared, atMost(3), "ms")];
      } finally {
        await server.stop();
      }
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

/** The demo city with as many public facilities as asked for: those it has, and copies of them. */
async function fillWithFacilities(folder: string): Promise<void> {
  const store = await openStore({ dataDirectory: folder, recordTypes: storedRecordTypes });
  try {
    await loadDemo(store);
    const scope = [{ visibility: ["PUBLIC" as const] }];
    const { items, total } = await store.records({ type: facility.type, scope, limit: 1000 });
    const copies = Array.from({ length: FEATURES - total }, (_, k): RecordChange => {
      const record: StoredRecord = { ...items[k % items.length]!, id: crypto.randomUUID(), revision: 1 };
      return {
        action: "create",
        type: facility.type,
        id: record.id,
        title: facility.title(record.properties),
        record,
      };
    });
    await store.write(copies, { actor: "bench", at: new Date().toISOString() });
  } finally {
    await store.close();
  }
}

/** Milliseconds of one copy; throws unless all features came. */
function millisecondsOf(target: string, source: string, ...options: string[]): number {
  rmSync(target, { force: true });
  const before = performance.now();
  const run = spawnSync(
    "taskset",
    ["-c", CLIENT_CORE, "ogr2ogr", "-f", "GPKG", "-nln", "facilities", ...options, target, source],
    { encoding: "utf8" },
  );
  const took = performance.now() - before;
  if (run.status !== 0) throw new Error(`ogr2ogr: ${run.stderr}`);
  const info = spawnSync("ogrinfo", ["-so", target, "facilities"], { encoding: "utf8" });
  if (!info.stdout.includes(`Feature Count: ${FEATURES}`)) throw new Error(`not all came: ${info.stdout}`);
  return took;
}
