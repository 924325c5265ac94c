import type { Geometry } from "geojson";
import { type AreaLevel, areaLevels } from "#domain/area/area.ts";
import { containsPoint, extentOf, positionsOf } from "#domain/geometry/contains-point.ts";
import { coordinateUnits } from "#domain/network/walking-network.ts";
import type { AreaRow } from "../../store/store.ts";
import type { IsInside } from "./osm-streets.ts";

/** Size of a square in degrees, some 165 m each way in Germany. */
const squareNorth = 0.0015;
const squareEast = 0.0023;
/** People near the border use the streets of the neighbour: these squares around the city belong to it too. */
const squaresAround = 8;

/**
 * Inside are the city's areas and some 1.3 km around them, in squares: exact enough to leave out what is far
 * away, and answered at once for every point of a street. Undefined while no areas are loaded.
 */
export async function citySurroundings(
  areasOf: (level: AreaLevel) => Promise<readonly AreaRow[]>,
): Promise<IsInside | undefined> {
  for (const level of areaLevels) {
    const shapes = (await areasOf(level)).flatMap(({ geometry }) => (geometry ? [geometry] : []));
    if (shapes.length > 0) return aroundShapes(shapes);
  }
  return undefined;
}

const column = (longitude: number) => Math.floor(longitude / squareEast);
const row = (latitude: number) => Math.floor(latitude / squareNorth);
/** Squares are known by one number; neighbours eastwards differ by `nextColumn`, northwards by 1. */
const nextColumn = 1 << 20;
const square = (longitude: number, latitude: number) => column(longitude) * nextColumn + row(latitude);

function aroundShapes(shapes: readonly Geometry[]): IsInside {
  const touched = new Set<number>();
  for (const shape of shapes) for (const at of squaresOf(shape)) touched.add(at);
  const around = widened(widened(touched, nextColumn), 1);
  return (longitude, latitude) => around.has(square(longitude / coordinateUnits, latitude / coordinateUnits));
}

/** Squares whose centre lies in the shape, and those with a corner of its border. */
function* squaresOf(shape: Geometry): Generator<number> {
  const extent = extentOf(shape);
  if (!extent || shape.type === "GeometryCollection") return;
  const [west, south, east, north] = extent;
  for (let x = column(west); x <= column(east); x++) {
    for (let y = row(south); y <= row(north); y++) {
      if (containsPoint(shape, [(x + 0.5) * squareEast, (y + 0.5) * squareNorth])) yield x * nextColumn + y;
    }
  }
  for (const [longitude = 0, latitude = 0] of positionsOf(shape)) yield square(longitude, latitude);
}

function widened(squares: ReadonlySet<number>, step: number): Set<number> {
  const wider = new Set<number>();
  for (const at of squares) {
    for (let n = -squaresAround; n <= squaresAround; n++) wider.add(at + n * step);
  }
  return wider;
}
