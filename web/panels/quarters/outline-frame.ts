import type { MultiPolygon, Polygon, Position } from "geojson";
import { positionsOf } from "#domain/geometry/contains-point.ts";

type Shape = Polygon | MultiPolygon;

/** A window on outlines in WGS 84 degrees, drawn in units of a picture, north up. */
export interface OutlineFrame {
  width: number;
  height: number;
  /** Path of an outline, for `fill-rule="evenodd"`. */
  path: (shape: Shape) => string;
  /** Middle of the box around outlines. */
  middle: (shapes: readonly Shape[]) => [x: number, y: number];
}

/** Part of the picture left free on each side. */
const margin = 0.06;

/** The smallest window of this size that shows all outlines; a city is small enough to be flat in it. */
export function outlineFrame(
  shown: readonly Shape[],
  { width, height }: { width: number; height: number },
): OutlineFrame {
  const [west, south, east, north] = boxOf(shown);
  const squeeze = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const unit = Math.max(
    ((east - west) * squeeze) / (width * (1 - 2 * margin)),
    (north - south) / (height * (1 - 2 * margin)),
  );
  const place = ([longitude = 0, latitude = 0]: Position): [number, number] => [
    tenth(width / 2 + ((longitude - (west + east) / 2) * squeeze) / unit),
    tenth(height / 2 - (latitude - (south + north) / 2) / unit),
  ];
  return {
    width,
    height,
    path: (shape) =>
      ringsOf(shape)
        .map((ring) => `M${ring.map((at) => place(at).join(" ")).join("L")}Z`)
        .join(""),
    middle: (shapes) => {
      const [left, lower, right, upper] = boxOf(shapes);
      return place([(left + right) / 2, (lower + upper) / 2]);
    },
  };
}

const ringsOf = (shape: Shape) => (shape.type === "Polygon" ? shape.coordinates : shape.coordinates.flat());

function boxOf(shapes: readonly Shape[]): [west: number, south: number, east: number, north: number] {
  const box: [number, number, number, number] = [180, 90, -180, -90];
  for (const [longitude = 0, latitude = 0] of shapes.flatMap((shape) => positionsOf(shape))) {
    box[0] = Math.min(box[0], longitude);
    box[1] = Math.min(box[1], latitude);
    box[2] = Math.max(box[2], longitude);
    box[3] = Math.max(box[3], latitude);
  }
  return box;
}

const tenth = (value: number) => Math.round(value * 10) / 10;
