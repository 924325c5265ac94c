import { bbox, featureCollection, area as groundOf, intersect, feature as toFeature } from "@turf/turf";
import type { MultiPolygon, Polygon } from "geojson";
import type { AreaOverlap } from "#domain/disclosure/area-tree.ts";
import type { AreaRow } from "../store/store.ts";

/** Slivers below this share of the inner area are borders drawn twice, not overlaps. */
const leastShare = 0.005;

/** Which of the inner areas lie in, or cut, which of the outer ones, with the share of their ground. */
export function areaOverlaps(inner: readonly AreaRow[], outer: readonly AreaRow[]): AreaOverlap[] {
  const shapes = outer.flatMap((one) => shapeOf(one) ?? []);
  return inner.flatMap((one) => {
    const own = shapeOf(one);
    if (!own) return [];
    const whole = groundOf(own.shape);
    return shapes.flatMap((other): AreaOverlap[] => {
      if (!touches(own.box, other.box)) return [];
      const common = intersect(featureCollection([own.shape, other.shape]));
      const share = common && whole > 0 ? groundOf(common) / whole : 0;
      return share < leastShare ? [] : [{ inner: own.place, outer: other.place, share }];
    });
  });
}

function shapeOf({ level, number, geometry }: AreaRow) {
  if (geometry?.type !== "Polygon" && geometry?.type !== "MultiPolygon") return undefined;
  const shape = toFeature<Polygon | MultiPolygon>(geometry);
  return { place: { level, number }, shape, box: bbox(shape) };
}

function touches(a: readonly number[], b: readonly number[]): boolean {
  return a[0]! < b[2]! && b[0]! < a[2]! && a[1]! < b[3]! && b[1]! < a[3]!;
}
