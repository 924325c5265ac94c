import type { Position } from "geojson";
import { type Extent, guessProjected, isWithin } from "./coordinate-hint.ts";
import type { GeometryNote, GeometryProblem } from "./geometry-problem.ts";

/** Collects what is found while a geometry is read, and stops the reading when it is hopeless. */
export class Findings {
  readonly problems: GeometryProblem[] = [];
  readonly notes: GeometryNote[] = [];
  vertices = 0;
  readonly maxVertices: number;
  readonly extent: Extent | undefined;
  constructor(maxVertices: number, extent: Extent | undefined) {
    this.maxVertices = maxVertices;
    this.extent = extent;
  }

  /** Twenty problems tell enough; reading on would only cost time on hostile input. */
  get isHopeless(): boolean {
    return this.problems.length >= 20 || this.vertices > this.maxVertices;
  }

  problem(code: GeometryProblem["code"], pointer: string, facts: GeometryProblem["facts"] = {}): void {
    this.problems.push({ code, pointer, facts });
  }

  note(code: GeometryNote["code"], pointer: string): void {
    if (!this.notes.some((note) => note.code === code)) this.notes.push({ code, pointer });
  }
}

/** One position; heights and measures are dropped, as the map has no use for them. */
export function readPosition(value: unknown, pointer: string, findings: Findings): Position | undefined {
  findings.vertices++;
  if (findings.vertices === findings.maxVertices + 1) {
    findings.problem("too-many-vertices", pointer, { limit: findings.maxVertices });
  }
  if (!Array.isArray(value) || value.length < 2) {
    findings.problem("wrong-nesting", pointer);
    return undefined;
  }
  const [x, y] = value as unknown[];
  if (Array.isArray(x) || Array.isArray(y)) {
    findings.problem("wrong-nesting", pointer);
    return undefined;
  }
  if (typeof x !== "number" || typeof y !== "number" || !Number.isFinite(x) || !Number.isFinite(y)) {
    findings.problem("not-a-number", pointer);
    return undefined;
  }
  if (value.length > 2) findings.note("height-dropped", pointer);
  return isPlausible(x, y, pointer, findings) ? [x, y] : undefined;
}

function isPlausible(x: number, y: number, pointer: string, findings: Findings): boolean {
  const { extent } = findings;
  if (Math.abs(x) > 180 || Math.abs(y) > 90) {
    const hint = guessProjected(x, y);
    findings.problem("outside-range", pointer, hint ? { x, y, hint } : { x, y });
    return false;
  }
  if (extent && !isWithin(extent, x, y)) {
    findings.problem(
      "outside-extent",
      pointer,
      isWithin(extent, y, x) ? { x, y, hint: "swapped" } : { x, y },
    );
    return false;
  }
  return true;
}

/** Positions of a list; one that is no position leaves a problem behind and is left out. */
export function readPositions(value: unknown, pointer: string, findings: Findings): Position[] {
  return readList(value, pointer, findings, readPosition);
}

/** Applies `read` to every item of an array without going deeper than the geometry type allows. */
export function readList<T>(
  value: unknown,
  pointer: string,
  findings: Findings,
  read: (item: unknown, pointer: string, findings: Findings) => T | undefined,
): T[] {
  if (!Array.isArray(value)) {
    findings.problem("wrong-nesting", pointer);
    return [];
  }
  if (value.length === 0) findings.problem("empty", pointer);
  const items: T[] = [];
  for (let index = 0; index < value.length && !findings.isHopeless; index++) {
    const item = read(value[index], `${pointer}/${index}`, findings);
    if (item !== undefined) items.push(item);
  }
  return items;
}
