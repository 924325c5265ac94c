import type { DatasetDates } from "#domain/analysis/answers.ts";
import type { PlanningBase } from "#domain/analysis/planning-base.ts";
import type { Release } from "#domain/dataset/release.ts";
import { decodeGrid } from "#domain/demand/grid-file.ts";
import type { PopulationGrid } from "#domain/demand/population-grid.ts";
import { decodeNetwork } from "#domain/network/network-file.ts";
import type { WalkingNetwork } from "#domain/network/walking-network.ts";
import type { Store } from "../store/store.ts";

/** Datasets planning computes with. */
export const gridDataset = "population-grid";
export const networkDataset = "walking-network";

export interface PlanningFile<Content> {
  release: Release;
  content: Content;
}

/** The population grid and the walking network in force, decoded once and kept until a new release comes. */
export class PlanningFiles {
  readonly #store: Store;
  #grid: Promise<PlanningFile<PopulationGrid> | null> | undefined;
  #network: Promise<PlanningFile<WalkingNetwork> | null> | undefined;
  constructor(store: Store) {
    this.#store = store;
  }

  /** Forgets what a commit replaced. */
  refresh(datasets: readonly string[]): void {
    if (datasets.includes(gridDataset)) this.#grid = undefined;
    if (datasets.includes(networkDataset)) this.#network = undefined;
  }

  grid(): Promise<PlanningFile<PopulationGrid> | null> {
    this.#grid ??= this.#read(gridDataset, decodeGrid).catch((error) => {
      this.#grid = undefined;
      throw error;
    });
    return this.#grid;
  }

  network(): Promise<PlanningFile<WalkingNetwork> | null> {
    this.#network ??= this.#read(networkDataset, decodeNetwork).catch((error) => {
      this.#network = undefined;
      throw error;
    });
    return this.#network;
  }

  async #read<Content>(
    dataset: string,
    decode: (bytes: Uint8Array) => Content,
  ): Promise<PlanningFile<Content> | null> {
    const [release] = await this.#store.releases({ dataset });
    return release ? { release, content: decode(await this.#store.content(release.id)) } : null;
  }
}

export function bulkOf({ id, dataset, provenance }: Release): NonNullable<PlanningBase["grid"]> {
  const { source, licence, referenceDate } = provenance;
  return { release: id, address: `api/datasets/${dataset}/${id}`, source, licence, referenceDate };
}

export function datesOf({ provenance: { source, referenceDate } }: Release): DatasetDates {
  return { source, referenceDate };
}
