import type { Point } from "geojson";
import type { Facility } from "#domain/facility/facility.ts";
import type { SupplyPoint } from "#domain/supply/supply-point.ts";
import type { DemoRecord } from "./types.ts";

/**
 * The demo's facilities as planning sees them, without a database: for benchmarks and tests of the generator.
 * The server reads them from its store.
 */
export function demoSupply(records: readonly DemoRecord[]): SupplyPoint[] {
  return records
    .filter(({ type }) => type === "facilities")
    .map(({ properties, geometry }, index) => {
      const [longitude, latitude] = (geometry as Point).coordinates as [number, number];
      const facility = properties as unknown as Facility;
      const { name, type, capacity, provider, openingHours, condition, outdoorM2 } = facility;
      return {
        id: String(index).padStart(6, "0"),
        origin: "facilities",
        ...{ name, longitude, latitude, capacity, layer: "BESTAND", facilityTypes: [type] },
        provider: provider ?? null,
        openingHours: openingHours ?? null,
        openingYear: null,
        condition: condition ?? null,
        sharedUse: facility.sharedUse,
        outdoorM2: outdoorM2 ?? null,
        areas: {},
      };
    });
}
