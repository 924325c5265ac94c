import { createHash } from "node:crypto";
import { readScope } from "#domain/access/access.ts";
import type { Audience } from "#domain/access/audience.ts";
import type { Layer } from "#domain/contract/contract.ts";
import {
  type ExternalLayer,
  externalLayer as externalLayerType,
} from "#domain/external-layer/external-layer.ts";
import { externalLayerName } from "#domain/external-layer/layer-name.ts";
import type { StoredRecord } from "#domain/record/record.ts";
import { type Outbound, OutboundRefusal } from "../outbound/outbound.ts";
import type { Store } from "../store/store.ts";
import { ByteCache } from "../tiles/byte-cache.ts";
import { fetchFeatures } from "./features.ts";
import { fetchPicture, fetchTile, type Picture, type TilePlace } from "./picture.ts";

/** Answers of other services that are kept in memory, all together. */
const keptBytes = 48 * 1024 * 1024;
/** After so long a service is asked again. */
const keptMilliseconds = 10 * 60_000;
/** A service that failed is left alone for so long. */
const failureMilliseconds = 15_000;

/** More maps than anybody chooses from. */
const mostLayers = 200;

/** An answer of another service as it is passed on; `tag` is a strong mark of its bytes. */
export interface PassedOn extends Picture {
  tag: string;
}

type Kept =
  | { answer: PassedOn; failure?: never; until: number }
  | { failure: OutboundRefusal; until: number };

/**
 * Maps of other services: which of them an audience sees, and what they show. Answers are kept, asked for once
 * however many wait for them, and belong to one revision of a layer: a changed one is asked anew.
 */
export class ExternalLayerService {
  readonly #store: Store;
  readonly #outbound: Outbound;
  readonly #cityBounds: () => readonly [number, number, number, number] | null;
  readonly #kept = new ByteCache<Kept>(keptBytes);
  readonly #asked = new Map<string, Promise<PassedOn>>();

  constructor(options: {
    store: Store;
    outbound: Outbound;
    cityBounds: () => readonly [number, number, number, number] | null;
  }) {
    this.#store = options.store;
    this.#outbound = options.outbound;
    this.#cityBounds = options.cityBounds;
  }

  /** Layers this audience sees, by title. */
  async list(audience: Audience): Promise<StoredRecord[]> {
    const { items } = await this.#store.records({
      type: externalLayerType.type,
      scope: readScope(audience, externalLayerType),
      sort: { field: "title", descending: false },
      limit: mostLayers,
    });
    return items;
  }

  /** Those layers as the list of layers of the map has them. */
  async describe(audience: Audience): Promise<Layer[]> {
    return (await this.list(audience)).map(described);
  }

  find(audience: Audience, id: string): Promise<StoredRecord | undefined> {
    return this.#store.record(externalLayerType.type, id, readScope(audience, externalLayerType));
  }

  /** Whether the answer is at hand, so that asking costs nothing. */
  isKept(record: StoredRecord, part: string): boolean {
    const kept = this.#kept.get(keyOf(record, part));
    return kept !== undefined && kept.until > Date.now();
  }

  tile(record: StoredRecord, place: TilePlace): Promise<PassedOn> {
    return this.#passOn(record, tilePart(place), (layer) => fetchTile(this.#outbound, layer, place));
  }

  legend(record: StoredRecord): Promise<PassedOn> {
    return this.#passOn(record, "legend", ({ legend }) => fetchPicture(this.#outbound, legend ?? ""));
  }

  /** GeoJSON of a layer of features. */
  features(record: StoredRecord): Promise<PassedOn> {
    return this.#passOn(record, "features", async (layer) => {
      const collection = await fetchFeatures(this.#outbound, layer, this.#cityBounds());
      return { type: "application/geo+json; charset=utf-8", body: Buffer.from(JSON.stringify(collection)) };
    });
  }

  async #passOn(
    record: StoredRecord,
    part: string,
    ask: (layer: ExternalLayer) => Promise<Picture>,
  ): Promise<PassedOn> {
    const key = keyOf(record, part);
    const kept = this.#kept.get(key);
    if (kept && kept.until > Date.now()) {
      if (kept.failure) throw kept.failure;
      return kept.answer;
    }
    const waiting = this.#asked.get(key);
    if (waiting) return waiting;
    const asking = this.#ask(key, () => ask(record.properties as ExternalLayer));
    this.#asked.set(key, asking);
    try {
      return await asking;
    } finally {
      this.#asked.delete(key);
    }
  }

  async #ask(key: string, ask: () => Promise<Picture>): Promise<PassedOn> {
    try {
      const { type, body } = await ask();
      const tag = `"${createHash("sha256").update(body).digest("base64url").slice(0, 22)}"`;
      const answer = { type, body, tag };
      this.#kept.set(key, { answer, until: Date.now() + keptMilliseconds }, body.length + key.length + 200);
      return answer;
    } catch (error) {
      if (error instanceof OutboundRefusal) {
        this.#kept.set(key, { failure: error, until: Date.now() + failureMilliseconds }, key.length + 500);
      }
      throw error;
    }
  }
}

export const tilePart = ({ z, x, y }: TilePlace) => `${z}/${x}/${y}`;

const keyOf = ({ id, revision }: StoredRecord, part: string) => `${id} ${revision} ${part}`;

function described({ id, revision, properties }: StoredRecord): Layer {
  const { title, service, attribution, legend, bounds } = properties as ExternalLayer;
  const path = `api/external-layers/${id}`;
  return {
    layer: externalLayerName(id),
    group: "external",
    kind: "external",
    name: { de: title, en: title },
    geometry: "polygon",
    tiles: service === "WMS" ? `${path}/tiles/{z}/{x}/{y}?revision=${revision}` : null,
    version: String(revision),
    vectorLayers: [],
    minzoom: 0,
    maxzoom: 20,
    bounds,
    count: 0,
    hasOverlay: false,
    ...(legend ? { legend: `${path}/legend?revision=${revision}` } : {}),
    provenance: [{ source: attribution, licence: "", referenceDate: "" }],
  };
}
