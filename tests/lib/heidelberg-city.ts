import { writeFileSync } from "node:fs";
import { join } from "node:path";
import proj4 from "proj4";
import { formatCellId } from "#domain/demand/cell-id.ts";
import { coordinateUnits } from "#domain/network/walking-network.ts";
import { storedRecordTypes } from "#domain/record/record-types.ts";
import { makeParameterSets } from "../../scripts/demo/records/parameter-sets.ts";
import { runImport } from "../../server/datasets/import-job.ts";
import { type ImportSpecInput, importSpecSchema } from "../../server/datasets/import-spec.ts";
import { openStore } from "../../server/store/open-store.ts";
import { readHeidelberg } from "../server/network/heidelberg.ts";
import { runCommand } from "./running-server.ts";
import { addRecord } from "./small-city.ts";

const europeanGrid =
  "+proj=laea +lat_0=52 +lon_0=10 +x_0=4321000 +y_0=3210000 +ellps=GRS80 +units=m +no_defs";
const cellSizeM = 100;
/** Streets people live in. */
const homes = new Set(["residential", "living_street"]);
const mainStreets = new Set(["primary", "secondary", "tertiary"]);

/**
 * Heidelberg's real streets, kindergartens and playgrounds in a database of its own. Nobody published where its
 * people live, so every cell a residential street runs through counts as one: shares and ways are those of cells,
 * not of people. The database is marked as a demo, so that the page says that its numbers are invented.
 */
export async function fillWithHeidelberg(dataDirectory: string, testData: string): Promise<void> {
  const { status, output } = await runCommand("scripts/city.ts", ["load", "geodata/cities/heidelberg"], {
    DATA_DIR: dataDirectory,
    TESTDATA_DIR: testData,
  });
  if (status !== 0) throw new Error(output);
  const { extract, isInside } = readHeidelberg();
  const store = await openStore({ dataDirectory, databaseUrl: undefined, recordTypes: storedRecordTypes });
  const at = new Date().toISOString();
  const done = async (spec: ImportSpecInput) => {
    const outcome = await runImport(store, importSpecSchema.parse(spec), { actor: "import", at });
    if (outcome.kind === "refused") throw new Error(outcome.sentence);
  };

  const cells = new Set<string>();
  const streets: object[] = [];
  for (const { tags, nodes } of extract.ways) {
    const kind = tags.highway ?? "";
    const line = [...nodes].map((n) => [
      extract.longitude[n]! / coordinateUnits,
      extract.latitude[n]! / coordinateUnits,
    ]);
    const isHere = [...nodes].every((n) => isInside(extract.longitude[n]!, extract.latitude[n]!));
    if (!isHere) continue;
    if (homes.has(kind)) {
      for (const position of line) {
        const [east, north] = proj4(europeanGrid, position).map((m) => Math.floor(m / cellSizeM) * cellSizeM);
        cells.add(formatCellId({ sizeM: cellSizeM, east: east!, north: north! }));
      }
    }
    if (homes.has(kind) || mainStreets.has(kind)) {
      const properties = { class: "street", name: tags.name ?? null, rank: mainStreets.has(kind) ? 1 : 2 };
      streets.push({ type: "Feature", properties, geometry: { type: "LineString", coordinates: line } });
    }
  }
  const origin = { licence: "ODbL", referenceDate: "2024-09-08" };
  const grid = join(dataDirectory, "cells.csv");
  const rows = [...cells].sort().map((id) => `${id};1;1`);
  writeFileSync(grid, ["GITTER_ID_100m;Einwohner;Unter6", ...rows].join("\n"));
  await done({
    as: "grid",
    file: grid,
    perturbedByPublisher: "keine Einwohnerzahlen: je Zelle mit Wohnstraße eins",
    sourceText: "Zellen mit Wohnstraßen, je eins (keine Einwohnerzahlen)",
    ...origin,
  });
  const lines = join(dataDirectory, "streets.geojson");
  writeFileSync(lines, JSON.stringify({ type: "FeatureCollection", features: streets }));
  await done({
    as: "layer",
    name: "base",
    file: lines,
    sourceText: "© OpenStreetMap-Mitwirkende",
    released: "OpenStreetMap (Open Data), 2024-09-08",
    repair: true,
    skipBadRows: true,
    ...origin,
  });
  const [parameters] = makeParameterSets();
  await addRecord(store, "parameter-sets", { ...parameters!, districts: [], geometry: null });
  const city = await store.setting<object>("city");
  await store.saveSetting("city", { ...city, isDemo: true });
  await store.close();
}
