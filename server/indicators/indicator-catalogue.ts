import { readScope, readsDataset, readsFinerValues } from "#domain/access/access.ts";
import type { Audience } from "#domain/access/audience.ts";
import { isAtMost, type Visibility } from "#domain/access/visibility.ts";
import { type AreaLevel, areaLevels } from "#domain/area/area.ts";
import type { IndicatorAnswer } from "#domain/contract/contract.ts";
import type { Release } from "#domain/dataset/release.ts";
import { computeObservations, type ReadObservation } from "#domain/indicator/compute-observations.ts";
import { isComputedCode } from "#domain/indicator/computed-code.ts";
import { computedIndicator } from "#domain/indicator/computed-indicator.ts";
import { describeComputed } from "#domain/indicator/describe-computed.ts";
import { formulaCodes } from "#domain/indicator/formula.ts";
import { indicatorSchema } from "#domain/indicator/indicator.ts";
import type { Observation } from "#domain/indicator/observation.ts";
import type { Store } from "../store/store.ts";

/** What of a release is worth keeping in memory: a release never changes, so this is read once. */
interface ReleaseFacts {
  periods: string[];
  levels: AreaLevel[];
}

/** More computed indicators than a city ever keeps. */
const mostComputed = 1000;

/** Which values are asked for: all periods unless one is named. */
interface AskedValues {
  code: string;
  level: AreaLevel;
  period?: string;
  onlyTold?: boolean;
}

/** Observations of this many (release, level) pairs stay in memory: a map, its table and the city's row. */
const keptObservations = 48;

/**
 * Indicators with figures: definitions, periods and values, each as its release allows; and those computed from them, for
 * whoever reads the definition and every part. Those are computed anew for each question from what its audience reads.
 */
export class IndicatorCatalogue {
  readonly #store: Store;
  readonly #facts = new Map<string, ReleaseFacts>();
  readonly #observations = new Map<string, readonly ReadObservation[]>();

  constructor(store: Store) {
    this.#store = store;
  }

  /** Definitions of the indicators this audience reads, in the order of their codes. */
  async list(audience: Audience): Promise<IndicatorAnswer[]> {
    const measured = await this.#measured(audience);
    const computed = await this.#computed(audience, measured);
    return [...measured.values(), ...computed].sort((a, b) => a.code.localeCompare(b.code));
  }

  /** Values of one indicator, without confidential ones where `onlyTold`; undefined when this audience does not read it or there is none. */
  async values(audience: Audience, asked: AskedValues): Promise<ReadObservation[] | undefined> {
    return isComputedCode(asked.code)
      ? this.#computedValues(audience, asked)
      : this.#measuredValues(audience, asked);
  }

  async #measuredValues(
    audience: Audience,
    { code, level, period, onlyTold = false }: AskedValues,
  ): Promise<ReadObservation[] | undefined> {
    const releases = (await this.#releasesByCode(audience)).get(code);
    if (!releases) return undefined;
    // Where two releases speak of the same area and period, the newer one counts.
    const found = new Map<string, ReadObservation>();
    const isFiner = !onlyTold && readsFinerValues(audience);
    for (const release of releases) {
      for (const observation of await this.#observationsOf(release, level, isFiner)) {
        if (period !== undefined && observation.period !== period) continue;
        const place = `${observation.areaNumber} ${observation.period}`;
        if (!found.has(place)) found.set(place, observation);
      }
    }
    return [...found.values()];
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

  async #measured(audience: Audience): Promise<Map<string, IndicatorAnswer>> {
    const byCode = await this.#releasesByCode(audience);
    const described = [...byCode].map(
      async ([code, releases]) => [code, await this.#describe(releases)] as const,
    );
    return new Map(await Promise.all(described));
  }

  async #computed(
    audience: Audience,
    measured: ReadonlyMap<string, IndicatorAnswer>,
  ): Promise<IndicatorAnswer[]> {
    const { items } = await this.#store.records({
      type: computedIndicator.type,
      scope: readScope(audience, computedIndicator),
      limit: mostComputed,
    });
    return items.flatMap((record) => describeComputed(record, measured) ?? []);
  }

  async #computedValues(
    audience: Audience,
    { code, level, period, onlyTold }: AskedValues,
  ): Promise<ReadObservation[] | undefined> {
    const computed = await this.#computed(audience, await this.#measured(audience));
    const indicator = computed.find((one) => one.code === code);
    if (!indicator?.computed) return undefined;
    const { formula } = indicator.computed;
    const parts = new Map<string, ReadObservation[]>();
    for (const part of formulaCodes(formula)) {
      const values = await this.#measuredValues(audience, {
        code: part,
        level,
        ...(onlyTold && { onlyTold }),
      });
      // A part withdrawn in between takes the whole with it.
      if (!values) return undefined;
      parts.set(part, values);
    }
    const all = computeObservations(formula, parts, { ...indicator, level });
    return period === undefined ? all : all.filter((one) => one.period === period);
  }

  /**
   * Releases this audience reads by indicator, newest first: a city may publish districts and Stadtteile of
   * one indicator in different files, each a dataset of its own.
   */
  async #releasesByCode(audience: Audience): Promise<Map<string, Release[]>> {
    const readable = (await this.#store.releases({ kind: "observations" })).filter(({ visibility }) =>
      readsDataset(audience, visibility),
    );
    const byCode = new Map<string, Release[]>();
    for (const release of readable) {
      const code = codeOf(release);
      if (code !== undefined) byCode.set(code, [...(byCode.get(code) ?? []), release]);
    }
    return new Map([...byCode].sort(([a], [b]) => a.localeCompare(b)));
  }

  async #describe(releases: readonly Release[]): Promise<IndicatorAnswer> {
    const [newest] = releases as [Release, ...Release[]];
    const definition = indicatorSchema.parse(newest.details.indicator);
    const facts = await Promise.all(releases.map((release) => this.#factsOf(release)));
    const { source, licence, referenceDate } = newest.provenance;
    return {
      ...definition,
      periods: [...new Set(facts.flatMap(({ periods }) => periods))].sort(),
      levels: areaLevels.filter((level) => facts.some(({ levels }) => levels.includes(level))),
      visibility: mostClosed(releases),
      isDemo: newest.isDemo,
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

  async #observationsOf(
    release: Release,
    level: AreaLevel,
    isFiner: boolean,
  ): Promise<readonly ReadObservation[]> {
    const key = `${release.id} ${level} ${isFiner ? "finer" : "told"}`;
    const known = this.#observations.get(key);
    this.#observations.delete(key);
    const observations = known ?? (await this.#read(release, level, isFiner));
    this.#observations.set(key, observations);
    const oldest = this.#observations.keys().next().value;
    if (this.#observations.size > keptObservations && oldest !== undefined) this.#observations.delete(oldest);
    return observations;
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

/** Said of the whole when parts differ: the level of its most closed part. */
function mostClosed(releases: readonly Release[]): Visibility {
  return releases.reduce<Visibility>(
    (closed, { visibility }) => (isAtMost(visibility, closed) ? closed : visibility),
    "PUBLIC",
  );
}

function codeOf(release: Release): string | undefined {
  const indicator = release.details.indicator as { code?: unknown } | undefined;
  return typeof indicator?.code === "string" ? indicator.code : undefined;
}
