import type { Feature, FeatureCollection } from "geojson";
import { readsDataset, showsMoreThanPublic } from "#domain/access/access.ts";
import { type Audience, publicAudience } from "#domain/access/audience.ts";
import { type AreaLevel, areaLevels } from "#domain/area/area.ts";
import type { Layer } from "#domain/contract/contract.ts";
import { isBulk, type Release } from "#domain/dataset/release.ts";
import type { RecordType } from "#domain/record/record-type.ts";
import { mappedRecordTypes, storedRecordTypes } from "#domain/record/record-types.ts";
import type { Text } from "#domain/text/text.ts";
import type { EventHub } from "../events.ts";
import type { AreaRow, FeatureRow, Store, StoreChange } from "../store/store.ts";
import type { TileService } from "../tiles/tile-service.ts";
import { groupOfRecordType } from "./layer-names.ts";
import { asGeoJson, mapFeatures, readableRecords } from "./record-features.ts";
import { areaTileSet, featureTileSet, recordTileSet } from "./tile-sets.ts";

/** Name a city pack gives a level, where it differs from the usual one. */
export type LevelNaming = (level: AreaLevel) => { singular: Text; plural: Text };

interface DatasetLayer {
  release: Release;
  group: Layer["group"];
  kind: Layer["kind"];
  geometry: Layer["geometry"];
  count: number;
}

/**
 * All layers of the map: what is public of each goes into the tiles, what an audience sees beyond comes as
 * its overlay, and counts are an audience's own. The catalogue hears of every commit and moves a layer's
 * version only when its public content changed.
 */
export class LayerCatalogue {
  readonly #store: Store;
  readonly #tiles: TileService;
  readonly #events: EventHub;
  readonly #datasets = new Map<string, DatasetLayer>();
  /** Features of dataset layers that are not public, for overlays. */
  readonly #closedFeatures = new Map<string, FeatureCollection>();
  /** Changes are carried out one after the other: two refreshes of a layer must not overtake each other. */
  #queue: Promise<void> = Promise.resolve();

  constructor(options: { store: Store; tiles: TileService; events: EventHub }) {
    this.#store = options.store;
    this.#tiles = options.tiles;
    this.#events = options.events;
  }

  /** Fills the tiles from the database. */
  async load(): Promise<void> {
    await this.#loadDatasets();
    for (const type of mappedRecordTypes) await this.#loadRecords(type);
  }

  /** Brings the layers a commit touched up to date and tells open pages. */
  refresh(change: Pick<StoreChange, "records" | "datasets">): Promise<void> {
    const done = this.#queue.then(() => this.#apply(change));
    // One that failed says so to its own caller and must not stop those behind it.
    this.#queue = done.catch(() => {});
    return done;
  }

  /** Whether a layer is the city's ground: base map and areas, which nobody takes back for what they tell. */
  isGround(layer: string): boolean {
    return layer === "base" || layer.startsWith("areas-");
  }

  /** Layers as this audience sees them; one it sees nothing of is not in the list. */
  async describe(audience: Audience, levelNaming: LevelNaming): Promise<Layer[]> {
    const layers: Layer[] = [];
    for (const [layer, dataset] of this.#datasets) {
      if (!readsDataset(audience, dataset.release.visibility)) continue;
      layers.push({
        layer,
        group: dataset.group,
        kind: dataset.kind,
        name:
          dataset.kind === "areas" && dataset.release.level
            ? levelNaming(dataset.release.level).plural
            : dataset.release.title,
        geometry: dataset.geometry,
        ...this.#tileFacts(layer),
        count: dataset.count,
        hasOverlay: this.#closedFeatures.has(layer),
        provenance: [dataset.release.provenance],
      });
    }
    for (const type of mappedRecordTypes) {
      const description = await this.#describeRecords(type, audience);
      if (description) layers.push(description);
    }
    return layers;
  }

