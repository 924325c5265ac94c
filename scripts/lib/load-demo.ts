import { areaLayer, areaLevels } from "#domain/area/area.ts";
import { canonicalJson } from "#domain/dataset/canonical-json.ts";
import type { Provenance } from "#domain/dataset/release.ts";
import { encodeGrid } from "#domain/demand/grid-file.ts";
import { encodeNetwork } from "#domain/network/network-file.ts";
import { recordTypeOf } from "#domain/record/record-types.ts";
import { discloseReleases } from "../../server/datasets/disclose-releases.ts";
import type { PreparedRelease } from "../../server/datasets/mapping/prepared-import.ts";
import { manifestOf, publishRelease } from "../../server/datasets/publish-release.ts";
import { levelNames } from "../../server/layers/layer-names.ts";
import { contentParts } from "../../server/store/content-parts.ts";
import type { StagedRecord, Store } from "../../server/store/store.ts";
import { type DemoCity, generateDemoCity } from "../demo/demo-city.ts";
import { makePlanningFiles } from "../demo/planning-files.ts";

export interface LoadDemoOptions {
  /** 1 is the demo as it is; larger ones are for benchmarks. */
  scale?: number;
  /** Called with a German sentence before each step. */
  onProgress?: (step: string) => void;
  /** ISO 8601 with milliseconds, UTC; the present when left out. */
  at?: string;
}

export class NotADemoDatabaseError extends Error {}

const actor = "demo";

/** Raised whenever the generator makes something else: a demo database of an earlier edition is filled up. */
const demoEdition = 10;

/** What the profile of a Stadtbezirk shows: two or three indicators of every theme that has figures by Stadtteil. */
const districtProfile = {
  residents: "residents",
  ages: [
    "share-under-3",
    "share-3-to-5",
    "share-6-to-14",
    "share-15-to-24",
    "share-65-plus",
    "share-80-plus",
  ],
  monitoring: [
    ...["children-under-6-basic-security", "unemployment", "basic-security-in-old-age"],
    ...["childcare-supply-under-3", "school-entry-language-support", "gp-within-reach"],
    ...["living-space-per-head", "green-share", "cohesion-index"],
  ],
};

/** Which demo a database holds; kept from its second edition on. */
interface DemoSetting {
  edition: number;
  scale: number;
}

/**
 * Brings a database up to the present demo: fills an empty one, and one that holds an earlier edition, at the
 * scale it has. Touches neither a city's own database nor one that cannot be written. True when it wrote.
 */
export async function keepDemoCurrent(store: Store, options: LoadDemoOptions = {}): Promise<boolean> {
  if (store.readOnly) return false;
  if (await isEmpty(store)) {
    await loadDemo(store, options);
    return true;
  }
  if (!(await store.setting<boolean>("isDemo"))) return false;
  const held = await store.setting<DemoSetting>("demo");
  if (held && held.edition >= demoEdition) return false;
  await loadDemo(store, { scale: held?.scale ?? 1, ...options });
  return true;
}

/** No city pack, no import: nothing a demo could overwrite. */
async function isEmpty(store: Store): Promise<boolean> {
  if ((await store.setting("city")) !== undefined) return false;
  return (await store.releases({ all: true })).length === 0;
}

/**
 * Fills a database with the invented city: city setting with the demo mark, areas, base map, indicators,
 * records, population grid and walking network, each as a release that says it is invented. A second run
 * changes nothing. Refuses a database with real data (NotADemoDatabaseError).
 */
export async function loadDemo(store: Store, options: LoadDemoOptions = {}): Promise<DemoCity> {
  const { scale = 1, onProgress, at = new Date().toISOString() } = options;
  await refuseRealData(store);
  onProgress?.("Demostadt wird erzeugt …");
  const city = generateDemoCity({ scale });
  // The mark comes first: a database whose loading was cut short is a demo database, never a real one.
  await store.saveSetting("isDemo", true);
  await store.saveSetting("city", {
    name: { de: city.name, en: city.name },
    isDemo: true,
    levels: [],
    attribution: city.attribution,
    defaultIndicator: "children-under-6-basic-security",
    profile: districtProfile,
  });
  const provenance: Provenance = {
    source: city.source,
    licence: "frei, erfundene Daten",
    referenceDate: city.referenceDate,
  };
  const statements = { provenance, released: undefined, isDemo: true };
  const publish = async (prepared: PreparedRelease) => {
    onProgress?.(`Gespeichert wird: ${prepared.draft.title.de}`);
    const release = await withIds(store, prepared);
    await publishRelease(store, release, manifestOf(release, statements), { actor, at });
  };
  const releases = [...releasesOf(city)];
  const isFigures = ({ rows }: PreparedRelease) => rows.kind === "observations";
  // Areas come first: disclosure control asks who lies in whom.
  for (const release of releases.filter((one) => !isFigures(one))) await publish(release);
  onProgress?.("Geheimhaltung wird geprüft …");
  for (const release of await discloseReleases(store, releases.filter(isFigures))) await publish(release);
  onProgress?.("Bevölkerungsraster und Wegenetz werden erzeugt …");
  for (const release of planningReleases(city, scale)) await publish(release);
  // Last, so that a loading cut short is taken up again.
  await store.saveSetting("demo", { edition: demoEdition, scale } satisfies DemoSetting);
  return city;
}

