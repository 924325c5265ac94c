import type { Position } from "geojson";
import type { StreetLine } from "#domain/network/build-network.ts";
import { coordinateUnits } from "#domain/network/walking-network.ts";
import { cellReader, optionalReader, textOf } from "../columns.ts";
import type { OsmTags } from "../formats/osm-pbf.ts";
import { geometryReader } from "../row-geometry.ts";
import { ImportRefusal } from "../sentences.ts";
import type { TableRow } from "../table.ts";
import type { IsInside, Streets } from "./osm-streets.ts";
import type { MappingContext } from "./prepared-import.ts";
import { streetNature, wayKeys } from "./street-rules.ts";

/**
 * Street lines of a table of lines with the attributes of OpenStreetMap, `highway` at least. Lines meet where
 * they share a vertex with the same coordinates (to 1e-7 degrees): where one merely crosses another, as on a
 * bridge, nobody changes over. Points and areas in the file are passed over.
 */
export function lineStreets(
  spec: { crs?: string | undefined },
  context: MappingContext,
  isInside: IsInside,
): Streets {
  const { table, report } = context;
  const reader = geometryReader({ ...context, spec });
  if (!reader) throw new ImportRefusal("no-geometry");
  const tagsOf = tagReader(context);
  const points = new Map<string, number>();
  const longitude: number[] = [];
  const latitude: number[] = [];
  const lines: StreetLine[] = [];
  const counts = { used: 0, notWalkable: 0, outside: 0, statedSlopes: 0 };
  const pointOf = ([lon = 0, lat = 0]: Position) => {
    const [x, y] = [Math.round(lon * coordinateUnits), Math.round(lat * coordinateUnits)];
    const key = `${x} ${y}`;
    const known = points.get(key);
    if (known !== undefined) return known;
    points.set(key, longitude.length);
    longitude.push(x);
    return latitude.push(y) - 1;
  };

  for (const row of table.rows) {
    const shape = reader.read(row);
    if (shape.kind === "problem") {
      report.problem(row.number, shape.problem);
      continue;
    }
    const parts = shape.kind === "geometry" ? linesOf(shape.geometry) : [];
    const nature = streetNature(tagsOf(row));
    if (!nature || parts.length === 0) {
      counts.notWalkable++;
      continue;
    }
    const before = lines.length;
    for (const part of parts) {
      const indices = part.map(pointOf);
      for (let n = 1; n < indices.length; n++) {
        const ends = [indices[n - 1]!, indices[n]!];
        if (!ends.some((point) => isInside(longitude[point]!, latitude[point]!))) continue;
        lines.push({ points: ends, flags: nature.flags, slope: nature.slope });
      }
    }
    if (lines.length === before) counts.outside++;
    else {
      counts.used++;
      if (nature.slope !== 0) counts.statedSlopes++;
    }
  }
  return { lines: { longitude, latitude, lines, hasSlopes: false }, ...counts, closedBarriers: 0 };
}

function linesOf(geometry: { type: string; coordinates?: unknown }): Position[][] {
  if (geometry.type === "LineString") return [geometry.coordinates as Position[]];
  return geometry.type === "MultiLineString" ? (geometry.coordinates as Position[][]) : [];
}

function tagReader({ table }: MappingContext): (row: TableRow) => OsmTags {
  const highway = cellReader(table, "highway");
  const others = [...wayKeys]
    .filter((key) => key !== "highway" && table.columns.includes(key))
    .map((key) => [key, optionalReader(table, key)] as const);
  return (row) => {
    const tags: Record<string, string> = { highway: textOf(highway(row)) ?? "" };
    for (const [key, cell] of others) {
      const text = textOf(cell(row));
      if (text !== null) tags[key] = text;
    }
    return tags;
  };
}
