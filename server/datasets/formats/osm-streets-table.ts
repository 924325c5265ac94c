import type { ImportLimits } from "../limits.ts";
import { nodeKeys, wayKeys } from "../mapping/street-rules.ts";
import type { Table } from "../table.ts";
import { readOsmPbf } from "./osm-pbf.ts";

/** The streets of an OpenStreetMap file: of everything else in it nothing is kept. */
export function readOsmStreets(bytes: Uint8Array, limits: ImportLimits): Table {
  const osm = readOsmPbf(
    bytes,
    { isWanted: ({ highway }) => highway !== undefined, wayKeys, nodeKeys },
    limits,
  );
  return { format: "osm-pbf", columns: [], rows: [], hasGeometry: false, osm };
}
