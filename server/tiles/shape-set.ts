import { lineParts } from "./geometry-parts.ts";
import { keepMostImportant, rateVertices } from "./line-importance.ts";
import { mercatorX, mercatorY } from "./mercator.ts";
import { type RingList, ringCount } from "./ring-list.ts";
import type { TileFeature } from "./tile-input.ts";

/**
 * Lines or polygons of one layer as flat arrays in the unit square of web mercator.
 * Features are made of parts (lines or rings), parts of arcs; a shared border is one arc used by two parts.
 */
export interface ShapeSet {
  closed: boolean;
  /** x, y alternately, arc after arc; an arc that closes on itself repeats its first vertex. */
  xy: Float64Array;
  /** Per vertex, see `rateVertices`. */
  importance: Float64Array;
  /** Vertex number after the last one of each arc. */
  arcEnd: Uint32Array;
  /** Arc numbers, part after part; `~arc` is the arc backwards. */
  partArcs: Int32Array;
  partArcEnd: Uint32Array;
  /** 1 where a part is a hole of the last part before it that is none. */
  partIsHole: Uint8Array;
  featurePartEnd: Uint32Array;
}

/** Polygons without common borders: every ring is an arc of its own. */
export function separateRings(rings: RingList): ShapeSet {
  const count = ringCount(rings);
  const xy = new Float64Array(rings.xy.length + 2 * count);
  const arcEnd = new Uint32Array(count);
  let vertex = 0;
  let from = 0;
  for (let ring = 0; ring < count; ring++) {
    const to = rings.end[ring]!;
    xy.set(rings.xy.subarray(2 * from, 2 * to), 2 * vertex);
    vertex += to - from;
    xy[2 * vertex] = rings.xy[2 * from]!;
    xy[2 * vertex + 1] = rings.xy[2 * from + 1]!;
    arcEnd[ring] = ++vertex;
    from = to;
  }
  return {
    ...ratedArcs(xy, arcEnd, true),
    closed: true,
    ...oneArcPerPart(count),
    partIsHole: rings.isHole,
    featurePartEnd: rings.featureEnd,
  };
}

/** LineStrings and MultiLineStrings of the features; repeated vertices are dropped, as are lines without length. */
export function lineShapes(features: readonly TileFeature[]): ShapeSet {
  const xy: number[] = [];
  const arcEnd: number[] = [];
  const featurePartEnd = new Uint32Array(features.length);
  features.forEach((feature, index) => {
    for (const line of lineParts(feature.geometry)) {
      const start = xy.length;
      for (const position of line) {
        const x = mercatorX(position[0]!);
        const y = mercatorY(position[1]!);
        const repeated = xy.length > start && xy[xy.length - 2] === x && xy[xy.length - 1] === y;
        if (!repeated) xy.push(x, y);
      }
      if (xy.length - start < 4) xy.length = start;
      else arcEnd.push(xy.length / 2);
    }
    featurePartEnd[index] = arcEnd.length;
  });
  return {
    ...ratedArcs(Float64Array.from(xy), Uint32Array.from(arcEnd), false),
    closed: false,
    ...oneArcPerPart(arcEnd.length),
    partIsHole: new Uint8Array(arcEnd.length),
    featurePartEnd,
  };
}

/** Adds the importance of every vertex; rings of a single arc keep a triangle whatever the threshold. */
export function ratedArcs(
  xy: Float64Array,
  arcEnd: Uint32Array,
  areRings: boolean,
): Pick<ShapeSet, "xy" | "arcEnd" | "importance"> {
  const importance = new Float64Array(xy.length / 2);
  let first = 0;
  for (const end of arcEnd) {
    rateVertices(xy, first, end - 1, importance);
    if (areRings) keepMostImportant(importance, first, end - 1, 2);
    first = end;
  }
  return { xy, arcEnd, importance };
}

function oneArcPerPart(count: number): Pick<ShapeSet, "partArcs" | "partArcEnd"> {
  return {
    partArcs: Int32Array.from({ length: count }, (_, part) => part),
    partArcEnd: Uint32Array.from({ length: count }, (_, part) => part + 1),
  };
}
