import { type AreaLevel, areaLayer, areaLevels } from "#domain/area/area.ts";
import { type AreaOverlap, isNested } from "#domain/disclosure/area-tree.ts";
import { disclose, groupsOf } from "#domain/disclosure/disclose.ts";
import type { DisclosureReport } from "#domain/disclosure/disclosure-report.ts";
import type { GivenObservation } from "#domain/disclosure/observation-table.ts";
import { type Indicator, indicatorSchema } from "#domain/indicator/indicator.ts";
import type { Observation } from "#domain/indicator/observation.ts";
import type { MilpSolver } from "#domain/placement/milp.ts";
import { makeHighsSolver } from "../analysis/highs-solver.ts";
import type { AreaRow, Store } from "../store/store.ts";
import { areaOverlaps } from "./area-overlaps.ts";
import type { PreparedRelease } from "./mapping/prepared-import.ts";

/**
 * Disclosure control of an import, before anything of it is stored: the rows of each release with figures become what
 * everybody may read, the raw figures behind hidden cells go apart, and the report goes into its details. What other
 * releases tell already stays as it is and is reckoned with. A release whose hidden cells cannot be protected, because
 * others tell too much, may not be public.
 */
export async function discloseReleases(
  store: Store,
  releases: readonly PreparedRelease[],
  solver: MilpSolver = makeHighsSolver(),
): Promise<PreparedRelease[]> {
  const figures = releases.filter(({ rows }) => rows.kind === "observations");
  if (figures.length === 0) return [...releases];
  const known = new KnownReleases(store, new Set(figures.map(({ draft }) => draft.dataset)));
  const open = figures.filter(({ draft }) => draft.mayBePublic !== false);
  const disclosed = new Map<PreparedRelease, PreparedRelease>();
  const keep = (result: Map<PreparedRelease, PreparedRelease>) => {
    for (const [before, after] of result) disclosed.set(before, after);
  };
  keep(await discloseTogether(open, await known.all(), known, solver));
  // What stays internal tells nobody anything and hides nothing of what is told.
  for (const one of figures.filter((release) => !open.includes(release))) {
    keep(await discloseTogether([one], [], known, solver));
  }
  return releases.map((release) => disclosed.get(release) ?? release);
}

/** The report kept with a release, where its figures went through disclosure control. */
export function reportOfDetails(details: Record<string, unknown>): DisclosureReport | undefined {
  return details.disclosure as DisclosureReport | undefined;
}

interface KnownRelease {
  id: string;
  indicator: Indicator;
}

async function discloseTogether(
  own: readonly PreparedRelease[],
  others: readonly KnownRelease[],
  known: KnownReleases,
  solver: MilpSolver,
): Promise<Map<PreparedRelease, PreparedRelease>> {
  const byCode = new Map<string, Indicator>();
  for (const { indicator } of others.toReversed()) byCode.set(indicator.code, indicator);
  for (const release of own) byCode.set(indicatorOf(release).code, indicatorOf(release));
  const ownCodes = new Set(own.map((release) => indicatorOf(release).code));
  const ruled = groupsOf([...byCode.values()]).filter(
    (group) => group.some(({ suppression }) => suppression) && group.some(({ code }) => ownCodes.has(code)),
  );
  const codes = new Set(ruled.flat().map(({ code }) => code));
  const touched = own.filter((release) => codes.has(indicatorOf(release).code));
  if (touched.length === 0) return new Map();
  const fixed: GivenObservation[] = [];
  const raw = touched.map(observationsOf);
  const seen = new Set(raw.flat().map(placeOf));
  for (const { id, indicator } of others) {
    if (!codes.has(indicator.code)) continue;
    for (const given of await known.given(id)) {
      // Of two releases that speak of the same, the newer one counts; they come newest first.
      if (seen.has(placeOf(given.observation))) continue;
      seen.add(placeOf(given.observation));
      fixed.push(given);
    }
  }
  const observations = [...raw.flat().map((observation) => ({ observation })), ...fixed];
  const levels = new Set(observations.map(({ observation }) => observation.level));
  const { areas, overlaps } = await known.geography(levels);
  const indicators = ruled.flat();
  const { told, finer, reports } = await disclose({ indicators, observations, areas, overlaps }, solver);
  const isFiner = new Set(finer);
  let from = 0;
  return new Map(
    touched.map((release, index) => {
      const own = raw[index]!;
      const rows = told.slice(from, from + own.length);
      from += own.length;
      const report = reports.find(({ indicator }) => indicator === indicatorOf(release).code);
      const isProtected = !report?.unprotected || !report.rule.complementary;
      const draft = {
        ...release.draft,
        details: { ...release.draft.details, ...(report && { disclosure: report }) },
        ...(!isProtected && { mayBePublic: false }),
      };
      return [
        release,
        {
          ...release,
          draft,
          rows: { kind: "observations" as const, rows, finer: own.filter((one) => isFiner.has(one)) },
        },
      ];
    }),
  );
}

function indicatorOf({ draft }: PreparedRelease): Indicator {
  return draft.details!.indicator as Indicator;
}

function observationsOf({ rows }: PreparedRelease): readonly Observation[] {
  return rows.kind === "observations" ? rows.rows : [];
}

function placeOf({ indicatorCode, level, areaNumber, period }: Observation): string {
  return `${indicatorCode} ${level} ${areaNumber} ${period}`;
}

/** What the database holds already: figures told in other releases, and who lies in whom. */
class KnownReleases {
  readonly #store: Store;
  readonly #without: ReadonlySet<string>;
  readonly #areas = new Map<AreaLevel, Promise<AreaRow[]>>();

  constructor(store: Store, without: ReadonlySet<string>) {
    this.#store = store;
    this.#without = without;
  }

  /** Public releases of figures, newest first. */
  async all(): Promise<KnownRelease[]> {
    const found = await this.#store.releases({ kind: "observations" });
    return found.flatMap(({ id, dataset, visibility, details }) => {
      const parsed = indicatorSchema.safeParse(details.indicator);
      const isTold = visibility === "PUBLIC" && !this.#without.has(dataset) && parsed.success;
      return isTold ? [{ id, indicator: parsed.data }] : [];
    });
  }

  async given(id: string): Promise<GivenObservation[]> {
    const told = await this.#store.observations(id);
    const finer = new Map((await this.#store.finerObservations(id)).map((one) => [placeOf(one), one]));
    return told.map((observation) => ({
      observation: finer.get(placeOf(observation)) ?? observation,
      isFixed: { isHidden: observation.state !== "VALUE" },
    }));
  }

  async geography(levels: ReadonlySet<AreaLevel>): Promise<{ areas: AreaRow[]; overlaps: AreaOverlap[] }> {
    const nested = await Promise.all(areaLevels.filter(isNested).map((level) => this.#areasOf(level)));
    const overlapping = [...levels].filter((level) => !isNested(level));
    const inner = [...levels].filter((level) => isNested(level) && level !== "city");
    const overlaps: AreaOverlap[] = [];
    for (const outer of overlapping) {
      for (const level of inner) {
        overlaps.push(...areaOverlaps(await this.#areasOf(level), await this.#areasOf(outer)));
      }
    }
    return { areas: nested.flat(), overlaps };
  }

  #areasOf(level: AreaLevel): Promise<AreaRow[]> {
    const read = async () => {
      const [release] = await this.#store.releases({ dataset: areaLayer(level) });
      return release ? this.#store.areas(release.id) : [];
    };
    const areas = this.#areas.get(level) ?? read();
    this.#areas.set(level, areas);
    return areas;
  }
}
