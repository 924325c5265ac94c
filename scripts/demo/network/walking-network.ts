import type { PopulationGrid } from "#domain/demand/population-grid.ts";
import type { WalkingNetwork } from "#domain/network/walking-network.ts";
import type { Ground } from "../ground/cover.ts";
import { makeRelief } from "../ground/relief.ts";
import { toMeters } from "../partition/projection.ts";
import type { DemoBaseFeature } from "../types.ts";
import { findBarriers } from "./barriers.ts";
import { addCrossings } from "./crossings.ts";
import { addMainStreets } from "./main-streets.ts";
import { addMesh } from "./mesh.ts";
import { nearPoints } from "./near-points.ts";
import { networkOf } from "./network-of.ts";
import { makeOneCity } from "./one-city.ts";
import type { StreetPlan } from "./street-plan.ts";

/** Distance of neighbouring points of the mesh in metres. */
const meshMeters = 54;

/**
 * The walking network of the demo: main streets of the base map, invented side streets and paths, bridges and
 * underpasses across river, railways and motorway, steps on steep slopes. One connected city for everybody
 * who uses steps. `scale` multiplies the number of nodes.
 */
export function makeWalkingNetwork(options: {
  base: readonly DemoBaseFeature[];
  ground: Ground;
  grid: PopulationGrid;
  seed: number;
  scale: number;
}): WalkingNetwork {
  const { base, ground, grid, seed, scale } = options;
  const spacing = meshMeters / Math.sqrt(scale);
  const relief = makeRelief();
  const barriers = findBarriers(base);
  const density = densityOf(grid);
  const plan: StreetPlan = { x: [], y: [], height: [], stretches: [] };
  addMesh(plan, { ground, relief, barriers, density, spacing, seed });
  const streets = nearPoints(plan, Math.max(50, 1.3 * spacing));
  const isJoined = new Uint8Array(plan.x.length);
  for (const { a, b } of plan.stretches) isJoined[a] = isJoined[b] = 1;
  for (let point = 0; point < isJoined.length; point++) if (isJoined[point]) streets.add(point);
  addMainStreets(plan, { base, ground, relief, barriers, sideStreets: streets, spacing });
  addCrossings(plan, { barriers, streets, density });
  return networkOf(plan, makeOneCity(plan), seed);
}

/** Squares of this size tell how densely a place is lived in. */
const squareMeters = 150;

/** Residents per hectare in the square of a place and those around it; 0 far from any home. */
function densityOf(grid: PopulationGrid): (x: number, y: number) => number {
  const squares = new Map<number, number>();
  const square = (value: number) => Math.floor(value / squareMeters);
  const key = (column: number, row: number) => column * 100_003 + row;
  for (let cell = 0; cell < grid.cellCount; cell++) {
    const [x, y] = toMeters([grid.longitude[cell]! / 1e7, grid.latitude[cell]! / 1e7]);
    const at = key(square(x), square(y));
    squares.set(at, (squares.get(at) ?? 0) + grid.residents[cell]!);
  }
  const hectares = (9 * squareMeters ** 2) / 10_000;
  return (x, y) => {
    let sum = 0;
    for (let i = -1; i <= 1; i++) {
      for (let j = -1; j <= 1; j++) sum += squares.get(key(square(x) + i, square(y) + j)) ?? 0;
    }
    return sum / hectares;
  };
}
