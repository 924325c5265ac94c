/**
 * Where every layer lies, bottom to top. Ids read `<layer>/<part>`; `areas-*` stands for any level,
 * `layer-*` for any imported layer and `external-*` for any map of another service. Within a band marked `byScene` the layers lie as the reader ordered
 * them; everywhere else the list decides. An id that is not listed throws: adding a layer means deciding
 * where it lies.
 */
const bands = [
  { byScene: false, ids: ["paper", "pmtiles/earth", "pmtiles/wood", "base/wood"] },
  {
    byScene: false,
    ids: ["areas-*/fill", "areas-*/class", "areas-*/hatch", "areas-*/dots", "areas-*/crosses"],
  },
  { byScene: false, ids: ["planning/cells", "planning/cell-lines"] },
  {
    byScene: false,
    ids: [
      "pmtiles/building",
      "pmtiles/water",
      "pmtiles/rail",
      "pmtiles/street-casing",
      "pmtiles/street",
      "base/building",
      "base/water",
      "base/water-shore",
      "base/light-rail",
      "base/rail",
      "base/rail-ticks",
      "base/street-casing",
      "base/street",
      "base/mask",
    ],
  },
  {
    byScene: false,
    ids: [
      "areas-block/border",
      "areas-statistical-quarter/border",
      "areas-subdistrict/border",
      "areas-district/border",
      "areas-city/border",
      "areas-school-district/border",
      "areas-planning-area/border",
      "areas-neighbourhood/border",
      "base/outline",
      "areas-*/hover",
    ],
  },
  {
    byScene: true,
    ids: [
      "external-*/picture",
      "external-*/fill",
      "external-*/line",
      "layer-*/fill",
      "layer-*/line",
      "public-needs-sites/fill",
      "public-needs-sites/release",
      "public-needs-sites/line",
      "renewal-priority-areas/fill",
      "renewal-priority-areas/casing",
      "renewal-priority-areas/line-earlier",
      "renewal-priority-areas/line",
      "renewal-areas/fill",
      "renewal-areas/casing",
      "renewal-areas/line-ended",
      "renewal-areas/line",
      "quarter-projects/fill",
      "quarter-projects/casing",
      "quarter-projects/line",
      "evidence/fill",
      "evidence/line",
      "planned-sites/fill",
      "planned-sites/line",
      "candidate-sites/fill",
      "candidate-sites/line",
    ],
  },
  {
    byScene: false,
    ids: [
      "planning/catchment",
      "planning/catchment-halo",
      "planning/inner-breaks",
      "planning/catchment-line",
      "planning/plot",
      "planning/plot-halo",
      "planning/plot-line",
      "planning/drawn-area",
      "planning/drawn-area-halo",
      "planning/drawn-area-line",
      "planning/draft-fill",
      "planning/draft-halo",
      "planning/draft-line",
    ],
  },
  { byScene: false, ids: ["*/selected-halo", "*/selected-line"] },
  { byScene: false, ids: ["areas-*/circle"] },
  {
    byScene: false,
    ids: [
      "base/street-name",
      "base/water-name",
      "areas-block/name",
      "areas-statistical-quarter/name",
      "areas-school-district/name",
      "areas-planning-area/name",
      "areas-subdistrict/name",
      "areas-neighbourhood/name",
      "areas-district/name",
      "areas-city/name",
    ],
  },
  {
    byScene: true,
    ids: [
      "external-*/point",
      "external-*/name",
      "layer-*/point",
      "layer-*/name",
      "public-needs-sites/mark",
      "renewal-areas/name",
      "renewal-priority-areas/number",
      "quarter-projects/name",
      "quarter-projects/flag",
      "evidence/symbol",
      "evidence/lock",
      "facilities/dot",
      "facilities/symbol",
      "facilities/cluster",
      "facilities/lock",
      "planned-sites/symbol",
      "planned-sites/lock",
      "candidate-sites/symbol",
      "candidate-sites/lock",
    ],
  },
  {
    byScene: false,
    ids: [
      "planning/duplicate-halo",
      "planning/duplicate-line",
      "planning/duplicate",
      "planning/closed",
      "planning/suggestion",
      "planning/site",
    ],
  },
  { byScene: false, ids: ["*/selected-point"] },
  { byScene: false, ids: ["planning/site-in-hand", "planning/draft-point"] },
] as const;

/** Place of every id as it is written in the list. */
const places = new Map<string, { band: number; place: number; byScene: boolean }>(
  bands.flatMap(({ ids, byScene }, band) => ids.map((id, place) => [id, { band, place, byScene }] as const)),
);

/** Every id the list knows, bottom to top, for tests and documentation. */
export const layerOrder: readonly string[] = bands.flatMap(({ ids }) => [...ids]);

/** The layer an id belongs to: `renewal-areas` of `renewal-areas/line@overlay`. */
export function layerOf(id: string): string {
  return id.slice(0, id.indexOf("/"));
}

function placeOf(id: string) {
  const plain = id.replace(/@.*$/, "");
  const part = plain.slice(plain.indexOf("/"));
  const family = /^(?:areas|layer|external)-/.exec(plain)?.[0];
  const kind = family ? `${family}*` : plain;
  const place = places.get(plain) ?? places.get(`${kind}${part}`) ?? places.get(`*${part}`);
  if (!place) throw new Error(`The layer ${id} is missing in layer-order.ts.`);
  return place;
}

/**
 * The layers from bottom to top. `sceneOrder` names the reader's layers, bottom to top.
 * @throws when an id is not listed
 */
export function inLayerOrder<T extends { id: string }>(
  layers: readonly T[],
  sceneOrder: readonly string[],
): T[] {
  const ranked = layers.map((layer, index) => {
    const { band, place, byScene } = placeOf(layer.id);
    const scenePlace = byScene ? sceneOrder.indexOf(layerOf(layer.id)) : 0;
    return { layer, rank: [band, scenePlace, place, index] as const };
  });
  ranked.sort((a, b) => {
    const differing = a.rank.findIndex((value, index) => value !== b.rank[index]);
    return differing < 0 ? 0 : a.rank[differing]! - b.rank[differing]!;
  });
  return ranked.map(({ layer }) => layer);
}
