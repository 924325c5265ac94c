import type { Geometry, Position } from "geojson";
import type { Extent } from "./coordinate-hint.ts";
import type { GeometryNote, GeometryProblem } from "./geometry-problem.ts";
import { checkPolygons, readPolygon } from "./polygon-rings.ts";
import { Findings, readList, readPosition, readPositions } from "./read-coordinates.ts";
import { isSamePosition } from "./ring.ts";

export const geometryKinds = [
  "Point",
  "MultiPoint",
  "LineString",
  "MultiLineString",
  "Polygon",
  "MultiPolygon",
] as const;
export type GeometryKind = (typeof geometryKinds)[number];

/** Limits of RELIABILITY §2: vertices of one sketched geometry, and of one geometry of an import. */
export const sketchLimits = { vertices: 5_000 } as const;
export const importLimits = { vertices: 1_000_000 } as const;

export interface ParseOptions {
  /** Positions outside are refused; a swapped pair is recognised by it. */
  extent?: Extent;
  /** Kinds that are wanted here; all of `geometryKinds` when left out. */
  kinds?: readonly GeometryKind[];
}

export type ParsedGeometry =
  | { kind: "ok"; geometry: Exclude<Geometry, { type: "GeometryCollection" }>; notes: GeometryNote[] }
  | { kind: "refused"; problems: GeometryProblem[] };

/**
 * Reads a GeoJSON geometry in WGS 84 from outside: refuses what is not one, with the place and the facts,
 * and returns it closed, wound after RFC 7946 and without heights. Loops are as deep as the geometry type
 * and no deeper, so nesting cannot exhaust the stack. GeometryCollections are refused.
 */
export function parseGeometry(
  value: unknown,
  limits: { vertices: number },
  { extent, kinds = geometryKinds }: ParseOptions = {},
): ParsedGeometry {
  const findings = new Findings(limits.vertices, extent);
  const type = typeOf(value, kinds, findings);
  if (!type) return { kind: "refused", problems: findings.problems };
  const coordinates = readers[type]((value as { coordinates?: unknown }).coordinates, findings);
  if (findings.problems.length > 0 || coordinates === undefined) {
    return { kind: "refused", problems: findings.problems };
  }
  // The readers return what their type asks for; the pair is not correlated in the type system.
  const geometry = { type, coordinates } as Exclude<Geometry, { type: "GeometryCollection" }>;
  return { kind: "ok", geometry, notes: findings.notes };
}

function typeOf(
  value: unknown,
  kinds: readonly GeometryKind[],
  findings: Findings,
): GeometryKind | undefined {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    findings.problem("not-a-geometry", "");
    return undefined;
  }
  const type = (value as { type?: unknown }).type;
  if (type === "GeometryCollection") {
    findings.problem("collection-refused", "/type");
    return undefined;
  }
  const kind = geometryKinds.find((known) => known === type);
  if (!kind) {
    findings.problem("unknown-type", "/type", { type: String(type).slice(0, 40) });
    return undefined;
  }
  if (!kinds.includes(kind)) {
    findings.problem("kind-not-allowed", "/type", { type: kind, allowed: kinds.join(", ") });
    return undefined;
  }
  return kind;
}

const root = "/coordinates";
const readers: Record<GeometryKind, (value: unknown, findings: Findings) => unknown> = {
  Point: (value, findings) => readPosition(value, root, findings),
  MultiPoint: (value, findings) => readPositions(value, root, findings),
  LineString: (value, findings) => readLine(value, root, findings),
  MultiLineString: (value, findings) => readList(value, root, findings, readLine),
  Polygon: (value, findings) => {
    const polygon = readPolygon(value, root, findings);
    if (polygon && findings.problems.length === 0) checkPolygons([polygon], findings);
    return polygon;
  },
  MultiPolygon: (value, findings) => {
    const polygons = readList(value, root, findings, readPolygon);
    if (findings.problems.length === 0) checkPolygons(polygons, findings);
    return polygons;
  },
};

function readLine(value: unknown, pointer: string, findings: Findings): Position[] | undefined {
  const before = findings.problems.length;
  const line = readPositions(value, pointer, findings);
  if (findings.problems.length > before) return undefined;
  const kept = line.filter((position, index) => index === 0 || !isSamePosition(position, line[index - 1]));
  if (kept.length < line.length) findings.note("repeated-point-removed", pointer);
  if (kept.length >= 2) return kept;
  findings.problem("too-few-positions", pointer, { positions: kept.length, atLeast: 2 });
  return undefined;
}