async function refuseRealData(store: Store): Promise<void> {
  if (await store.setting<boolean>("isDemo")) return;
  const city = await store.setting<{ isDemo?: boolean }>("city");
  const [release] = await store.releases();
  if ((city && !city.isDemo) || release) {
    throw new NotADemoDatabaseError(
      "Diese Datenbank enthält schon echte Daten; die Demostadt gehört in eine leere (DATA_DIR auf ein neues Verzeichnis setzen).",
    );
  }
}

function* releasesOf(city: DemoCity): Iterable<PreparedRelease> {
  for (const level of areaLevels) {
    const rows = city.areas
      .filter((area) => area.level === level)
      .map(({ isInner: _, ...area }) => ({ ...area, labelPoint: area.labelPoint as [number, number] }));
    if (rows.length === 0) continue;
    const { boundaryVersion } = city;
    yield {
      draft: {
        dataset: areaLayer(level),
        kind: "areas",
        title: levelNames[level].plural,
        level,
        boundaryVersion,
      },
      rows: { kind: "areas", rows },
    };
  }
  yield {
    draft: { dataset: "base", kind: "features", title: { de: "Grundkarte", en: "Base map" } },
    rows: {
      kind: "features",
      rows: city.base.map(({ geometry, ...properties }, index) => ({
        key: String(index + 1),
        properties,
        geometry,
      })),
    },
  };
  const observations = groupedBy(city.observations, ({ indicatorCode }) => indicatorCode);
  for (const indicator of city.indicators) {
    yield {
      draft: {
        dataset: `indicator-${indicator.code}`,
        kind: "observations",
        title: indicator.name,
        details: { indicator },
        mayBePublic: indicator.publicationAllowed,
      },
      rows: { kind: "observations", rows: observations.get(indicator.code) ?? [] },
    };
  }
  yield* recordReleases(city);
}

/** Both for signed-in planners only, as those of a real city are. */
function planningReleases(city: DemoCity, scale: number): PreparedRelease[] {
  const { grid, network } = makePlanningFiles(city, { scale });
  return [
    {
      draft: {
        dataset: "population-grid",
        kind: "grid",
        title: { de: "Bevölkerungsraster", en: "Population grid" },
        mayBePublic: false,
      },
      rows: { kind: "grid", rows: contentParts(encodeGrid(grid)) },
    },
    {
      draft: {
        dataset: "walking-network",
        kind: "network",
        title: { de: "Wegenetz", en: "Walking network" },
        mayBePublic: false,
      },
      rows: { kind: "network", rows: contentParts(encodeNetwork(network)) },
    },
  ];
}

function* recordReleases(city: DemoCity): Iterable<PreparedRelease> {
  for (const [name, records] of groupedBy(city.records, ({ type }) => type)) {
    const type = recordTypeOf(name);
    if (!type) throw new Error(`the demo has records of the unknown type ${name}`);
    const { source, referenceDate: sourceDate } = city;
    const origin = "sourceDate" in type.schema.shape ? { source, sourceDate } : {};
    const rows = records.map(
      ({ type: _, ...record }, index): StagedRecord => ({
        importKey: importKeyOf(index + 1),
        record: { ...record, properties: checkedProperties(type, { ...origin, ...record.properties }) },
      }),
    );
    yield {
      draft: {
        dataset: `records-${name}`,
        kind: "records",
        title: type.names.plural,
        details: { recordType: name },
      },
      rows: { kind: "records", type: name, rows },
      titleOf: (record) => type.title(record.properties),
    };
  }
}

/**
 * Records that name others by their place in the demo, with the ids these got when they were loaded: releases of what is
 * named come first.
 */
async function withIds(store: Store, release: PreparedRelease): Promise<PreparedRelease> {
  const { rows } = release;
  const references = rows.kind === "records" ? recordTypeOf(rows.type)?.references : undefined;
  if (rows.kind !== "records" || !references) return release;
  const ids = new Map<string, string>();
  for (const name of new Set(Object.values(references).flat())) {
    for (const [key, { id }] of await store.importKeys(name, `records-${name}`))
      ids.set(`${name} ${key}`, id);
  }
  const named = (properties: StagedRecord["record"]["properties"]) =>
    Object.entries(references).flatMap(([field, [name]]) => {
      const place = properties[field];
      if (place === undefined) return [];
      const id = ids.get(`${name} ${importKeyOf(Number(place))}`);
      if (!id) throw new Error(`the demo has no ${name} at place ${String(place)}`);
      return [[field, id]];
    });
  const withNamed = ({ importKey, record }: StagedRecord): StagedRecord => ({
    importKey,
    record: {
      ...record,
      properties: { ...record.properties, ...Object.fromEntries(named(record.properties)) },
    },
  });
  return { ...release, rows: { ...rows, rows: rows.rows.map(withNamed) } };
}

/** Key of a record of the demo by its place among those of its type, from 1. */
const importKeyOf = (place: number) => String(place).padStart(6, "0");

function groupedBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}

/** Invented records keep to the declarations like any others: a fault of the generator stops the loading. */
function checkedProperties(
  type: NonNullable<ReturnType<typeof recordTypeOf>>,
  properties: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const parsed = type.schema.safeParse(properties);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new Error(
    `demo ${type.type}: ${issue?.path.join(".")}: ${issue?.message} in ${canonicalJson(properties)}`,
  );
}
