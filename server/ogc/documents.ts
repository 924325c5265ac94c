import type { CollectionSummary } from "../collections/collection.ts";
import { crs84, crsList } from "./crs.ts";

export interface Link {
  href: string;
  rel: string;
  type?: string;
  title?: string;
}

export const mediaTypes = {
  json: "application/json",
  html: "text/html",
  geojson: "application/geo+json",
  schema: "application/schema+json",
  openapi: "application/vnd.oai.openapi+json;version=3.0",
} as const;

export const conformanceClasses = [
  "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/core",
  "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/oas30",
  "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/html",
  "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/geojson",
  "http://www.opengis.net/spec/ogcapi-features-2/1.0/conf/crs",
] as const;

/** The page itself and the same in the other form. */
export function selfLinks(href: string, own: "json" | "html", jsonType: string = mediaTypes.json): Link[] {
  const forms = [
    { form: "json", type: jsonType },
    { form: "html", type: mediaTypes.html },
  ] as const;
  return forms.map(({ form, type }) => ({
    href: `${href}${href.includes("?") ? "&" : "?"}f=${form}`,
    rel: form === own ? "self" : "alternate",
    type,
    title: form === "json" ? "als JSON" : "als Seite",
  }));
}

export function landingPage(base: string, { title, description }: { title: string; description: string }) {
  return {
    title,
    description,
    links: [
      {
        href: `${base}/api`,
        rel: "service-desc",
        type: mediaTypes.openapi,
        title: "Beschreibung der Schnittstelle",
      },
      {
        href: `${base}/api?f=html`,
        rel: "service-doc",
        type: mediaTypes.html,
        title: "Beschreibung der Schnittstelle als Seite",
      },
      {
        href: `${base}/conformance`,
        rel: "conformance",
        type: mediaTypes.json,
        title: "Erfüllte Anforderungen",
      },
      { href: `${base}/collections`, rel: "data", type: mediaTypes.json, title: "Sammlungen" },
    ] as Link[],
  };
}

/** A collection as the list and its own page describe it. The extent is the city's, whoever asks. */
export function collectionDocument(
  base: string,
  { id, title, description, attribution, geometry }: CollectionSummary,
  extent: readonly number[] | null,
) {
  const own = `${base}/collections/${id}`;
  const items = (form: string, type: string): Link => ({
    href: `${own}/items?f=${form}`,
    rel: "items",
    type,
    title: title.de,
  });
  return {
    id,
    title: title.de,
    description,
    ...(attribution ? { attribution } : {}),
    itemType: "feature",
    ...(geometry === "None" ? {} : { geometryType: geometry }),
    ...(extent ? { extent: { spatial: { bbox: [extent], crs: crs84.uri } } } : {}),
    crs: crsList.map(({ uri }) => uri),
    storageCrs: crs84.uri,
    links: [
      { href: own, rel: "self", type: mediaTypes.json, title: title.de },
      items("json", mediaTypes.geojson),
      items("html", mediaTypes.html),
      // Names of relations have no case (RFC 8288 §2.1.1), but GDAL up to 3.6 knows the second spelling only.
      ...["describedby", "describedBy"].map((rel) => ({
        href: `${own}/feature-schema`,
        rel,
        type: mediaTypes.schema,
        title: "Aufbau eines Objekts",
      })),
      {
        href: `${own}/schema`,
        rel: "http://www.opengis.net/def/rel/ogc/1.0/schema",
        type: mediaTypes.schema,
        title: "Merkmale",
      },
      {
        href: `${own}/queryables`,
        rel: "http://www.opengis.net/def/rel/ogc/1.0/queryables",
        type: mediaTypes.schema,
        title: "Merkmale, nach denen gefiltert werden kann",
      },
    ] as Link[],
  };
}
