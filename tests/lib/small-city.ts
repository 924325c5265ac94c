import type { Polygon } from "geojson";
import type { Visibility } from "#domain/access/visibility.ts";
import type { AreaLevel } from "#domain/area/area.ts";
import { encodeGrid } from "#domain/demand/grid-file.ts";
import { makePopulationGrid } from "#domain/demand/make-population-grid.ts";
import { toLaea } from "#domain/geometry/laea.ts";
import type { Indicator } from "#domain/indicator/indicator.ts";
import type { StoredRecord } from "#domain/record/record.ts";
import { storedRecordTypes } from "#domain/record/record-types.ts";
import type { AppOptions } from "../../server/app.ts";
import type { Config } from "../../server/config.ts";
import { contentParts } from "../../server/store/content-parts.ts";
import type { AreaRow, Store } from "../../server/store/store.ts";
import { as, type RunningApp, runningApp } from "./running-app.ts";

/** A square with its lower left corner at a longitude and latitude, counter-clockwise. */
export function square(west: number, south: number, size = 0.1): Polygon {
  const [east, north] = [west + size, south + size];
  return {
    type: "Polygon",
    coordinates: [
      [
        [west, south],
        [east, south],
        [east, north],
        [west, north],
        [west, south],
      ],
    ],
  };
}

const at = "2024-01-01T00:00:00.000Z";

/** Two Stadtbezirke side by side: 01 West at 9.0–9.1 E, 02 Ost at 9.1–9.2 E, both 48.7–48.8 N. */
function districts(): AreaRow[] {
  return [
    { number: "01", name: "West", west: 9.0 },
    { number: "02", name: "Ost", west: 9.1 },
  ].map(({ number, name, west }) => ({
    number,
    name,
    level: "district",
    parentNumber: null,
    boundaryVersion: "test-2024",
    residents: 1000,
    areaHa: 8166,
    geometry: square(west, 48.7),
    labelPoint: [west + 0.05, 48.75],
  }));
}

export const testIndicator: Indicator = {
  code: "sealed-area",
  name: { de: "Versiegelte Fläche", en: "Sealed area" },
  theme: "environment",
  kind: "rate",
  unit: "%",
  direction: "NEUTRAL",
  decimals: 1,
  levels: ["district"],
  source: "Testquelle",
  licence: "frei",
  publicationAllowed: true,
  breaks: [],
};

export interface SmallCity extends RunningApp {
  /** Headers of a role in the demo. */
  as: typeof as;
}

/** A running app over a database with two districts and nothing else. */
export async function smallCity({
  isDemo = true,
  databaseUrl,
  dataDirectory,
  settings = {},
  options = {},
}: {
  isDemo?: boolean;
  databaseUrl?: string | undefined;
  dataDirectory?: string;
  settings?: Partial<Config>;
  options?: Partial<AppOptions>;
} = {}): Promise<SmallCity> {
  const running = await runningApp(
    async (store) => {
      await store.saveSetting("city", {
        name: { de: "Teststadt", en: "Test city" },
        isDemo,
        attribution: ["Testdaten"],
        levels: [],
      });
      if (isDemo) await store.saveSetting("isDemo", true);
      const release = await store.openRelease({
        dataset: "areas-district",
        kind: "areas",
        title: { de: "Stadtbezirke", en: "Districts" },
        level: "district",
        boundaryVersion: "test-2024",
        visibility: "PUBLIC",
        isDemo,
        provenance: { source: "Testquelle", licence: "frei", referenceDate: "2024-01-01" },
        details: {},
      });
      await store.stage(release, { kind: "areas", rows: districts() });
      await store.publish(release, { actor: "test", at, contentHash: "areas" });
    },
    databaseUrl,
    dataDirectory,
    settings,
    options,
  );
  return { ...running, as };
}

