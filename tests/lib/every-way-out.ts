import type { FastifyInstance } from "fastify";
import type { AreaAnswer } from "#domain/contract/contract.ts";
import { facilityFamilies } from "#domain/facility/facility-families.ts";
import type { StoredRecord } from "#domain/record/record.ts";
import { recordTypes } from "#domain/record/record-types.ts";

type Headers = Record<string, string>;

/** Tiles around a place at a few zooms, for every layer that has tiles. */
async function tileAddresses(
  app: FastifyInstance,
  headers: Headers,
  [longitude, latitude]: [number, number],
): Promise<string[]> {
  const layers = (await app.inject({ url: "/api/layers", headers })).json().items as {
    tiles: string | null;
  }[];
  return layers.flatMap(({ tiles }) =>
    tiles
      ? [8, 11, 13, 14].map((z) => {
          const scale = 2 ** z;
          const x = Math.floor(((longitude + 180) / 360) * scale);
          const sine = Math.sin((latitude * Math.PI) / 180);
          const y = Math.floor((0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)) * scale);
          return `/${tiles.replace("{z}", `${z}`).replace("{x}", `${x}`).replace("{y}", `${y}`)}`;
        })
      : [],
  );
}

/** The documents of the open interface: itself, and every collection. */
function ogcAddresses(): string[] {
  return [
    ...["", "/collections?f=html"].map((path) => `/ogc${path}`),
    ...[...recordTypes.map(({ type }) => type), "areas-district"].flatMap((id) =>
      ["", "/schema", "/feature-schema", "/queryables"].map((path) => `/ogc/collections/${id}${path}`),
    ),
  ];
}

const families = `families=${Object.keys(facilityFamilies).join(",")}`;
/** The public embed with every layer and family asked for, and its places of one type in words. */
export const embedOfEverything = `/embed?layers=${recordTypes.map(({ type }) => type).join(",")}&${families}`;
export const placesOfEmbed = (type: string) => `/embed/places?layer=${type}&layers=${type}&${families}`;

/** The profiles of the Stadtbezirke around a place; their PDFs say the same in a form no word is found in. */
async function profileAddresses(
  app: FastifyInstance,
  headers: Headers,
  [longitude, latitude]: [number, number],
): Promise<string[]> {
  const areas = (await app.inject({ url: "/api/areas?level=district", headers })).json()
    .items as AreaAnswer[];
  return areas
    .filter(({ bounds }) => {
      const [west, south, east, north] = bounds ?? [0, 0, 0, 0];
      return west <= longitude && longitude <= east && south <= latitude && latitude <= north;
    })
    .flatMap(({ number }) => [
      `/api/districts/${number}/profile`,
      `/print/district/${number}`,
      `/print/district/${number}.svg`,
    ]);
}

/** What is said about one record and, where it is a site, its sheet. */
function addressesOf({ type, id }: Pick<StoredRecord, "type" | "id">): string[] {
  return [
    `/api/records/${type}/${id}`,
    `/api/records/${type}/${id}/revisions`,
    `/ogc/collections/${type}/items/${id}`,
    `/embed/details?select=${type}:${id}`,
    ...["", ".pdf", ".svg"].map((format) => `/print/site/${id}${format}`),
  ];
}

/**
 * Everything a person can ask the server for, as text by address: lists, counts, overlays, tiles, search,
 * exports, descriptions, versions. A way out that is not in here is not tested for leaks: add new ones.
 */
