import { writeSync } from "node:fs";
import { contentHash } from "../../server/store/audit-chain.ts";
import type { StagedRecord } from "../../server/store/store.ts";
import { drillType, fromEnvironment, openDrillStore } from "./database.ts";

/**
 * Imports 10 000 records as the dataset "drill-import", always the same ones, and says on standard output how far
 * it is: "ready", "staged N" after each part, "published CREATED CHANGED UNCHANGED" or "unchanged" at the end.
 */
const rows = 10_000;
const rowsAtOnce = 500;

const store = await openDrillStore(fromEnvironment());
writeSync(1, "ready\n");
const release = await store.openRelease({
  dataset: "drill-import",
  kind: "records",
  title: { de: "Übung", en: "Drill" },
  visibility: "INTERNAL",
  isDemo: true,
  provenance: { source: "drill", licence: "none", referenceDate: "2024-12-31" },
  details: {},
});
for (let from = 0; from < rows; from += rowsAtOnce) {
  const part = Array.from({ length: rowsAtOnce }, (_, index) => stagedRecord(from + index));
  await store.stage(release, { kind: "records", type: drillType, rows: part });
  writeSync(1, `staged ${from + rowsAtOnce}\n`);
}
const outcome = await store.publish(release, {
  actor: "drill",
  at: new Date().toISOString(),
  contentHash: contentHash(["drill-import", rows]),
  titleOf: ({ properties }) => String(properties.name),
});
writeSync(
  1,
  outcome.kind === "published"
    ? `published ${outcome.created} ${outcome.changed} ${outcome.unchanged}\n`
    : "unchanged\n",
);
await store.close();

function stagedRecord(number: number): StagedRecord {
  return {
    importKey: String(number),
    record: {
      state: "in Betrieb",
      visibility: "INTERNAL",
      owner: "drill",
      participants: [],
      department: null,
      districts: [String(number % 23)],
      geometry: { type: "Point", coordinates: [9.05 + (number % 250) / 1000, 48.7 + number / 400_000] },
      properties: { name: `Einrichtung ${number}`, places: number % 120 },
    },
  };
}
