import type { ImportLimits } from "../limits.ts";
import type { Table } from "../table.ts";
import { readOsmPlaces } from "./osm-pbf.ts";

/** What something is; one of these tags makes it a place (OpenStreetMap wiki, "Map features"). */
const kinds = ["amenity", "leisure", "healthcare", "social_facility", "shop", "public_transport"] as const;

/** What else is told of it, in columns of the same names. */
const facts = [
  "name",
  "operator",
  "operator:type",
  "opening_hours",
  "wheelchair",
  "capacity",
  "website",
  "addr:street",
  "addr:housenumber",
  "addr:postcode",
  "addr:city",
] as const;

const columns = ["osm_id", ...kinds, ...facts];

/** Places of an OpenStreetMap file as rows, with the tags as columns and a point each. */
export function readOsmPlacesTable(bytes: Uint8Array, limits: ImportLimits): Table {
  const places = readOsmPlaces(
    bytes,
    {
      isWanted: (tags) => kinds.some((kind) => tags[kind] !== undefined),
      keys: new Set([...kinds, ...facts]),
    },
    limits,
  );
  return {
    format: "osm-pbf",
    columns,
    rows: places.map(({ id, tags, position }, index) => ({
      number: index + 1,
      cells: [id, ...columns.slice(1).map((column) => tags[column] ?? null)],
      geometry: { type: "Point", coordinates: position },
    })),
    hasGeometry: true,
    crs: "EPSG:4326",
  };
}
