/**
 * The walking network of a city as flat arrays, in memory as in the release file. Edges are undirected: on
 * foot a street has two ways. Coordinates are WGS 84 in units of 1e-7 degrees, lengths whole millimetres,
 * so that sums are equal on every machine.
 */
export interface WalkingNetwork {
  nodeCount: number;
  edgeCount: number;
  /** Of the nodes, in 1e-7 degrees. */
  longitude: Int32Array;
  latitude: Int32Array;
  /** The two end nodes of each edge. */
  from: Uint32Array;
  to: Uint32Array;
  /** Along the street, in millimetres. */
  length: Uint32Array;
  /** Bits of `edgeFlag`. */
  flags: Uint8Array;
  /** Rise from `from` to `to` in per mille of the length; 0 where heights are unknown. */
  slope: Int16Array;
  /** False where heights were not known throughout: only single slopes are stated, and the screens name it. */
  hasSlopes: boolean;
  /** Points between the ends: those of edge e are `shapeStart[e]` up to `shapeStart[e + 1]`. */
  shapeStart: Uint32Array;
  shapeLongitude: Int32Array;
  shapeLatitude: Int32Array;
}

/** What an edge is, as far as some people cannot or may not use it. */
export const edgeFlag = {
  steps: 1,
  /** Stated to be unusable with a wheelchair or pram (wheelchair=no, kerbs, stiles, narrow barriers). */
  notBarrierFree: 2,
} as const;

/** Degrees to the whole units of the arrays. */
export const coordinateUnits = 1e7;
