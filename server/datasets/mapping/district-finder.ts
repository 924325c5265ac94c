import type { Geometry } from "geojson";
import { containsPoint, extentOf, positionsOf } from "#domain/geometry/contains-point.ts";
import type { Extent } from "#domain/geometry/coordinate-hint.ts";
import { isWithin } from "#domain/geometry/coordinate-hint.ts";
import type { AreaRow } from "../../store/store.ts";

/** Numbers of the Stadtbezirke a geometry lies in, in the order of the areas. */
export type DistrictFinder = (geometry: Geometry | null) => string[];

/**
 * Finds districts by location. A shape lies in a district when one of its corners does, or when the district's
 * label point lies in the shape (the district is inside it).
 */
export function districtFinder(districts: readonly AreaRow[]): DistrictFinder {
  const boxes = districts.map(({ geometry }) => extentOf(geometry));
  return (geometry) => {
    if (!geometry || geometry.type === "GeometryCollection") return [];
    const positions = positionsOf(geometry);
    return districts
      .filter((district, index) => {
        const box: Extent | undefined = boxes[index];
        if (!box) return false;
        const touches = positions.some(
          (point) => isWithin(box, point[0]!, point[1]!) && containsPoint(district.geometry, point),
        );
        return touches || (district.labelPoint !== null && containsPoint(geometry, district.labelPoint));
      })
      .map(({ number }) => number);
  };
}