  /** Features this audience sees beyond the public; undefined when the layer does not exist for it. */
  async overlay(layer: string, audience: Audience): Promise<FeatureCollection | undefined> {
    const type = mappedRecordTypes.find((declared) => declared.type === layer);
    if (type) {
      const records = await readableRecords(this.#store, type, audience);
      const closed = records.filter((record) => showsMoreThanPublic(audience, type, record));
      const features = mapFeatures(type, closed).map((one) =>
        this.#withPublicClusters(layer, asGeoJson(one)),
      );
      return { type: "FeatureCollection", features };
    }
    const dataset = this.#datasets.get(layer);
    if (!dataset || !readsDataset(audience, dataset.release.visibility)) return undefined;
    return this.#closedFeatures.get(layer) ?? { type: "FeatureCollection", features: [] };
  }

  /**
   * A record's public face is counted by clusters of the tiles, which are everybody's. `publicClusters` names them to
   * who is shown the record itself, so that nobody counts it twice.
   */
  #withPublicClusters(layer: string, feature: Feature): Feature {
    const { hasPublicFace, id } = feature.properties ?? {};
    const publicClusters = hasPublicFace ? this.#tiles.clustersOf(layer, String(id)) : [];
    if (publicClusters.length === 0) return feature;
    return { ...feature, properties: { ...feature.properties, publicClusters } };
  }

