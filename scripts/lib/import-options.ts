import { readFileSync } from "node:fs";
import { dirname, isAbsolute, resolve } from "node:path";
import { z } from "zod";
import {
  type ImportSpec,
  type ImportSpecInput,
  importSpecSchema,
} from "../../server/datasets/import-spec.ts";
import { type CommandLine, pair, UsageError } from "./command-line.ts";
import {
  disclosureOptions,
  disclosureRuleOf,
  disclosureSwitches,
  refuseDisclosureRule,
} from "./disclosure-options.ts";

export const importOptions = {
  options: [
    ...[
      "as",
      "spec",
      "source",
      "address",
      "level",
      "layer",
      "crs",
      "encoding",
      "separator",
      "decimal",
      "header-row",
    ],
    ...["dataset", "title", "source-text", "licence", "reference-date", "note", "released"],
    ...[
      "number",
      "number-width",
      "name-column",
      "parent",
      "parent-width",
      "parent-level",
      "boundary-version",
    ],
    ...[
      "size",
      "area-number",
      "area-name",
      "city",
      "period",
      "value",
      "code",
      "name",
      "unit",
      "kind",
      "direction",
    ],
    ...[
      "decimals",
      "theme",
      "indicator",
      "key",
      "map",
      "set",
      "where",
      "values",
      "x",
      "y",
      "district",
      "department",
    ],
    ...["state", "report", "within"],
    ...disclosureOptions,
    ...["residents", "ages", "with", "perturbed-by-publisher"],
  ],
  switches: [
    "dry-run",
    "skip-bad-rows",
    "repair",
    "without-geometry",
    "keep-without-geometry",
    ...disclosureSwitches,
    "help",
  ],
};

/** The specification a command line means. Throws UsageError with a German sentence. */
export function specOf(line: CommandLine): ImportSpec {
  const file = line.positionals[0];
  const specFile = line.value("spec");
  if (specFile) {
    refuseDisclosureRule(
      line,
      "in einer Datei mit Angaben steht die Regel bei jedem Indikator (suppression).",
    );
    return checked({ ...readJson(specFile), ...(file && { file }), ...overrides(line) }, specFile);
  }
  if (!file)
    throw new UsageError(
      "Welche Datei? npm run import -- DATEI --as areas|indicator|records:ART|layer:NAME|grid|network …",
    );
  const [as, kind] = (line.value("as") ?? "").split(":");
  if (as !== "indicator") refuseDisclosureRule(line, "Geheimhaltung gilt für --as indicator.");
  const common = { file, ...overrides(line) };
  switch (as) {
    case "areas":
      return checked({ as, ...common, ...areasPart(line) } as ImportSpecInput);
    case "indicator":
      return checked({ as, ...common, ...indicatorPart(line) } as ImportSpecInput);
    case "records":
      return checked({ as, ...common, type: kind ?? "", ...recordsPart(line) } as ImportSpecInput);
    case "layer":
      return checked({
        as,
        ...common,
        name: kind ?? line.value("name") ?? "",
        ...layerPart(line),
      } as ImportSpecInput);
    case "network":
      return checked({ as, ...common, ...networkPart(line) } as ImportSpecInput);
    case "grid":
      return checked({ as, ...common, ...gridPart(line) } as ImportSpecInput);
    default:
      throw new UsageError(
        "Was ist es? --as areas, --as indicator, --as records:ART, --as layer:NAME, --as grid oder --as network.",
      );
  }
}

/** A specification as JSON says it; paths in it are relative to the folder of the file that holds it. */
export function checked(spec: unknown, origin?: string): ImportSpec {
  const parsed = importSpecSchema.safeParse(spec);
  if (parsed.success) return origin ? inFolderOf(origin, parsed.data) : parsed.data;
  const [issue] = parsed.error.issues;
  const where = issue && issue.path.length > 0 ? z.core.toDotPath(issue.path) : "as";
  throw new UsageError(`Die Angaben reichen nicht: ${where}: ${issue?.message ?? "unvollständig"}.`);
}

function inFolderOf(origin: string, spec: ImportSpec): ImportSpec {
  const file = relativeTo(origin, spec.file);
  if (spec.as !== "grid") return { ...spec, file };
  return { ...spec, file, with: spec.with.map((further) => relativeTo(origin, further)) };
}

function relativeTo(origin: string, path: string): string {
  return isAbsolute(path) ? path : resolve(dirname(origin), path);
}

function readJson(path: string): Record<string, unknown> {
  try {
    return JSON.parse(readFileSync(path, "utf8")) as Record<string, unknown>;
  } catch {
    throw new UsageError(`„${path}“ ist nicht lesbar oder kein gültiges JSON.`);
  }
}

/** Options every kind of import has; those not given stay out, so that a specification file keeps its own. */
function overrides(line: CommandLine): Record<string, unknown> {
  const title = line.value("title");
  return present({
    layer: line.value("layer"),
    crs: line.value("crs"),
    encoding: line.value("encoding"),
    separator: line.value("separator")?.replace("\\t", "\t"),
    decimal: line.value("decimal"),
    headerRow: numberOf(line, "header-row"),
    dataset: line.value("dataset"),
    title: title && bilingual(title),
    sourceText: line.value("source-text"),
    licence: line.value("licence"),
    referenceDate: line.value("reference-date"),
    note: line.value("note"),
    cityName: line.value("city"),
    released: line.value("released"),
    skipBadRows: line.has("skip-bad-rows") || undefined,
    repair: line.has("repair") || undefined,
  });
}

