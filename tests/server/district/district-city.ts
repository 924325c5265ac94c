import type { Visibility } from "#domain/access/visibility.ts";
import type { AreaLevel } from "#domain/area/area.ts";
import { defaultSuppression } from "#domain/disclosure/suppression.ts";
import type { Indicator } from "#domain/indicator/indicator.ts";
import type { Observation } from "#domain/indicator/observation.ts";
import type { Store } from "../../../server/store/store.ts";
import { type SmallCity, smallCity, square, testIndicator } from "../../lib/small-city.ts";

const at = "2024-01-01T00:00:00.000Z";
const provenance = { source: "Testquelle", licence: "frei", referenceDate: "2024-12-31" };

type Figures = Partial<Record<AreaLevel, Readonly<Record<string, number | null>>>>;

/** Publishes figures of 2024; null is a suppressed one, `finer` are the raw ones behind those. */
export async function addFigures(
  store: Store,
  indicator: Partial<Indicator> & { code: string },
  figures: Figures,
  { visibility = "PUBLIC", finer = {} }: { visibility?: Visibility; finer?: Figures } = {},
): Promise<void> {
  const rowsOf = (given: Figures): Observation[] =>
    Object.entries(given).flatMap(([level, values]) =>
      Object.entries(values).map(([areaNumber, value]) => ({
        ...{ indicatorCode: indicator.code, level: level as AreaLevel, areaNumber, period: "2024", value },
        state: value === null ? ("SUPPRESSED" as const) : ("VALUE" as const),
      })),
    );
  const definition = { ...testIndicator, direction: "HIGH_IS_BURDEN", ...indicator };
  const release = await store.openRelease({
    ...{ dataset: `indicator-${indicator.code}`, kind: "observations", title: testIndicator.name },
    ...{ visibility, isDemo: true, provenance, details: { indicator: definition } },
  });
  await store.stage(release, { kind: "observations", rows: rowsOf(figures), finer: rowsOf(finer) });
  await store.publish(release, { actor: "test", at, contentHash: `figures-${indicator.code}` });
}

async function addAreas(
  store: Store,
  level: AreaLevel,
  areas: readonly { number: string; parent: string; west: number; size: number }[],
): Promise<void> {
  const release = await store.openRelease({
    ...{ dataset: `areas-${level}`, kind: "areas", title: { de: level, en: level }, level },
    ...{ boundaryVersion: "test-2024", visibility: "PUBLIC", isDemo: true, provenance, details: {} },
  });
  const rows = areas.map(({ number, parent, west, size }) => ({
    ...{ number, name: `Gebiet ${number}`, level, parentNumber: parent, boundaryVersion: "test-2024" },
    ...{ residents: 500, areaHa: 400, geometry: square(west, 48.7, size) },
    labelPoint: [west + size / 2, 48.7 + size / 2] as [number, number],
  }));
  await store.stage(release, { kind: "areas", rows });
  await store.publish(release, { actor: "test", at, contentHash: `areas-${level}` });
}

/**
 * 01 West has two Stadtteile (101, 102), 02 Ost a single one (201) with the Stadtviertel 201-1 and 201-2. Children in
 * need are told on every level but in 102, where they are hidden; rents of quarters are the administration's only.
 */
export async function districtCity(databaseUrl?: string): Promise<SmallCity> {
  const city = await smallCity({ databaseUrl });
  const { store } = city;
  await addAreas(store, "subdistrict", [
    { number: "101", parent: "01", west: 9.0, size: 0.05 },
    { number: "102", parent: "01", west: 9.05, size: 0.05 },
    { number: "201", parent: "02", west: 9.1, size: 0.1 },
  ]);
  await addAreas(store, "statistical-quarter", [
    { number: "201-1", parent: "201", west: 9.1, size: 0.05 },
    { number: "201-2", parent: "201", west: 9.15, size: 0.05 },
  ]);
  await addFigures(
    store,
    {
      code: "children-in-need",
      levels: ["city", "district", "subdistrict"],
      suppression: defaultSuppression,
    },
    {
      city: { "0": 20 },
      district: { "01": 25.5, "02": 14.5 },
      subdistrict: { "101": 30.5, "102": null, "201": 14.5 },
    },
    { finer: { subdistrict: { "102": 73.1 } } },
  );
  await addFigures(
    store,
    { code: "rent", levels: ["district", "subdistrict", "statistical-quarter"] },
    {
      district: { "01": 11.5, "02": 12.5 },
      subdistrict: { "101": 11, "102": 12, "201": 12.5 },
      "statistical-quarter": { "201-1": 12.1, "201-2": 12.9 },
    },
    { visibility: "INTERNAL" },
  );
  return city;
}
