import { type AreaLevel, areaLevels } from "#domain/area/area.ts";
import type { Release } from "#domain/dataset/release.ts";
import type { ReadObservation } from "#domain/indicator/compute-observations.ts";
import type { Observation } from "#domain/indicator/observation.ts";
import type { Store } from "../store/store.ts";

/** What of a release is worth keeping in memory: a release never changes, so this is read once. */
interface ReleaseFacts {
  periods: string[];
  levels: AreaLevel[];
}

/**
 * Most observations kept in memory, about 20 MB: all figures of a city, so that what reads each indicator in turn (a profile,
 * an area's columns) finds them, where a smaller memory would have forgotten the first by the time it comes round again.
 */
const mostKept = 100_000;

/** Figures of releases, kept as they were read; who may read a release is for others to decide. */
export class ReleaseFigures {
  readonly #store: Store;
  readonly #facts = new Map<string, ReleaseFacts>();
  /** By release, level and kind; the one asked for longest ago comes first. */
  readonly #observations = new Map<string, readonly ReadObservation[]>();
  #kept = 0;

  constructor(store: Store) {
    this.#store = store;
  }

  async factsOf(release: Release): Promise<ReleaseFacts> {
    const known = this.#facts.get(release.id);
    if (known) return known;
    const observations = await this.#store.observations(release.id);
    const levels = new Set(observations.map(({ level }) => level));
    const facts = {
      periods: [...new Set(observations.map(({ period }) => period))].sort(),
      levels: areaLevels.filter((level) => levels.has(level)),
    };
    this.#facts.set(release.id, facts);
    return facts;
  }

  /** Observations of a release on a level; `isFiner` puts the confidential ones in the place of what everybody is told. */
  async observationsOf(
    release: Release,
    level: AreaLevel,
    isFiner: boolean,
  ): Promise<readonly ReadObservation[]> {
    const key = `${release.id} ${level} ${isFiner ? "finer" : "told"}`;
    const observations = this.#observations.get(key) ?? (await this.#read(release, level, isFiner));
    // Somebody else may have kept the same meanwhile.
    this.#forget(key);
    this.#observations.set(key, observations);
    this.#kept += observations.length;
    for (const oldest of this.#observations.keys()) {
      if (this.#kept <= mostKept) break;
      this.#forget(oldest);
    }
    return observations;
  }

  #forget(key: string): void {
    this.#kept -= this.#observations.get(key)?.length ?? 0;
    this.#observations.delete(key);
  }

  async #read(release: Release, level: AreaLevel, isFiner: boolean): Promise<readonly ReadObservation[]> {
    const told = await this.#store.observations(release.id, { level });
    if (!isFiner) return told;
    const finer = await this.#store.finerObservations(release.id, { level });
    const place = ({ areaNumber, period }: Observation) => `${areaNumber} ${period}`;
    const raw = new Map(finer.map((one) => [place(one), { ...one, isConfidential: true as const }]));
    return told.map((one) => raw.get(place(one)) ?? one);
  }
}
