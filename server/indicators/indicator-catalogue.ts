import { readsDataset } from "#domain/access/access.ts";
import type { Audience } from "#domain/access/audience.ts";
import { type AreaLevel, areaLevels } from "#domain/area/area.ts";
import type { IndicatorAnswer } from "#domain/contract/contract.ts";
import type { Release } from "#domain/dataset/release.ts";
import { indicatorSchema } from "#domain/indicator/indicator.ts";
import type { Observation } from "#domain/indicator/observation.ts";
import type { Store } from "../store/store.ts";

/** What of a release is worth keeping in memory: a release never changes, so this is read once. */
interface ReleaseFacts {
  periods: string[];
  levels: AreaLevel[];
}

/** Observations of this many (release, level) pairs stay in memory: a map, its table and the city's row. */
const keptObservations = 48;

/** Indicators with figures: definitions, periods and values, each as its release allows. */
export class IndicatorCatalogue {
  readonly #store: Store;
  readonly #facts = new Map<string, ReleaseFacts>();
  readonly #observations = new Map<string, Observation[]>();

  constructor(store: Store) {
    this.#store = store;
  }

  /** Definitions of the indicators this audience reads, in the order of their codes. */
  async list(audience: Audience): Promise<IndicatorAnswer[]> {
    const releases = await this.#releases(audience);
    return Promise.all(releases.map((release) => this.#describe(release)));
  }

  /** Values of one indicator; undefined when this audience does not read it or there is none. */
  async values(
    audience: Audience,
    { code, level, period }: { code: string; level: AreaLevel; period?: string },
  ): Promise<Observation[] | undefined> {
    const release = (await this.#releases(audience)).find((candidate) => codeOf(candidate) === code);
    if (!release) return undefined;
    const observations = await this.#observationsOf(release, level);
    return period === undefined ? observations : observations.filter((o) => o.period === period);
  }

  /** Known values of the newest period by area number; empty when this audience does not read the indicator. */
  async latest(
    audience: Audience,
    { code, level }: { code: string; level: AreaLevel },
  ): Promise<Map<string, number>> {
    const observations = (await this.values(audience, { code, level })) ?? [];
    const newest = observations.reduce((latest, { period }) => (period > latest ? period : latest), "");
    return new Map(
      observations.flatMap((o) => (o.period === newest && o.value !== null ? [[o.areaNumber, o.value]] : [])),
    );
  }

  async #releases(audience: Audience): Promise<Release[]> {
    const releases = await this.#store.releases({ kind: "observations" });
    return releases
      .filter((release) => codeOf(release) !== undefined && readsDataset(audience, release.visibility))
      .sort((a, b) => (codeOf(a) ?? "").localeCompare(codeOf(b) ?? ""));
  }

  async #describe(release: Release): Promise<IndicatorAnswer> {
    const definition = indicatorSchema.parse(release.details.indicator);
    const { periods, levels } = await this.#factsOf(release);
    const { source, licence, referenceDate } = release.provenance;
    return {
      ...definition,
      periods,
      levels,
      visibility: release.visibility,
      isDemo: release.isDemo,
      provenance: { source, licence, referenceDate },
    };
  }

  async #factsOf(release: Release): Promise<ReleaseFacts> {
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

  async #observationsOf(release: Release, level: AreaLevel): Promise<Observation[]> {
    const key = `${release.id} ${level}`;
    const known = this.#observations.get(key);
    this.#observations.delete(key);
    const observations = known ?? (await this.#store.observations(release.id, { level }));
    this.#observations.set(key, observations);
    const oldest = this.#observations.keys().next().value;
    if (this.#observations.size > keptObservations && oldest !== undefined) this.#observations.delete(oldest);
    return observations;
  }
}

function codeOf(release: Release): string | undefined {
  const indicator = release.details.indicator as { code?: unknown } | undefined;
  return typeof indicator?.code === "string" ? indicator.code : undefined;
}