  #tileFacts(layer: string) {
    const tiles = this.#tiles.describe(layer);
    if (!tiles) {
      return { tiles: null, version: null, vectorLayers: [], minzoom: 0, maxzoom: 0, bounds: null };
    }
    return {
      tiles: `tiles/${layer}/${tiles.version}/{z}/{x}/{y}.pbf`,
      version: tiles.version,
      vectorLayers: tiles.vectorLayers.map(({ id }) => id),
      minzoom: tiles.minzoom,
      maxzoom: tiles.maxzoom,
      bounds: tiles.bounds,
    };
  }

  async #describeRecords(type: RecordType, audience: Audience): Promise<Layer | undefined> {
    const records = await readableRecords(this.#store, type, audience);
    if (records.length === 0) return undefined;
    const sources = new Map<string, string>();
    for (const { properties } of records) {
      if (typeof properties.source === "string")
        sources.set(properties.source, String(properties.sourceDate ?? ""));
    }
    const counts: Record<string, number> = {};
    if (type.clusterBy) {
      for (const record of records) {
        const value = String(type.derived?.(record)[type.clusterBy] ?? "");
        counts[value] = (counts[value] ?? 0) + 1;
      }
    }
    return {
      layer: type.type,
      group: groupOfRecordType(type.type),
      kind: "records",
      name: type.names.plural,
      geometry: type.geometry.kinds.includes("Polygon") ? "polygon" : "point",
      ...this.#tileFacts(type.type),
      count: records.length,
      ...(type.clusterBy ? { counts } : {}),
      hasOverlay: records.some((record) => showsMoreThanPublic(audience, type, record)),
      provenance: [...sources]
        .slice(0, 5)
        .map(([source, referenceDate]) => ({ source, licence: "", referenceDate })),
    };
  }

  async #apply(change: Pick<StoreChange, "records" | "datasets">): Promise<void> {
    if (change.datasets.length > 0) {
      this.#events.publish({ event: "datasets", datasets: change.datasets });
      if (change.datasets.some(isLayerDataset)) await this.#announced(() => this.#loadDatasets());
    }
    for (const type of storedRecordTypes) {
      const ids = change.records.filter((record) => record.type === type.type).map(({ id }) => id);
      if (ids.length === 0) continue;
      if (mappedRecordTypes.includes(type)) await this.#announced(() => this.#loadRecords(type));
      this.#events.publish({ event: "records", type: type.type, ids });
    }
  }

  /** Runs a reload and tells which versions moved. */
  async #announced(reload: () => Promise<void>): Promise<void> {
    const before = new Map(this.#tiles.layerNames().map((layer) => [layer, this.#tiles.version(layer)]));
    await reload();
    const layers = new Set([...before.keys(), ...this.#tiles.layerNames()]);
    for (const layer of layers) {
      const version = this.#tiles.version(layer) ?? null;
      if (version !== (before.get(layer) ?? null)) this.#events.publish({ event: "layer", layer, version });
    }
  }

  async #loadRecords(type: RecordType): Promise<void> {
    const records = await readableRecords(this.#store, type, publicAudience);
    const features = mapFeatures(type, records);
    if (features.length === 0) this.#tiles.removeLayer(type.type);
    else this.#tiles.setLayer(type.type, recordTileSet(type, features));
  }

  async #loadDatasets(): Promise<void> {
    const releases = (await this.#store.releases()).filter(
      ({ dataset, kind }) => isLayerDataset(dataset) && !isBulk(kind),
    );
    const present = new Set(releases.map(({ dataset }) => dataset));
    for (const layer of this.#datasets.keys()) {
      if (!present.has(layer)) {
        this.#datasets.delete(layer);
        this.#closedFeatures.delete(layer);
        this.#tiles.removeLayer(layer);
      }
    }
    for (const release of releases.sort(byLevelAndName)) {
      if (this.#datasets.get(release.dataset)?.release.id === release.id) continue;
      if (release.kind === "areas") await this.#loadAreas(release);
      else await this.#loadFeatures(release);
    }
  }

  async #loadAreas(release: Release): Promise<void> {
    const { level } = release;
    if (!level || level === "city") return;
    const rows = await this.#store.areas(release.id);
    this.#publishOrKeep(release, areaTileSet(level, rows, release.provenance.source), rows.map(areaFeature));
    this.#datasets.set(release.dataset, {
      release,
      group: "areas",
      kind: "areas",
      geometry: "polygon",
      count: rows.length,
    });
  }

  async #loadFeatures(release: Release): Promise<void> {
    const rows = await this.#store.features(release.id);
    const isBase = release.dataset === "base";
    this.#publishOrKeep(
      release,
      featureTileSet(release.dataset, rows, release.provenance.source),
      rows.flatMap(datasetFeature),
    );
    this.#datasets.set(release.dataset, {
      release,
      group: isBase ? "base" : "other",
      kind: isBase ? "base" : "features",
      geometry: mainGeometry(rows),
      count: rows.length,
    });
  }

  #publishOrKeep(
    release: Release,
    tiles: ReturnType<typeof areaTileSet>,
    features: FeatureCollection["features"],
  ): void {
    if (release.visibility === "PUBLIC") {
      this.#closedFeatures.delete(release.dataset);
      this.#tiles.setLayer(release.dataset, tiles);
    } else {
      this.#tiles.removeLayer(release.dataset);
      this.#closedFeatures.set(release.dataset, { type: "FeatureCollection", features });
    }
  }
}

/** Datasets that are drawn: areas of a level, the base map, imported layers. */
function isLayerDataset(dataset: string): boolean {
  return dataset === "base" || dataset.startsWith("areas-") || dataset.startsWith("layer-");
}

function byLevelAndName(a: Release, b: Release): number {
  const rank = (release: Release) => (release.level ? areaLevels.indexOf(release.level) : areaLevels.length);
  return rank(a) - rank(b) || a.dataset.localeCompare(b.dataset);
}

function areaFeature({ number, name, geometry }: AreaRow): FeatureCollection["features"][number] {
  return { type: "Feature", id: number, geometry, properties: { id: number, number, name } };
}

function datasetFeature({ key, properties, geometry }: FeatureRow): FeatureCollection["features"] {
  return geometry ? [{ type: "Feature", id: key, geometry, properties: { ...properties, id: key } }] : [];
}

function mainGeometry(rows: readonly FeatureRow[]): Layer["geometry"] {
  const type = rows.find(({ geometry }) => geometry)?.geometry?.type ?? "Polygon";
  if (type.endsWith("Point")) return "point";
  return type.endsWith("LineString") ? "line" : "polygon";
}