/** Observations of the test indicator for 2023 and 2024; `visibility` INTERNAL is what an import makes. */
export async function addObservations(
  store: Store,
  visibility: Visibility,
  code = testIndicator.code,
  { suffix = "", level = "district" }: { suffix?: string; level?: AreaLevel } = {},
): Promise<void> {
  const release = await store.openRelease({
    dataset: `indicator-${code}${suffix}`,
    kind: "observations",
    title: testIndicator.name,
    visibility,
    isDemo: true,
    provenance: { source: "Testquelle", licence: "frei", referenceDate: "2024-01-01" },
    details: { indicator: { ...testIndicator, code } },
  });
  const rows = ["01", "02"].flatMap((areaNumber, index) =>
    ["2023", "2024"].map((period) => ({
      indicatorCode: code,
      level,
      areaNumber,
      period,
      value: areaNumber === "02" && period === "2024" ? null : 30.5 + index,
      state: areaNumber === "02" && period === "2024" ? ("UNKNOWN" as const) : ("VALUE" as const),
    })),
  );
  await store.stage(release, { kind: "observations", rows });
  await store.publish(release, {
    actor: "test",
    at,
    contentHash: `observations-${code}-${visibility}-${level}`,
  });
}

/** A population grid of cells in district 01, 0.005 degrees apart from 9.05 E on, and in 02 from 9.15 E on; returns the address of its file. */
export async function addGrid(
  store: Store,
  {
    residents = [40, 25, 60],
    west = 2,
    statement = "Testgitter",
    title = "Bevölkerungsgitter",
    dataset = "population-grid",
  }: {
    residents?: readonly number[];
    /** How many of the cells, the first ones, are in 01. */
    west?: number;
    statement?: string;
    title?: string;
    dataset?: string;
  } = {},
): Promise<string> {
  const places = residents.map((count, cell) => {
    const [east, north] = toLaea(cell < west ? 9.05 + cell / 200 : 9.15 + (cell - west) / 200, 48.75).map(
      (m) => Math.floor(m / 100) * 100,
    );
    return {
      position: { east: east!, north: north! },
      residents: count,
      counts: [count],
      areas: [cell < west ? 0 : 1],
    };
  });
  const grid = makePopulationGrid({
    cellSizeM: 100,
    ageGroups: [{ code: "0+", from: 0, to: null }],
    levels: [{ level: "district", boundaryVersion: "test-2024", numbers: ["01", "02"] }],
    places,
    protection: { kind: "PERTURBED_BY_PUBLISHER", statement },
  });
  const release = await store.openRelease({
    dataset,
    kind: "grid",
    title: { de: title, en: title },
    visibility: "INTERNAL",
    isDemo: true,
    provenance: { source: title, licence: "frei", referenceDate: "2024-01-01" },
    details: { protection: grid.protection },
  });
  await store.stage(release, { kind: "grid", rows: contentParts(encodeGrid(grid)) });
  await store.publish(release, { actor: "test", at, contentHash: `grid-${residents}-${statement}` });
  return `/api/datasets/${dataset}/${release}`;
}

/** Writes one record straight into the store, as an earlier session would have left it. */
export async function addRecord(
  store: Store,
  type: string,
  record: Pick<StoredRecord, "properties"> & Partial<StoredRecord>,
): Promise<StoredRecord> {
  const declared = storedRecordTypes.find((stored) => stored.type === type)!;
  const full: StoredRecord = {
    id: crypto.randomUUID(),
    type,
    revision: 1,
    state: declared.lifecycle.initial,
    visibility: "PUBLIC",
    owner: "test",
    participants: [],
    department: null,
    districts: ["01"],
    geometry: { type: "Point", coordinates: [9.05, 48.75] },
    createdAt: at,
    updatedAt: at,
    ...record,
    properties: declared.schema.parse(record.properties),
  };
  const title = declared.title(full.properties);
  const outcome = await store.write([{ action: "create", type, id: full.id, title, record: full }], {
    actor: "test",
    at,
  });
  if (outcome.kind !== "written") throw new Error(`not written: ${outcome.kind}`);
  return full;
}

export const kita = (name: string, more: Record<string, unknown> = {}) => ({
  name,
  type: "KITA_MIX",
  source: "Testquelle",
  sourceDate: "2024-01-01",
  ...more,
});

export const sketch = (name: string, more: Record<string, unknown> = {}) => ({
  name,
  uses: [{ facilityType: "KITA_MIX", unit: "GRUPPE", amount: 4 }],
  ...more,
});
