import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { isFixed } from "#domain/access/access.ts";
import type { AreaLevel } from "#domain/area/area.ts";
import { isBulk } from "#domain/dataset/release.ts";
import { type DisclosureReport, hiddenCells } from "#domain/disclosure/disclosure-report.ts";
import type { StoredRecord } from "#domain/record/record.ts";
import { recordTypeOf } from "#domain/record/record-types.ts";
import { type AreaRow, RecordTakenError, type Store } from "../store/store.ts";
import { discloseReleases, reportOfDetails } from "./disclose-releases.ts";
import { readTable } from "./formats/read-table.ts";
import { type DatasetOutcome, type ImportReport, ReportBuilder } from "./import-report.ts";
import type { ImportSpec } from "./import-spec.ts";
import { type ImportLimits, importLimits } from "./limits.ts";
import { prepareAreas } from "./mapping/areas.ts";
import { prepareGrid } from "./mapping/grid.ts";
import { prepareIndicators } from "./mapping/indicators.ts";
import { prepareLayer } from "./mapping/layer.ts";
import { prepareNetwork } from "./mapping/network.ts";
import type { MappingContext, PreparedImport } from "./mapping/prepared-import.ts";
import { prepareRecords } from "./mapping/records.ts";
import { provenanceOf, releaseStatement } from "./provenance.ts";
import { manifestOf, publishReleases, type ReleaseToPublish } from "./publish-release.ts";
import { geometryRepair } from "./repair-geometry.ts";
import { type Facts, ImportRefusal, type RefusalCode } from "./sentences.ts";
import type { Table } from "./table.ts";

export interface ImportProgress {
  phase: "reading" | "mapping" | "writing" | "publishing";
  dataset?: string;
  done?: number;
  total?: number;
}

export interface ImportOptions {
  /** Account in whose name it is written. */
  actor: string;
  /** ISO 8601 with milliseconds, UTC. */
  at: string;
  /** Reads and maps everything, writes nothing. */
  dryRun?: boolean;
  /** Told often; throws to give the import up, which leaves nothing of it. Not told any more once it is published. */
  onProgress?: (progress: ImportProgress) => void;
  /** Name of the file for people, where it is stored under another. */
  fileName?: string;
  /** For records: which of an earlier import's may be overwritten; all when left out. */
  mayReplace?: (current: StoredRecord) => boolean;
  limits?: ImportLimits;
}

export type ImportOutcome =
  | { kind: "done"; report: ImportReport }
  /** Nothing was written. The report is there when rows were the reason. */
  | { kind: "refused"; code: RefusalCode; facts: Facts; sentence: string; report?: ImportReport };

/**
 * One import from file to published releases, for the command line and the page alike. Everything that can
 * be wrong with the file or the wishes is answered as a refusal; only faults of the database throw.
 */
export async function runImport(
  store: Store,
  spec: ImportSpec,
  options: ImportOptions,
): Promise<ImportOutcome> {
  let report: ImportReport | undefined;
  try {
    // Trying is allowed in a demo: nothing of it is written.
    if (!options.dryRun) await refuseDemoDatabase(store);
    const { limits = importLimits, onProgress, fileName = basename(spec.file) } = options;
    const released = releaseStatement(spec.released);
    onProgress?.({ phase: "reading" });
    const table = await readTable(spec.file, { ...readOptions(spec), limits });
    const provenance = provenanceOf(spec, { name: fileName, sha256: await checksum(spec.file) });
    onProgress?.({ phase: "mapping", total: table.rows.length });
    const builder = new ReportBuilder();
    if (table.ignored) builder.note("views-ignored", { names: table.ignored.join(", ") });
    const context = await mappingContext(store, spec, { table, report: builder, limits });
    const mapped = await prepare(spec, context);
    const prepared = { ...mapped, releases: await discloseReleases(store, mapped.releases) };
    const statements = { provenance, released, isDemo: false };
    const finished = (datasets: DatasetOutcome[]) => reportOf(fileName, table, prepared, builder, datasets);
    report = finished([]);
    refuseBadRows(spec, report);
    const releases = prepared.releases.map((release): ReleaseToPublish => {
      const manifest = manifestOf(release, statements);
      const report = reportOfDetails(manifest.details);
      if (report) builder.note("disclosure", disclosureFacts(report));
      if (released && release.draft.mayBePublic === false) {
        const unprotected = report && report.unprotected > 0 && report.rule.complementary;
        const code = isBulk(manifest.kind)
          ? "bulk-stays-internal"
          : unprotected
            ? "unprotected-stays-internal"
            : "stays-internal";
        builder.note(code, { code: manifest.dataset });
      }
      return { prepared: release, manifest };
    });
    const datasets = options.dryRun
      ? releases.map(({ prepared: { count, rows }, manifest }) =>
          dryOutcome(manifest.dataset, count ?? rows.rows.length),
        )
      : await publishReleases(store, releases, {
          ...options,
          mayReplace: mayReplaceOf(options),
          onProgress: (done, total, dataset) => onProgress?.({ phase: "writing", dataset, done, total }),
          onPublish: () => onProgress?.({ phase: "publishing" }),
        });
    return { kind: "done", report: finished(datasets.map((one, k) => withDisclosure(one, releases[k]!))) };
  } catch (error) {
    const refusal = error instanceof RecordTakenError ? takenRefusal(error) : error;
    if (!(refusal instanceof ImportRefusal)) throw error;
    const { code, facts, message } = refusal;
    return { kind: "refused", code, facts, sentence: message, ...(report && { report }) };
  }
}

