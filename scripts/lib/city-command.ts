import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { buildBaseMap } from "../../server/datasets/base-map.ts";
import { citySetting, readCityPack } from "../../server/datasets/city-pack.ts";
import { runImport } from "../../server/datasets/import-job.ts";
import { ImportRefusal } from "../../server/datasets/sentences.ts";
import { writeShapes } from "../demo/write-shapes.ts";
import { cityTemplate } from "./city-template.ts";
import { type CommandLine, commandLine, UsageError } from "./command-line.ts";
import { type Environment, openCommandStore } from "./command-store.ts";
import { exitCodeOf } from "./exit-code.ts";
import { loadDemo, NotADemoDatabaseError } from "./load-demo.ts";
import { printOutcome, progressPrinter } from "./print-report.ts";

const help = `npm run city -- new VERZEICHNIS     legt ein Stadtpaket zum Ausfüllen an
npm run city -- load VERZEICHNIS    lädt ein Stadtpaket in die Datenbank (DATA_DIR oder DATABASE_URL)
npm run city -- demo [--scale N]    lädt die erfundene Demostadt, auf Wunsch N-mal so groß`;

/** Default place of the files the example packs in `geodata/cities` are written for. */
const testData = resolve(import.meta.dirname, "../../../shared/data");

/** Variables for the paths of a pack; the demo's shapes are made only for a pack that asks for them. */
async function variablesOf(directory: string, environment: Environment): Promise<Environment> {
  const text = await readFile(join(directory, "city.json"), "utf8").catch(() => "");
  if (!text.includes("DEMO_SHAPES")) return { TESTDATA_DIR: testData, ...environment };
  const shapes = await mkdtemp(join(tmpdir(), "schematic-shapes-"));
  writeShapes(shapes);
  return { TESTDATA_DIR: testData, ...environment, DEMO_SHAPES: shapes };
}

/** `npm run city -- …`; exit code 0 done, 1 refused, 2 called wrongly. */
export function cityCommand(argv: readonly string[], environment: Environment): Promise<number> {
  return exitCodeOf(
    () => run(argv, environment),
    (error) => error instanceof ImportRefusal || error instanceof NotADemoDatabaseError,
  );
}

async function run(argv: readonly string[], environment: Environment): Promise<number> {
  const line = commandLine(argv, { options: ["scale"], switches: ["help"] });
  const [what, directory] = line.positionals;
  if (what === "new" && directory) return createPack(directory);
  if (what === "load" && directory) return loadPack(directory, environment);
  if (what === "demo") return loadDemoCity(line, environment);
  console.log(help);
  return line.has("help") ? 0 : 2;
}

async function createPack(directory: string): Promise<number> {
  if (existsSync(join(directory, "city.json")))
    throw new UsageError(`In „${directory}“ liegt schon ein Stadtpaket.`);
  const name = directory.split(/[\\/]/).filter(Boolean).at(-1) ?? directory;
  await mkdir(directory, { recursive: true });
  for (const [file, text] of Object.entries(cityTemplate(name))) await writeFile(join(directory, file), text);
  console.log(
    `Stadtpaket angelegt in „${directory}“: city.json ausfüllen, dann npm run city -- load ${directory}`,
  );
  return 0;
}

/** Saves what the city calls itself, then runs its imports in order; the first refusal ends the loading. */
async function loadPack(directory: string, environment: Environment): Promise<number> {
  const variables = await variablesOf(directory, environment);
  const pack = await readCityPack(directory, variables);
  const store = await openCommandStore(environment);
  try {
    const present = await store.setting<{ isDemo?: boolean }>("city");
    if (present?.isDemo || (await store.setting("isDemo"))) throw new ImportRefusal("demo-database");
    await store.saveSetting("city", citySetting(pack));
    console.log(`Stadt: ${pack.name.de}, ${pack.imports.length} Importe`);
    for (const spec of pack.imports) {
      const outcome = await runImport(store, spec, {
        actor: "import",
        at: new Date().toISOString(),
        onProgress: progressPrinter(),
      });
      if (outcome.kind === "refused") console.error(`Import von „${spec.file}“:`);
      const code = printOutcome(outcome);
      if (code !== 0) return code;
    }
    if (pack.base) {
      const at = new Date().toISOString();
      const { outcome } = await buildBaseMap(store, pack.base, {
        actor: "import",
        at,
        cityName: pack.name.de,
      });
      console.log(`Grundkarte: ${outcome === "unchanged" ? "schon auf diesem Stand" : "veröffentlicht"}`);
    }
    return 0;
  } finally {
    await store.close();
    if (variables.DEMO_SHAPES) await rm(variables.DEMO_SHAPES, { recursive: true, force: true });
  }
}

async function loadDemoCity(line: CommandLine, environment: Environment): Promise<number> {
  const scale = Number(line.value("scale") ?? 1);
  if (!Number.isFinite(scale) || scale <= 0) throw new UsageError("--scale erwartet eine Zahl größer als 0.");
  const store = await openCommandStore(environment);
  try {
    const city = await loadDemo(store, { scale, onProgress: (step) => console.log(step) });
    const figures = city.observations.length.toLocaleString("de-DE");
    console.log(
      `${city.name}: ${city.areas.length} Gebiete, ${city.records.length} Objekte, ${figures} Kennzahlen.`,
    );
    return 0;
  } finally {
    await store.close();
  }
}
