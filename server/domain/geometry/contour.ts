import { signedArea } from "./ring.ts";

/** Values at the points of a raster, row by row from the south. Points with a value above 0 are inside. */
export interface Raster {
  width: number;
  height: number;
  values: Float64Array;
}

/** Nearest a corner may come to a raster point, in steps: corners on one point would let rings touch. */
const margin = 0.02;

/**
 * Edges crossed by the border of each of the 16 cases of marching squares (corner bits: 1 south-west, 2
 * south-east, 4 north-east, 8 north-west), as pairs "enters over – leaves over" with the inside on the left:
 * 0 south, 1 east, 2 north, 3 west. Two opposite corners count as apart, so that rings never cross.
 */
const cases: readonly (readonly number[])[] = [
  [],
  [0, 3],
  [1, 0],
  [1, 3],
  [2, 1],
  [0, 3, 2, 1],
  [2, 0],
  [2, 3],
  [3, 2],
  [0, 2],
  [1, 0, 3, 2],
  [1, 2],
  [3, 1],
  [0, 1],
  [3, 0],
  [],
];

/**
 * Closed rings around the inside of a raster, in raster steps: shells run counter-clockwise, holes clockwise.
 * The outermost rows and columns must be outside. Marching squares with linear interpolation (Maple 2003,
 * "Geometric design and space planning using the marching squares and marching cube algorithms").
 */
export function contourRings({ width, height, values }: Raster): [number, number][][] {
  // A crossed edge is known by its south-western point: doubled, plus 1 for the edge going north from there.
  const next = new Int32Array(2 * width * height).fill(-1);
  const crossed: number[] = [];
  for (let y = 0; y < height - 1; y++) {
    for (let x = 0; x < width - 1; x++) {
      const at = y * width + x;
      const code =
        (values[at]! > 0 ? 1 : 0) |
        (values[at + 1]! > 0 ? 2 : 0) |
        (values[at + width + 1]! > 0 ? 4 : 0) |
        (values[at + width]! > 0 ? 8 : 0);
      const pairs = cases[code]!;
      for (let i = 0; i < pairs.length; i += 2) {
        const enters = crossing(at, width, pairs[i]!);
        next[enters] = crossing(at, width, pairs[i + 1]!);
        crossed.push(enters);
      }
    }
  }
  const rings: [number, number][][] = [];
  for (const first of crossed) {
    if (next[first] === -1) continue;
    const ring: [number, number][] = [];
    for (let edge = first; next[edge] !== -1; ) {
      ring.push(cornerOn(edge, width, values));
      const following = next[edge]!;
      next[edge] = -1;
      edge = following;
    }
    ring.push(ring[0]!);
    rings.push(ring);
  }
  return rings;
}

function crossing(at: number, width: number, side: number): number {
  if (side === 0) return 2 * at;
  if (side === 1) return 2 * (at + 1) + 1;
  return side === 2 ? 2 * (at + width) : 2 * at + 1;
}

function cornerOn(edge: number, width: number, values: Float64Array): [number, number] {
  const at = edge >> 1;
  const goesNorth = (edge & 1) === 1;
  const a = values[at]!;
  const b = values[goesNorth ? at + width : at + 1]!;
  const share = Math.min(1 - margin, Math.max(margin, a / (a - b)));
  const x = at % width;
  const y = (at - x) / width;
  return goesNorth ? [x, y + share] : [x + share, y];
}

/** Rings as polygons: every hole goes into the smallest shell around it. Same coordinates as the rings. */
export function polygonsOfRings(rings: readonly [number, number][][]): [number, number][][][] {
  const shells = rings
    .map((ring) => ({ ring, area: signedArea(ring) }))
    .filter(({ area }) => area > 0)
    .sort((a, b) => a.area - b.area)
    .map(({ ring }) => [ring]);
  for (const ring of rings) {
    if (signedArea(ring) >= 0) continue;
    shells.find(([shell]) => surrounds(shell!, ring[0]!))?.push(ring);
  }
  // Largest first: the part people look at.
  return shells.reverse();
}

function surrounds(ring: readonly [number, number][], [x, y]: [number, number]): boolean {
  let inside = false;
  for (let i = 1; i < ring.length; i++) {
    const [ax, ay] = ring[i - 1]!;
    const [bx, by] = ring[i]!;
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
  }
  return inside;
}
