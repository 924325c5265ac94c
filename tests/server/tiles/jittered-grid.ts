import type { Position } from "geojson";
import type { TileFeature } from "../../../server/tiles/tile-input.ts";

/** Deterministic numbers in [0, 1). */
export function seededRandom(seed: number): () => number {
  let state = (seed * 2654435761 + 12345) >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

export interface GridOptions {
  columns: number;
  rows: number;
  seed: number;
  /** Vertices between two corners of a cell. */
  detail: number;
  west?: number;
  south?: number;
  /** Degrees along a cell. */
  size?: number;
}

/**
 * Quadrilateral areas with jittered corners and wiggly common borders that both neighbours share vertex by vertex:
 * a coverage like a city's quarters.
 */
export function jitteredGrid({
  columns,
  rows,
  seed,
  detail,
  west = 9,
  south = 48.7,
  size = 0.02,
}: GridOptions) {
  const random = seededRandom(seed);
  const round = (value: number) => Math.round(value * 1e6) / 1e6;
  const corners = Array.from({ length: rows + 1 }, (_, row) =>
    Array.from({ length: columns + 1 }, (_, column): Position => {
      const shift = () => (random() - 0.5) * 0.4;
      return [round(west + (column + shift()) * size), round(south + (row + shift()) * size * 0.66)];
    }),
  );
  const border = (from: Position, to: Position): Position[] => {
    const line: Position[] = [from];
    for (let i = 1; i <= detail; i++) {
      const share = i / (detail + 1);
      const wiggle = (random() - 0.5) * size * 0.04;
      line.push([
        round(from[0]! + (to[0]! - from[0]!) * share - wiggle),
        round(from[1]! + (to[1]! - from[1]!) * share + wiggle),
      ]);
    }
    return [...line, to];
  };
  const south2north = corners
    .slice(0, -1)
    .map((line, row) => line.map((c, k) => border(c, corners[row + 1]![k]!)));
  const west2east = corners.map((line) => line.slice(0, -1).map((corner, k) => border(corner, line[k + 1]!)));

  const features: TileFeature[] = [];
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const ring = [
        ...west2east[row]![column]!.slice(0, -1),
        ...south2north[row]![column + 1]!.slice(0, -1),
        ...[...west2east[row + 1]![column]!].reverse().slice(0, -1),
        ...[...south2north[row]![column]!].reverse(),
      ];
      const number = `${row}-${column}`;
      features.push({
        id: `area-${number}`,
        properties: {
          number,
          name: `Gebiet ${number}`,
          residents: Math.floor(random() * 9000),
          inner: row > 0,
        },
        geometry: { type: "Polygon", coordinates: [ring] },
      });
    }
  }
  return features;
}
