import type { BulkKind } from "#domain/dataset/release.ts";
import { encodeGrid } from "#domain/demand/grid-file.ts";
import { makePopulationGrid } from "#domain/demand/make-population-grid.ts";
import { fromLaea, toLaea } from "#domain/geometry/laea.ts";
import { encodeNetwork } from "#domain/network/network-file.ts";
import type { WalkingNetwork } from "#domain/network/walking-network.ts";
import type { ParameterSet } from "#domain/parameter-set/parameter-set.ts";
import type { StoredRecord } from "#domain/record/record.ts";
import { contentParts } from "../../server/store/content-parts.ts";
import type { Store } from "../../server/store/store.ts";
import { addRecord, type SmallCity, smallCity } from "./small-city.ts";

/** Cells in a row from west to east, 200 m from middle to middle, all in Stadtbezirk 01. */
export const rowOfCells = 9;
/** Children under six and other people in every cell. */
export const childrenPerCell = 30;
const othersPerCell = 70;

const corner = toLaea(9.05, 48.75).map((metres) => Math.floor(metres / 100) * 100) as [number, number];

/** Longitude and latitude of the middle of cell 0 to 8. */
export function cellPlace(index: number): [number, number] {
  return fromLaea(corner[0] + 200 * index + 50, corner[1] + 50) as [number, number];
}

export const kitaStandards: ParameterSet = {
  name: "Testkennwerte",
  validFrom: "2024-01-01",
  source: "Testquelle",
  profiles: [{ profile: "CHILD", speedMmPerSecond: 1000, usesSteps: true, maxSlopePerMille: null }],
  combinations: [],
  standards: [
    {
      kind: "KITA",
      name: { de: "Kita", en: "Day care" },
      facilityTypes: ["KITA_MIX"],
      targetGroup: { de: "Kinder unter 6 Jahren", en: "Children under 6" },
      ages: { from: 0, to: 6 },
      profile: "CHILD",
      maxWayM: 300,
      unit: "PLATZ",
      capacityPerPerson: 0.5,
      sensibleUnit: 20,
      outdoorM2PerUnit: 10,
      sizes: [],
      source: "Testquelle",
      sourceStatus: "DECIDED",
    },
  ],
};

export async function addGrid(store: Store): Promise<string> {
  const grid = makePopulationGrid({
    cellSizeM: 100,
    ageGroups: [
      { code: "U6", from: 0, to: 6 },
      { code: "6PLUS", from: 6, to: null },
    ],
    levels: [{ level: "district", boundaryVersion: "test-2024", numbers: ["01"] }],
    places: Array.from({ length: rowOfCells }, (_, index) => ({
      position: { east: corner[0] + 200 * index, north: corner[1] },
      residents: childrenPerCell + othersPerCell,
      counts: [childrenPerCell, othersPerCell],
      areas: [0],
    })),
    protection: { kind: "INVENTED" },
  });
  return addBulk(store, "grid", "population-grid", encodeGrid(grid));
}

/** One straight street through the middles of all cells. */
export async function addNetwork(store: Store): Promise<string> {
  const nodes = Array.from({ length: rowOfCells }, (_, index) => cellPlace(index));
  const edges = rowOfCells - 1;
  const units = (degrees: number) => Math.round(degrees * 1e7);
  const network: WalkingNetwork = {
    nodeCount: rowOfCells,
    edgeCount: edges,
    longitude: Int32Array.from(nodes, ([longitude]) => units(longitude)),
    latitude: Int32Array.from(nodes, ([, latitude]) => units(latitude)),
    from: Uint32Array.from({ length: edges }, (_, edge) => edge),
    to: Uint32Array.from({ length: edges }, (_, edge) => edge + 1),
    length: new Uint32Array(edges).fill(200_000),
    flags: new Uint8Array(edges),
    slope: new Int16Array(edges),
    hasSlopes: false,
    shapeStart: new Uint32Array(edges + 1),
    shapeLongitude: new Int32Array(0),
    shapeLatitude: new Int32Array(0),
  };
  return addBulk(store, "network", "walking-network", encodeNetwork(network));
}

async function addBulk(store: Store, kind: BulkKind, dataset: string, bytes: Uint8Array): Promise<string> {
  const release = await store.openRelease({
    dataset,
    kind,
    title: { de: dataset, en: dataset },
    visibility: "INTERNAL",
    isDemo: true,
    provenance: { source: "Testquelle", licence: "frei", referenceDate: "2024-12-31" },
    details: {},
  });
  await store.stage(release, { kind, rows: contentParts(bytes) });
  const at = "2024-01-01T00:00:00.000Z";
  await store.publish(release, { actor: "test", at, contentHash: `${dataset}-${bytes.length}` });
  return release;
}

export function addStandards(store: Store, set: ParameterSet = kitaStandards): Promise<StoredRecord> {
  return addRecord(store, "parameter-sets", {
    visibility: "INTERNAL",
    state: "BESCHLOSSEN",
    geometry: null,
    districts: [],
    properties: { ...set },
  });
}

/** A small city with people, a decided standard for Kitas, and ways as lengthened air line. */
export async function planningCity(databaseUrl?: string): Promise<SmallCity> {
  const city = await smallCity({ databaseUrl });
  await addGrid(city.store);
  await addStandards(city.store);
  return city;
}

export const pointAt = (index: number) => ({
  type: "Point" as const,
  coordinates: cellPlace(index),
});

/** Properties of a Kita with places, as of a date. */
export const kitaWithPlaces = (name: string, offered: number, more: Record<string, unknown> = {}) => ({
  name,
  type: "KITA_MIX",
  capacity: [
    {
      unit: "PLATZ",
      category: "",
      licensed: offered,
      offered,
      occupied: offered,
      referenceDate: "2024-03-01",
    },
  ],
  source: "Testquelle",
  sourceDate: "2024-03-01",
  ...more,
});

/** A sketched site as the page sends it, in a cell. */
export const sketchedSite = (index: number, record: { type: string; id: string } | null = null) => ({
  id: `site-${index}`,
  name: `Neue Kita ${index}`,
  kind: "KITA",
  position: cellPlace(index),
  plot: null,
  uses: [{ facilityType: "KITA_MIX", unit: "PLATZ", category: "", amount: 60 }],
  openingYear: 2028,
  layer: "IDEE",
  constraints: [{ kind: "NOISE", rating: "NOT_CHECKED", text: "" }],
  record,
  note: "",
});