export async function everyWayOut(
  app: FastifyInstance,
  {
    headers = {},
    place,
    words,
    files = [],
    records = [],
  }: {
    headers?: Headers;
    place: [number, number];
    words: readonly string[];
    /** Addresses of release files, which nothing public names. */
    files?: readonly string[];
    /** Records asked for by their id. */
    records?: readonly Pick<StoredRecord, "type" | "id">[];
  },
): Promise<Map<string, string>> {
  const [longitude, latitude] = place;
  const box = [longitude - 0.01, latitude - 0.01, longitude + 0.01, latitude + 0.01].join(",");
  const urls = [
    "/api/me",
    "/api/city",
    "/api/layers",
    "/api/external-layers",
    "/style.json",
    "/api/indicators",
    "/api/areas?level=district",
    "/api/openapi.json",
    "/api/scenarios",
    "/api/views",
    "/api/analysis/base",
    ...["coverage", "supply", "gaps"].map(
      (name) => `/api/analysis/${name}.csv?kind=KITA&layers=BESTAND,BESCHLOSSEN,GEPLANT,IDEE`,
    ),
    "/api/tasks",
    "/api/datasets",
    "/api/audit",
    "/api/jobs",
    "/api/offices",
    "/ready",
    embedOfEverything,
    "/embed/details?select=area:district:01",
    ...ogcAddresses(),
    ...records.flatMap(addressesOf),
    ...words.map((word) => `/api/search?q=${encodeURIComponent(word)}`),
    ...recordTypes.flatMap(({ type }) => [
      `/api/records/${type}?limit=1000`,
      `/api/records/${type}?limit=1`,
      `/api/records/${type}?limit=1000&bbox=${box}`,
      ...words.map((word) => `/api/records/${type}?q=${encodeURIComponent(word)}`),
      `/api/overlay/${type}`,
      `/api/overlay/${type}?scope=all`,
      `/api/export/${type}.csv`,
      `/api/export/${type}.geojson`,
      `/api/export/${type}.gpkg`,
      `/ogc/collections/${type}/items?limit=10000`,
      `/ogc/collections/${type}/items?limit=10000&f=html`,
      `/ogc/collections/${type}/items?bbox=${box}`,
      `/tiles/${type}.json`,
      placesOfEmbed(type),
    ]),
    "/ogc/api",
    "/ogc/collections",
    "/ogc/collections/areas-district/items",
    "/api/export/areas-district.csv",
    "/api/export/areas-district.geojson",
    ...files,
    ...(await profileAddresses(app, headers, place)),
    ...(await tileAddresses(app, headers, place)),
  ];
  const answers = new Map<string, string>();
  for (const url of urls) {
    const answer = await app.inject({
      ...{ url, headers: { ...headers, "accept-encoding": "identity" } },
      ...strangersAddress(headers),
    });
    answers.set(url, textOf(answer));
  }
  for (const [url, payload] of Object.entries(analysisQuestions(place))) {
    answers.set(
      url,
      textOf(await app.inject({ method: "POST", url, headers, payload, ...strangersAddress(headers) })),
    );
  }
  return answers;
}

let strangers = 0;

/** Strangers are charged by address, so each asks from one of their own: an answer 429 would prove nothing. */
export function strangersAddress({ cookie }: Headers): { remoteAddress?: string } {
  if (cookie !== undefined && !cookie.includes("=PUBLIC.")) return {};
  strangers += 1;
  return { remoteAddress: `10.${(strangers >> 16) & 255}.${(strangers >> 8) & 255}.${strangers & 255}` };
}

/** The request id, the mark of a page's style and the time of day differ by nature; everything else must not. */
function textOf({ statusCode, body }: { statusCode: number; body: string }): string {
  if (statusCode === 429) throw new Error("a way out was closed by the cost limit and tells nothing");
  const same = body
    .replace(/"instance":"[^"]*"/, "")
    .replace(/(?<=nonce=")[^"]*/g, "")
    .replace(/"timeStamp":"[^"]*"/, "");
  return `${statusCode} ${same}`;
}

/** Questions around a place with everything counted that counts for anybody. */
function analysisQuestions(place: [number, number]): Record<string, object> {
  const question = { kind: "KITA", layers: ["BESTAND", "BESCHLOSSEN", "GEPLANT", "IDEE"] };
  const site = {
    id: "asked",
    name: "Frage",
    kind: "KITA",
    position: place,
    plot: null,
    uses: [{ facilityType: "KITA_MIX", unit: "PLATZ", category: "", amount: 20 }],
    openingYear: null,
    layer: "IDEE",
    constraints: [],
    record: null,
    note: "",
  };
  return {
    "/api/analysis/duplicates": question,
    "/api/analysis/floating-catchment": question,
    "/api/analysis/catchment": { question, place, limits: [1000] },
    "/api/analysis/site": { question, site },
    "/api/analysis/site-check": { question, site },
  };
}

/** Addresses whose answer holds one of the words. */
export function leaks(answers: ReadonlyMap<string, string>, words: readonly string[]): string[] {
  return [...answers].flatMap(([url, text]) =>
    words.some((word) => text.includes(word) && !url.includes(encodeURIComponent(word))) ? [url] : [],
  );
}
