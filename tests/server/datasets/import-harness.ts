import { afterAll, beforeEach } from "vitest";
import { recordTypes } from "#domain/record/record-types.ts";
import { type ImportOptions, runImport } from "../../../server/datasets/import-job.ts";
import { type ImportSpecInput, importSpecSchema } from "../../../server/datasets/import-spec.ts";
import { openStore } from "../../../server/store/open-store.ts";
import type { Store } from "../../../server/store/store.ts";
import type { NewDatabase } from "../../lib/databases.ts";
import { temporaryFolder } from "./files.ts";

export const origin = { sourceText: "Statistisches Amt", licence: "CC BY 4.0", referenceDate: "2024-12-31" };
export const at = "2026-01-31T08:00:00.000Z";

/** A fresh database before each test, SQLite unless told otherwise, and the two ways an import can end. */
export function importHarness(newDatabase: NewDatabase = async () => undefined) {
  const folder = temporaryFolder();
  const stores: Store[] = [];
  beforeEach(async () => {
    const dataDirectory = `${folder.path}/data-${stores.length}`;
    stores.push(await openStore({ dataDirectory, databaseUrl: await newDatabase(), recordTypes }));
  });
  afterAll(async () => {
    for (const store of stores) await store.close();
    folder.remove();
  });
  const run = (spec: ImportSpecInput, options: Partial<ImportOptions> = {}) =>
    runImport(stores.at(-1)!, importSpecSchema.parse(spec), { actor: "import", at, ...options });
  return {
    folder,
    get store(): Store {
      return stores.at(-1)!;
    },
    async done(spec: ImportSpecInput, options: Partial<ImportOptions> = {}) {
      const outcome = await run(spec, options);
      if (outcome.kind === "refused") throw new Error(outcome.sentence);
      return outcome.report;
    },
    async refused(spec: ImportSpecInput) {
      const outcome = await run(spec);
      if (outcome.kind === "done") throw new Error("the import was accepted");
      return outcome;
    },
  };
}

export const square = (west: number, south: number) => [
  [
    [west, south],
    [west + 0.1, south],
    [west + 0.1, south + 0.1],
    [west, south + 0.1],
    [west, south],
  ],
];
export const feature = (properties: object, geometry: object | null) => ({
  type: "Feature",
  properties,
  geometry,
});
export const collection = (...features: object[]) => JSON.stringify({ type: "FeatureCollection", features });
/** Two districts side by side. */
export const districts = collection(
  feature({ nr: "01", name: "Mitte" }, { type: "Polygon", coordinates: square(9.1, 48.7) }),
  feature({ nr: "02", name: "Bad Cannstatt" }, { type: "Polygon", coordinates: square(9.2, 48.7) }),
);
export const areas = (file: string, more: Partial<ImportSpecInput> = {}) =>
  ({
    as: "areas",
    file,
    level: "district",
    number: "nr",
    name: "name",
    ...origin,
    ...more,
  }) as ImportSpecInput;
