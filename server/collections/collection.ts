import type { Feature, Geometry } from "geojson";
import type { Text } from "#domain/text/text.ts";

/** What a column of flat features holds. Dates are `2024-12-31`, times ISO 8601 in UTC. */
export type ColumnKind = "text" | "integer" | "number" | "boolean" | "date" | "time";

export interface Column {
  /** Name of the attribute: letters, digits, underscores; begins with a letter. */
  name: string;
  title: Text;
  kind: ColumnKind;
  unit?: string;
  /** Codes an enumeration may have, each with its name. */
  values?: Readonly<Record<string, Text>>;
  /** True where a list can be filtered by equality with this column. */
  isFilter?: boolean;
}

export type Attribute = string | number | boolean | null;
/** A feature whose attributes are the collection's columns, every one of them, null where unknown. WGS 84. */
export type FlatFeature = Feature<Geometry | null, Record<string, Attribute>> & { id: string };

export type GeometryKind = "Point" | "LineString" | "Polygon" | "Geometry" | "None";

export interface CollectionQuery {
  limit: number;
  /** Opaque cursor of the page before. */
  after?: string;
  /** West, south, east, north in WGS 84. */
  bbox?: [number, number, number, number];
  /** Earliest and latest change, ISO 8601 in UTC; without an end it is open. */
  changed?: { from?: string; to?: string };
  /** Values that columns marked `isFilter` must have. */
  equals: Readonly<Record<string, string>>;
}

export interface FeaturePage {
  features: FlatFeature[];
  /** Features the query finds, on all pages. */
  matched: number;
  next: string | null;
}

/** What a list of collections says of one. */
export interface CollectionSummary {
  /** The segment that names the thing everywhere: `facilities`, `areas-district`, `layer-noise`. */
  id: string;
  title: Text;
  description: string;
  geometry: GeometryKind;
  attribution: string;
}

/**
 * Flat features of one kind as one audience may read them. Who makes one has asked access; who is given one
 * can read all of it.
 */
export interface Collection extends CollectionSummary {
  columns: readonly Column[];
  items: (query: CollectionQuery) => Promise<FeaturePage>;
  item: (id: string) => Promise<FlatFeature | undefined>;
}
