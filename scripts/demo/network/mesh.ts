import { cover, type Ground } from "../ground/cover.ts";
import type { Relief } from "../ground/relief.ts";
import type { Barriers } from "./barriers.ts";
import { hashed } from "./hashed.ts";
import { type StreetPlan, type Stretch, slopePerMille } from "./street-plan.ts";

export interface MeshOptions {
  ground: Ground;
  relief: Relief;
  barriers: Barriers;
  /** Residents per hectare around a place. */
  density: (x: number, y: number) => number;
  /** Distance of neighbouring points in metres. */
  spacing: number;
  seed: number;
}

/** Bends of the mesh: its straight lines become streets that wind. */
const bends = [
  { by: 55, length: 1130, angle: 0.5 },
  { by: 26, length: 540, angle: 1.9 },
];

/** Outside settlements only every so many lines of the mesh are a path. */
const pathEvery = 5;

/**
 * Side streets and paths: a mesh of bent lines. Where many people live most of its stretches are streets,
 * every second or third line being a through street and the others broken; between settlements and in woods
 * only some lines are left as paths. Steep stretches become steps or are left out.
 */
export function addMesh(plan: StreetPlan, options: MeshOptions): void {
  const { ground, relief, density, spacing, seed } = options;
  const [west, south, east, north] = ground.box;
  const columns = Math.ceil((east - west) / spacing) + 1;
  const rows = Math.ceil((north - south) / spacing) + 1;
  const points = new Int32Array(columns * rows).fill(-1);
  const settled = new Float32Array(columns * rows);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const [x, y] = bent(west + column * spacing, south + row * spacing, spacing, seed, column, row);
      const ground_ = ground.coverAt(x, y);
      if (ground_ === cover.outside || ground_ === cover.water) continue;
      const at = row * columns + column;
      settled[at] = ground_ === cover.wood ? 0 : density(x, y);
      if (settled[at] === 0 && column % pathEvery !== 0 && row % pathEvery !== 0) continue;
      points[at] = plan.x.length;
      plan.x.push(x);
      plan.y.push(y);
      plan.height.push(relief(x, y));
    }
  }
  const join = (at: number, next: number, line: number, across: number, step: number) => {
    const [a, b] = [points[at]!, points[next]!];
    if (a < 0 || b < 0) return;
    const kind = kindOf((settled[at]! + settled[next]!) / 2, line, hashed(seed, line, across, step));
    if (kind === undefined) return;
    if (options.barriers.isCut([plan.x[a]!, plan.y[a]!], [plan.x[b]!, plan.y[b]!])) return;
    const stretch = onSlope(plan, { a, b, kind }, hashed(seed, across, line, step + 7));
    if (stretch) plan.stretches.push(stretch);
  };
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const at = row * columns + column;
      if (column + 1 < columns) join(at, at + 1, row, column, 1);
      if (row + 1 < rows) join(at, at + columns, column, row, 2);
    }
  }
}

function bent(x: number, y: number, spacing: number, seed: number, column: number, row: number) {
  let [bx, by] = [x, y];
  for (const { by: size, length, angle } of bends) {
    const along = x * Math.cos(angle) + y * Math.sin(angle);
    const across = y * Math.cos(angle) - x * Math.sin(angle);
    bx += size * Math.sin((2 * Math.PI * across) / length);
    by += size * Math.sin((2 * Math.PI * along) / length + angle);
  }
  bx += spacing * 0.3 * (hashed(seed, column, row, 11) - 0.5);
  by += spacing * 0.3 * (hashed(seed, column, row, 12) - 0.5);
  return [bx, by] as const;
}

/** Whether a stretch of a line is there: dense quarters have nearly all, fields and woods a path now and then. */
function kindOf(residentsPerHa: number, line: number, draw: number): Stretch["kind"] | undefined {
  if (residentsPerHa === 0) return line % pathEvery === 0 && draw > 0.08 ? "path" : undefined;
  const isThrough = line % 3 === 0;
  const dense = Math.min(1, residentsPerHa / 110);
  const missing = isThrough ? 0.1 - 0.07 * dense : 0.5 - 0.28 * dense;
  return draw < missing ? undefined : "street";
}

/** From 11 % on a street may be steps, from 16 % on it is one or is not there. */
function onSlope(plan: StreetPlan, stretch: Stretch, draw: number): Stretch | undefined {
  const slope = Math.abs(slopePerMille(plan, stretch));
  if (slope < 110 || (stretch.kind === "path" && slope < 200)) return stretch;
  if (slope < 160) return draw < 0.3 ? { ...stretch, kind: "steps" } : stretch;
  return draw < 0.6 ? { ...stretch, kind: "steps" } : undefined;
}
