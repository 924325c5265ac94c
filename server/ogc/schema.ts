import type { Collection, Column, ColumnKind, GeometryKind } from "../collections/collection.ts";

const jsonSchema = "https://json-schema.org/draft/2020-12/schema";

/** A column as JSON schema; `title` is what GIS programs show as the alias of an attribute. */
function columnSchema({ title, kind, unit, values }: Column) {
  const shapes: Readonly<Record<ColumnKind, object>> = {
    text: { type: "string" },
    integer: { type: "integer" },
    number: { type: "number" },
    boolean: { type: "boolean" },
    date: { type: "string", format: "date" },
    time: { type: "string", format: "date-time" },
  };
  const names = values && Object.entries(values).map(([code, { de }]) => `${code} = ${de}`);
  return {
    title: unit ? `${title.de} (${unit})` : title.de,
    ...shapes[kind],
    ...(names ? { description: names.join(", ") } : {}),
  };
}

const geometryFormats: Readonly<Record<GeometryKind, string>> = {
  Point: "geometry-point",
  LineString: "geometry-linestring-or-multilinestring",
  Polygon: "geometry-polygon-or-multipolygon",
  Geometry: "geometry-any",
  None: "",
};

function document(id: string, collection: Collection, columns: readonly Column[]) {
  const { geometry } = collection;
  const place =
    geometry === "None"
      ? {}
      : {
          geometry: {
            title: "Lage",
            "x-ogc-role": "primary-geometry",
            format: geometryFormats[geometry],
          },
        };
  return {
    $schema: jsonSchema,
    $id: id,
    type: "object",
    title: collection.title.de,
    description: collection.description,
    properties: {
      ...Object.fromEntries(columns.map((column) => [column.name, columnSchema(column)])),
      ...place,
    },
  };
}

/** Every attribute of a collection with its type and German alias (OGC API – Features, part 5). */
export function schemaDocument(id: string, collection: Collection) {
  return document(id, collection, collection.columns);
}

/**
 * One feature as it is sent (JSON Schema of a GeoJSON feature), what `describedby` means in part 1. GDAL takes the kind
 * of every attribute from it; without, it guesses from the first page and bends dates that first appear on a later one.
 */
export function featureDocument(id: string, collection: Collection) {
  const { title, description, properties } = schemaDocument(id, collection);
  const { geometry, ...attributes } = properties as Record<string, object>;
  return {
    $schema: jsonSchema,
    $id: id,
    type: "object",
    title,
    description,
    properties: {
      type: { type: "string", enum: ["Feature"], title: "Art" },
      id: { type: "string", title: "Kennung" },
      geometry: geometry ? { type: ["object", "null"], title: "Lage" } : { type: "null" },
      properties: { type: "object", title: "Merkmale", properties: attributes },
    },
    required: ["type", "id", "geometry", "properties"],
  };
}

/** The attributes a page of items can be filtered by, each as a parameter of its name. */
export function queryablesDocument(id: string, collection: Collection) {
  return {
    ...document(
      id,
      collection,
      collection.columns.filter(({ isFilter }) => isFilter),
    ),
    additionalProperties: false,
  };
}