/** "Einwohner|Residents", or one text for both languages. */
function bilingual(text: string): { de: string; en: string } {
  const [de = text, en = de] = text.split("|").map((part) => part.trim());
  return { de, en };
}

function areasPart(line: CommandLine): Record<string, unknown> {
  const [column, factor] = line.value("size")?.split("*") ?? [];
  return present({
    level: line.value("level"),
    number: line.value("number"),
    numberWidth: numberOf(line, "number-width"),
    name: line.value("name-column"),
    parent: line.value("parent"),
    parentWidth: numberOf(line, "parent-width"),
    parentLevel: line.value("parent-level"),
    boundaryVersion: line.value("boundary-version"),
    withoutGeometry: line.has("without-geometry") || undefined,
    size: column && present({ column, factor: factor === undefined ? undefined : Number(factor) }),
  });
}

function indicatorPart(line: CommandLine): Record<string, unknown> {
  const values = line.values("value").map((text) => valueColumn(text));
  if (values.length === 0)
    throw new UsageError('Welche Spalte ist der Wert? --value "Spalte" oder --value "Spalte*100@2024".');
  const definition = line.value("indicator");
  const suppression = disclosureRuleOf(line);
  const said = definition ? readJson(definition) : definitionOf(line);
  return present({
    level: line.value("level"),
    area: present({ number: line.value("area-number"), name: line.value("area-name") }),
    period: line.value("period"),
    indicators: [{ definition: { ...said, ...(suppression && { suppression }) }, values }],
  });
}

/** `Spalte`, `Spalte*100`, `Spalte@2024-12-31`, `Spalte*100@2024`. */
function valueColumn(text: string): Record<string, unknown> {
  const match = /^(.+?)(?:\*([\d.]+))?(?:@([\d./-]+))?$/.exec(text.trim());
  if (!match) throw new UsageError(`--value „${text}“ ist nicht zu verstehen.`);
  const [, column, factor, period] = match;
  return present({ column, factor: factor === undefined ? undefined : Number(factor), period });
}

function definitionOf(line: CommandLine): Record<string, unknown> {
  const name = line.value("name");
  if (!line.value("code") || !name) {
    throw new UsageError(
      'Ein Indikator braucht --code und --name "Deutsch|English" oder --indicator DEFINITION.json.',
    );
  }
  return {
    code: line.value("code"),
    name: bilingual(name),
    theme: line.value("theme") ?? "other",
    kind: line.value("kind") ?? "rate",
    unit: line.value("unit") ?? "",
    direction: line.value("direction") ?? "NEUTRAL",
    decimals: numberOf(line, "decimals") ?? 0,
    publicationAllowed: true,
  };
}

function recordsPart(line: CommandLine): Record<string, unknown> {
  const values: Record<string, Record<string, string>> = {};
  for (const text of line.values("values")) {
    const [place, to] = pair(text, "values");
    const colon = place.indexOf(":");
    if (colon < 1) throw new UsageError(`--values erwartet feld:alt=NEU, nicht „${text}“.`);
    const field = place.slice(0, colon);
    values[field] = { ...values[field], [place.slice(colon + 1)]: to };
  }
  const where = line.value("where");
  const [column, equals] = where ? pair(where, "where") : [];
  return present({
    key: line.value("key"),
    where: where ? { column, equals } : undefined,
    map: Object.fromEntries(line.values("map").map((text) => pair(text, "map"))),
    set: Object.fromEntries(line.values("set").map((text) => pair(text, "set"))),
    values,
    x: line.value("x"),
    y: line.value("y"),
    district: line.value("district"),
    department: line.value("department"),
    state: line.value("state"),
    keepWithoutGeometry: line.has("keep-without-geometry") || undefined,
  });
}

function layerPart(line: CommandLine): Record<string, unknown> {
  const map = line.values("map").map((text) => pair(text, "map"));
  return present({
    key: line.value("key"),
    x: line.value("x"),
    y: line.value("y"),
    properties: map.length > 0 ? Object.fromEntries(map) : undefined,
    set: Object.fromEntries(line.values("set").map((text) => pair(text, "set"))),
  });
}

function networkPart(line: CommandLine): Record<string, unknown> {
  return present({ within: line.value("within")?.split(",").map(Number) });
}

function gridPart(line: CommandLine): Record<string, unknown> {
  const ages = line.values("ages").flatMap((text) => text.split(","));
  return present({
    key: line.value("key"),
    x: line.value("x"),
    y: line.value("y"),
    residents: line.value("residents"),
    ages: ages.length > 0 ? ages.map(ageColumn) : undefined,
    with: line.values("with"),
    perturbedByPublisher: line.value("perturbed-by-publisher"),
  });
}

/** `SPALTE=3-6` from the third birthday on and before the sixth, `SPALTE=65-` without an end. */
function ageColumn(text: string): Record<string, unknown> {
  const [column, ages] = pair(text, "ages");
  const match = /^(\d{1,3})-(\d{1,3})?$/.exec(ages);
  if (!match) throw new UsageError(`--ages erwartet SPALTE=3-6 oder SPALTE=65-, nicht „${text.trim()}“.`);
  return { column, from: Number(match[1]), to: match[2] === undefined ? null : Number(match[2]) };
}

function numberOf(line: CommandLine, option: string): number | undefined {
  const text = line.value(option);
  if (text === undefined) return undefined;
  const value = Number(text);
  if (!Number.isFinite(value)) throw new UsageError(`--${option} erwartet eine Zahl, nicht „${text}“.`);
  return value;
}

function present<T extends Record<string, unknown>>(values: T): Partial<T> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Partial<T>;
}
