import { containsPoint, extentOf } from "#domain/geometry/contains-point.ts";
import { isWithin } from "#domain/geometry/coordinate-hint.ts";
import type { AreaRow } from "../../store/store.ts";

/** Index of the first area a place (WGS 84 degrees) lies in or on the border of, -1 for none. */
export function areaFinder(areas: readonly AreaRow[]): (longitude: number, latitude: number) => number {
  const boxes = areas.map(({ geometry }) => extentOf(geometry));
  return (longitude, latitude) =>
    areas.findIndex(({ geometry }, index) => {
      const box = boxes[index];
      return (
        box !== undefined &&
        isWithin(box, longitude, latitude) &&
        containsPoint(geometry, [longitude, latitude])
      );
    });
}
