import type { Collection, Column } from "../collections/collection.ts";
import { crs84, crsList } from "./crs.ts";
import { mediaTypes } from "./documents.ts";
import { pageLimits } from "./items-query.ts";

const parameter = (name: string) => ({ $ref: `#/components/parameters/${name}` });

function answer(description: string, type: string) {
  return {
    "200": {
      description,
      content: { [type]: { schema: { type: "object" } }, [mediaTypes.html]: { schema: { type: "string" } } },
    },
    "400": { $ref: "#/components/responses/Problem" },
    "404": { $ref: "#/components/responses/Problem" },
  };
}

function operation(id: string, summary: string, type: string, parameters: object[] = []) {
  return {
    get: {
      operationId: id,
      summary,
      parameters: [...parameters, parameter("f")],
      responses: answer(summary, type),
    },
  };
}

function filterParameter({ name, title, kind, values }: Column) {
  return {
    name,
    in: "query",
    description: title.de,
    required: false,
    style: "form",
    explode: false,
    schema: {
      type: kind === "number" || kind === "integer" ? "number" : "string",
      ...(values ? { enum: Object.keys(values) } : {}),
    },
  };
}

/** The OGC part as OpenAPI 3.0.3, which GIS programs read; it names only collections this audience may read. */
export function openApiDocument(
  base: string,
  { title, description }: { title: string; description: string },
  collections: readonly Collection[],
) {
  return {
    openapi: "3.0.3",
    info: { title, description, version: "1.0.0" },
    servers: [{ url: base }],
    paths: {
      "/": operation("getLandingPage", "Startseite", mediaTypes.json),
      "/conformance": operation("getConformance", "Erfüllte Anforderungen", mediaTypes.json),
      "/api": operation("getApi", "Diese Beschreibung", mediaTypes.openapi),
      "/collections": operation("getCollections", "Sammlungen", mediaTypes.json),
      ...Object.fromEntries(collections.flatMap((collection) => Object.entries(collectionPaths(collection)))),
    },
    components: {
      parameters: {
        f: {
          name: "f",
          in: "query",
          description: "Form der Antwort",
          required: false,
          schema: { type: "string", enum: ["json", "html"] },
        },
        limit: {
          name: "limit",
          in: "query",
          description: "Objekte je Seite",
          required: false,
          style: "form",
          explode: false,
          schema: {
            type: "integer",
            minimum: 1,
            maximum: pageLimits.maximum,
            default: pageLimits.default,
          },
        },
        bbox: {
          name: "bbox",
          in: "query",
          description: "Zwei Ecken, die untere linke zuerst, in der Achsenfolge von bbox-crs",
          required: false,
          style: "form",
          explode: false,
          schema: {
            type: "array",
            oneOf: [4, 6].map((n) => ({ minItems: n, maxItems: n })),
            items: { type: "number" },
          },
        },
        "bbox-crs": crsParameter("bbox-crs", "Koordinatensystem von bbox"),
        crs: crsParameter("crs", "Koordinatensystem der Antwort"),
        datetime: {
          name: "datetime",
          in: "query",
          description: "Zeitpunkt oder Spanne nach RFC 3339, in der das Objekt zuletzt geändert wurde",
          required: false,
          style: "form",
          explode: false,
          schema: { type: "string" },
        },
        after: {
          name: "after",
          in: "query",
          description: "Marke aus dem Verweis auf die nächste Seite",
          required: false,
          schema: { type: "string" },
        },
        featureId: { name: "featureId", in: "path", required: true, schema: { type: "string" } },
      },
      responses: {
        Problem: {
          description: "Die Anfrage ist nicht lesbar, oder das gibt es hier nicht.",
          content: {
            "application/problem+json": {
              schema: {
                type: "object",
                properties: { title: { type: "string" }, status: { type: "integer" } },
              },
            },
          },
        },
      },
    },
  };
}

function collectionPaths(collection: Collection) {
  const { id, title, columns } = collection;
  const path = `/collections/${id}`;
  const operationId = (verb: string) => `${verb}.${id}`;
  return {
    [path]: operation(operationId("describe"), title.de, mediaTypes.json),
    [`${path}/schema`]: operation(operationId("schema"), `${title.de}: Merkmale`, mediaTypes.schema),
    [`${path}/feature-schema`]: operation(
      operationId("featureSchema"),
      `${title.de}: Aufbau eines Objekts`,
      mediaTypes.schema,
    ),
    [`${path}/queryables`]: operation(operationId("queryables"), `${title.de}: Filter`, mediaTypes.schema),
    [`${path}/items`]: operation(operationId("items"), `${title.de}: Objekte`, mediaTypes.geojson, [
      ...["limit", "bbox", "bbox-crs", "crs", "datetime", "after"].map(parameter),
      ...columns.filter(({ isFilter }) => isFilter).map(filterParameter),
    ]),
    [`${path}/items/{featureId}`]: operation(
      operationId("item"),
      `${title.de}: ein Objekt`,
      mediaTypes.geojson,
      [parameter("featureId"), parameter("crs")],
    ),
  };
}

function crsParameter(name: string, description: string) {
  return {
    name,
    in: "query",
    description,
    required: false,
    style: "form",
    explode: false,
    schema: { type: "string", format: "uri", enum: crsList.map(({ uri }) => uri), default: crs84.uri },
  };
}
