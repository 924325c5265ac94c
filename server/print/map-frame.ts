import type { Geometry, Position } from "geojson";
import { Clipper } from "../tiles/clip.ts";
import { latitudeOf, mercatorX, mercatorY } from "../tiles/mercator.ts";

/** West, south, east, north in degrees. */
export type Bounds = readonly [number, number, number, number];

/** Circumference of the sphere of web mercator at the equator, in metres. */
const equator = 40_075_016.686;
/** Lines are cut this far outside the picture, so that no cut is seen. */
const margin = 8;
/** Whole units of the clipper per unit of the picture. */
const fine = 100;

/** A window of the city on paper: mercator like the screen, north up, in units of 1/96 inch. */
export class MapFrame {
  readonly width: number;
  readonly height: number;
  /** On the ground, at the middle of the picture. */
  readonly metersPerUnit: number;
  /** Zoom at which the screen, with tiles of 512 pixels, shows the same scale. */
  readonly zoom: number;
  readonly #left: number;
  readonly #top: number;
  readonly #unit: number;
  readonly #clipper = new Clipper();
  readonly #box;

  /** Shows all of `bounds` with the picture's own proportions around its middle. */
  constructor([west, south, east, north]: Bounds, size: { width: number; height: number }) {
    this.width = size.width;
    this.height = size.height;
    const [x0, x1, y0, y1] = [mercatorX(west), mercatorX(east), mercatorY(north), mercatorY(south)];
    this.#unit = Math.max((x1 - x0) / size.width, (y1 - y0) / size.height);
    const [middleX, middleY] = [(x0 + x1) / 2, (y0 + y1) / 2];
    this.#left = middleX - (this.#unit * size.width) / 2;
    this.#top = middleY - (this.#unit * size.height) / 2;
    this.zoom = -Math.log2(512 * this.#unit);
    const latitude = (latitudeOf(middleY) * Math.PI) / 180;
    this.metersPerUnit = this.#unit * equator * Math.cos(latitude);
    this.#box = {
      minX: -margin * fine,
      minY: -margin * fine,
      maxX: (size.width + margin) * fine,
      maxY: (size.height + margin) * fine,
    };
  }

  /** Position in the picture, to a tenth of a unit. */
  place([longitude = 0, latitude = 0]: Position): [number, number] {
    return [
      tenth((mercatorX(longitude) - this.#left) / this.#unit),
      tenth((mercatorY(latitude) - this.#top) / this.#unit),
    ];
  }

  holds(position: Position, inset = 0): boolean {
    const [x, y] = this.place(position);
    return x >= inset && y >= inset && x <= this.width - inset && y <= this.height - inset;
  }

  /** SVG path of what lies in the picture; empty where nothing does. Points have no path. */
  path(geometry: Geometry | null): string {
    switch (geometry?.type) {
      case "Polygon":
        return geometry.coordinates.map((ring) => this.#ring(ring)).join("");
      case "MultiPolygon":
        return geometry.coordinates
          .flat()
          .map((ring) => this.#ring(ring))
          .join("");
      case "LineString":
        return this.#line(geometry.coordinates);
      case "MultiLineString":
        return geometry.coordinates.map((line) => this.#line(line)).join("");
      default:
        return "";
    }
  }

  #ring(ring: readonly Position[]): string {
    const source = this.#units(ring);
    this.#clipper.ring(source, 0, source.length - 2, this.#box);
    const { xy, length } = this.#clipper;
    return length < 6 ? "" : `${pathOf(xy, 0, length)}Z`;
  }

  #line(line: readonly Position[]): string {
    const source = this.#units(line);
    this.#clipper.line(source, 0, source.length, this.#box);
    const { xy, pieceEnd } = this.#clipper;
    return pieceEnd.map((end, piece) => pathOf(xy, pieceEnd[piece - 1] ?? 0, end)).join("");
  }

  #units(positions: readonly Position[]): Int32Array {
    const units = new Int32Array(2 * positions.length);
    positions.forEach(([longitude = 0, latitude = 0], index) => {
      units[2 * index] = clamped(((mercatorX(longitude) - this.#left) / this.#unit) * fine);
      units[2 * index + 1] = clamped(((mercatorY(latitude) - this.#top) / this.#unit) * fine);
    });
    return units;
  }
}

/** Far away positions of a close-up would not fit into 32 bits; they are cut off anyway. */
function clamped(value: number): number {
  return Math.round(Math.min(Math.max(value, -1e9), 1e9));
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}

/** Steps shorter than a third of a unit are nothing anybody sees, and left out. */
function pathOf(xy: Int32Array, from: number, to: number): string {
  let path = "";
  let lastX = Number.NaN;
  let lastY = Number.NaN;
  for (let i = from; i < to; i += 2) {
    const [x, y] = [xy[i]!, xy[i + 1]!];
    const isNear = Math.abs(x - lastX) < fine / 3 && Math.abs(y - lastY) < fine / 3;
    if (isNear && i + 2 < to) continue;
    path += `${path === "" ? "M" : "L"}${tenth(x / fine)} ${tenth(y / fine)}`;
    [lastX, lastY] = [x, y];
  }
  return path;
}