function takenRefusal({ record: { type, properties } }: RecordTakenError): ImportRefusal {
  return new ImportRefusal("record-taken", { why: recordTypeOf(type)?.unique?.sentence(properties) ?? "" });
}

/** What stands stays as it is, whoever imports it again. */
function mayReplaceOf({ mayReplace }: ImportOptions) {
  return (current: StoredRecord): boolean => {
    const type = recordTypeOf(current.type);
    return !(type && isFixed(type, current)) && (mayReplace?.(current) ?? true);
  };
}

function withDisclosure(outcome: DatasetOutcome, { manifest }: ReleaseToPublish): DatasetOutcome {
  const disclosure = reportOfDetails(manifest.details);
  return disclosure ? { ...outcome, disclosure } : outcome;
}

function disclosureFacts(report: DisclosureReport): Facts {
  const { primary, secondary } = hiddenCells(report);
  return {
    code: report.indicator,
    primary,
    secondary,
    told: report.tables.reduce((sum, { told }) => sum + told, 0),
    narrowest: report.narrowest?.width ?? 0,
    method: report.method,
    onlyParts: report.onlyParts.join(", "),
  };
}

/** Invented and real figures are never in one database (DESIGN §4). */
async function refuseDemoDatabase(store: Store): Promise<void> {
  const city = await store.setting<{ isDemo?: boolean }>("city");
  if (city?.isDemo || (await store.setting<boolean>("isDemo"))) throw new ImportRefusal("demo-database");
}

function readOptions({ as, layer, encoding, separator, headerRow }: ImportSpec) {
  return {
    osm: as === "network" ? ("streets" as const) : ("places" as const),
    ...(layer && { layer }),
    ...(encoding && { encoding }),
    ...(separator && { separator }),
    ...(headerRow && { headerRow }),
  };
}

async function checksum(path: string): Promise<string> {
  return createHash("sha256")
    .update(await readFile(path))
    .digest("hex");
}

async function mappingContext(
  store: Store,
  spec: ImportSpec,
  given: Pick<MappingContext, "table" | "report" | "limits">,
): Promise<MappingContext> {
  const city = await store.setting<{ name?: { de?: string } }>("city");
  const known = new Map<AreaLevel, Promise<readonly AreaRow[]>>();
  const currentAreas = async (level: AreaLevel) => {
    const [release] = await store.releases({ dataset: `areas-${level}` });
    return release ? await store.areas(release.id) : [];
  };
  return {
    ...given,
    cityName: spec.cityName ?? city?.name?.de,
    repair: spec.repair ? await geometryRepair() : undefined,
    areas(level) {
      const areas = known.get(level) ?? currentAreas(level);
      known.set(level, areas);
      return areas;
    },
  };
}

async function prepare(spec: ImportSpec, context: MappingContext): Promise<PreparedImport> {
  switch (spec.as) {
    case "areas":
      return prepareAreas(spec, context);
    case "indicator":
      return prepareIndicators(spec, context);
    case "records":
      return prepareRecords(spec, context);
    case "layer":
      return prepareLayer(spec, context);
    case "network":
      return prepareNetwork(spec, context);
    case "grid":
      return prepareGrid(spec, context);
  }
}

/** Rows outside the city are set aside as well, but nothing is wrong with them: grids cover whole countries. */
function refuseBadRows({ skipBadRows }: ImportSpec, { setAside, rowsAccepted }: ImportReport): void {
  const wrong = setAside.filter(({ code }) => code !== "outside-city");
  const [first] = wrong;
  if (first && !skipBadRows) {
    const where = `Zeile ${first.row}: ${first.sentence}`;
    throw new ImportRefusal("bad-rows", { count: wrong.length, first: where });
  }
  if (rowsAccepted === 0) throw new ImportRefusal("nothing-accepted");
}

function reportOf(
  file: string,
  table: Table,
  { crs, rowsAccepted }: PreparedImport,
  { setAside, notes }: ReportBuilder,
  datasets: DatasetOutcome[],
): ImportReport {
  return {
    file,
    format: table.format,
    encoding: table.encoding ?? null,
    separator: table.separator ?? null,
    crs,
    layer: table.layer ?? null,
    columns: table.columns,
    rowsRead: table.osm?.ways.length ?? table.rows.length,
    rowsAccepted,
    setAside,
    notes,
    datasets,
  };
}

function dryOutcome(dataset: string, rows: number): DatasetOutcome {
  return { dataset, outcome: "dry-run", rows, created: 0, changed: 0, unchanged: 0, releaseId: null };
}
