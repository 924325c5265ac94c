import { readScope, readsDataset, readsFinerValues } from "#domain/access/access.ts";
import type { Audience } from "#domain/access/audience.ts";
import { mostClosed } from "#domain/access/visibility.ts";
import { type AreaLevel, areaLevels } from "#domain/area/area.ts";
import type { IndicatorAnswer } from "#domain/contract/contract.ts";
import type { Release } from "#domain/dataset/release.ts";
import { computeObservations, type ReadObservation } from "#domain/indicator/compute-observations.ts";
import { isComputedCode } from "#domain/indicator/computed-code.ts";
import { computedIndicator } from "#domain/indicator/computed-indicator.ts";
import { describeComputed } from "#domain/indicator/describe-computed.ts";
import { formulaCodes } from "#domain/indicator/formula.ts";
import { indicatorSchema } from "#domain/indicator/indicator.ts";
import type { Store } from "../store/store.ts";
import type { ReleaseFigures } from "./release-figures.ts";

/** More computed indicators than a city ever keeps. */
const mostComputed = 1000;

/** Which values are asked for: all periods unless one is named. */
export interface AskedValues {
  code: string;
  level: AreaLevel;
  period?: string;
  onlyTold?: boolean;
}

/**
 * What one audience reads of the indicators while one question is answered: which releases and definitions there are is
 * read once, however many indicators the answer tells of, and all of them speak of the same moment.
 */
export class IndicatorReading {
  readonly #store: Store;
  readonly #figures: ReleaseFigures;
  readonly #audience: Audience;
  /**
   * Releases this audience reads by indicator, newest first: a city may publish districts and Stadtteile of
   * one indicator in different files, each a dataset of its own.
   */
  readonly #releases: ReadonlyMap<string, readonly Release[]>;
  #measured: Promise<ReadonlyMap<string, IndicatorAnswer>> | undefined;
  #computed: Promise<readonly IndicatorAnswer[]> | undefined;

  private constructor(
    { store, figures, audience }: { store: Store; figures: ReleaseFigures; audience: Audience },
    releases: ReadonlyMap<string, readonly Release[]>,
  ) {
    this.#store = store;
    this.#figures = figures;
    this.#audience = audience;
    this.#releases = releases;
  }

  static async open(of: {
    store: Store;
    figures: ReleaseFigures;
    audience: Audience;
  }): Promise<IndicatorReading> {
    const byCode = new Map<string, Release[]>();
    for (const release of await of.store.releases({ kind: "observations" })) {
      const code = codeOf(release);
      if (code === undefined || !readsDataset(of.audience, release.visibility)) continue;
      byCode.set(code, [...(byCode.get(code) ?? []), release]);
    }
    return new IndicatorReading(of, new Map([...byCode].sort(([a], [b]) => a.localeCompare(b))));
  }

  /** Definitions of the indicators this audience reads, in the order of their codes. */
  async list(): Promise<IndicatorAnswer[]> {
    const [measured, computed] = [await this.#listMeasured(), await this.#listComputed()];
    return [...measured.values(), ...computed].sort((a, b) => a.code.localeCompare(b.code));
  }

  /** Values of one indicator, without confidential ones where `onlyTold`; undefined when this audience does not read it or there is none. */
  async values(asked: AskedValues): Promise<ReadObservation[] | undefined> {
    return isComputedCode(asked.code) ? this.#computedValues(asked) : this.#measuredValues(asked);
  }

  /** Known values of the newest period by area number; empty when this audience does not read the indicator. */
  async latest({ code, level }: { code: string; level: AreaLevel }): Promise<Map<string, number>> {
    const observations = (await this.values({ code, level })) ?? [];
    const newest = observations.reduce((latest, { period }) => (period > latest ? period : latest), "");
    return new Map(
      observations.flatMap((o) => (o.period === newest && o.value !== null ? [[o.areaNumber, o.value]] : [])),
    );
  }

  async #measuredValues({
    code,
    level,
    period,
    onlyTold = false,
  }: AskedValues): Promise<ReadObservation[] | undefined> {
    const releases = this.#releases.get(code);
    if (!releases) return undefined;
    // Where two releases speak of the same area and period, the newer one counts.
    const found = new Map<string, ReadObservation>();
    const isFiner = !onlyTold && readsFinerValues(this.#audience);
    for (const release of releases) {
      for (const observation of await this.#figures.observationsOf(release, level, isFiner)) {
        if (period !== undefined && observation.period !== period) continue;
        const place = `${observation.areaNumber} ${observation.period}`;
        if (!found.has(place)) found.set(place, observation);
      }
    }
    return [...found.values()];
  }

  async #computedValues({
    code,
    level,
    period,
    onlyTold,
  }: AskedValues): Promise<ReadObservation[] | undefined> {
    const indicator = (await this.#listComputed()).find((one) => one.code === code);
    if (!indicator?.computed) return undefined;
    const { formula } = indicator.computed;
    const parts = new Map<string, ReadObservation[]>();
    for (const part of formulaCodes(formula)) {
      const values = await this.#measuredValues({ code: part, level, ...(onlyTold && { onlyTold }) });
      // What has no values to read as a part has none to tell as a whole.
      if (!values) return undefined;
      parts.set(part, values);
    }
    const all = computeObservations(formula, parts, { ...indicator, level });
    return period === undefined ? all : all.filter((one) => one.period === period);
  }

  #listMeasured(): Promise<ReadonlyMap<string, IndicatorAnswer>> {
    this.#measured ??= this.#describeMeasured();
    return this.#measured;
  }

  #listComputed(): Promise<readonly IndicatorAnswer[]> {
    this.#computed ??= this.#describeComputed();
    return this.#computed;
  }

  async #describeMeasured(): Promise<ReadonlyMap<string, IndicatorAnswer>> {
    const described = [...this.#releases].map(
      async ([code, releases]) => [code, await this.#describe(releases)] as const,
    );
    return new Map(await Promise.all(described));
  }

  async #describeComputed(): Promise<readonly IndicatorAnswer[]> {
    const { items } = await this.#store.records({
      type: computedIndicator.type,
      scope: readScope(this.#audience, computedIndicator),
      limit: mostComputed,
    });
    const measured = await this.#listMeasured();
    return items.flatMap((record) => describeComputed(record, measured) ?? []);
  }

  async #describe(releases: readonly Release[]): Promise<IndicatorAnswer> {
    const [newest] = releases as [Release, ...Release[]];
    const definition = indicatorSchema.parse(newest.details.indicator);
    const facts = await Promise.all(releases.map((release) => this.#figures.factsOf(release)));
    const { source, licence, referenceDate } = newest.provenance;
    return {
      ...definition,
      periods: [...new Set(facts.flatMap(({ periods }) => periods))].sort(),
      levels: areaLevels.filter((level) => facts.some(({ levels }) => levels.includes(level))),
      visibility: mostClosed(releases.map(({ visibility }) => visibility)),
      isDemo: newest.isDemo,
      provenance: { source, licence, referenceDate },
    };
  }
}

function codeOf(release: Release): string | undefined {
  const indicator = release.details.indicator as { code?: unknown } | undefined;
  return typeof indicator?.code === "string" ? indicator.code : undefined;
}
