import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { readManifest } from "../../server/backup/backup-manifest.ts";
import { type DrillDatabase, toEnvironment } from "./database.ts";
import { type Drill, Findings } from "./drill.ts";
import { fillWithDemo, newDatabase, sketchSite, tilePath } from "./drill-city.ts";
import { runScript } from "./process-output.ts";
import { askPatiently, type DrillServer, startServer } from "./server-process.ts";

const script = (name: string) => fileURLToPath(new URL(`../${name}.ts`, import.meta.url));
const readyMilliseconds = 5000;

/** The whole way with the commands an office would use: save, bring back elsewhere, start, compare. */
export const restoreDrill: Drill = {
  name: "restore",
  title:
    "D-08 a backup restored into an empty place starts within 5 s as the same city: tables, lists, tiles, printed map",
  async run(setting) {
    const found = new Findings();
    const cluster = setting.engine === "postgres" ? await setting.cluster() : undefined;
    const database = await newDatabase(setting, { name: "origin", ...(cluster && { cluster }) });
    const empty = await newDatabase(setting, { name: "restored", ...(cluster && { cluster }) });
    await fillWithDemo(database);

    const first = await startServer(database);
    const created = await sketchSite(first, "Neubau am Übungsplatz", "Größe, Lage & Umfeld");
    const { id } = JSON.parse(created.body.toString()) as { id: string };
    const shown = await everythingShown(first, id);
    const saved = await saveInto(join(setting.directory, "backups"), database);
    await first.stop();

    const began = performance.now();
    await command("restore", { ...toEnvironment(empty) }, [saved.folder]);
    const restoreSeconds = (performance.now() - began) / 1000;
    const again = await saveInto(join(setting.directory, "backups-of-restored"), empty);
    found.expectEqual(again.manifest.tables, saved.manifest.tables, "rows and checksums of the tables");

    const second = await startServer(empty);
    try {
      found.expect(
        second.readyAfter <= readyMilliseconds,
        `ready only after ${Math.round(second.readyAfter)} ms`,
      );
      const shownAgain = await everythingShown(second, id);
      for (const [path, answer] of shown) {
        found.expect(shownAgain.get(path) === answer, `${path} is another one`);
      }
      found.expectEqual(
        [...shown.values()].filter((answer) => !answer.startsWith("200 ")),
        [],
        "not shown",
      );
      const rows = saved.manifest.tables.reduce((sum, table) => sum + table.rows, 0);
      const printed = shown.get(printPath(id))?.length ?? 0;
      return {
        figures:
          `backup in ${saved.seconds.toFixed(1)} s, restored in ${restoreSeconds.toFixed(1)} s, ready ` +
          `${Math.round(second.readyAfter)} ms after the start (the first one ${Math.round(first.readyAfter)} ms); ${saved.manifest.tables.length} tables with ${rows} rows ` +
          `equal by checksum, ${shown.size} answers equal byte by byte, printed map among them (${Math.round(printed / 1000)} kB)`,
        broken: found.broken,
      };
    } finally {
      await second.kill();
    }
  },
};

const printPath = (id: string) => `/print/site/${id}.svg?kind=KITA`;

/** Status and content of what planners see, without what tells one server from another: its own address. */
async function everythingShown(server: DrillServer, id: string): Promise<Map<string, string>> {
  const paths = [
    "/api/city",
    "/api/areas?level=district&geometry=true",
    "/api/records/facilities?limit=200",
    "/api/indicators",
    await tilePath(server),
    "/api/analysis/supply.csv?kind=KITA",
    printPath(id),
  ];
  const shown = new Map<string, string>();
  for (const path of paths) {
    const { status, body } = await askPatiently(server, path);
    shown.set(path, `${status} ${body.toString("latin1").replaceAll(server.address, "")}`);
  }
  return shown;
}

async function saveInto(directory: string, database: DrillDatabase) {
  const began = performance.now();
  const printed = await command("backup", { ...toEnvironment(database), BACKUP_DIR: directory });
  const seconds = (performance.now() - began) / 1000;
  const folder = /Gesichert in (\S+):/.exec(printed)?.[1] ?? "";
  return { folder, seconds, manifest: readManifest(folder) };
}

/** What the command printed. @throws Error with what it complained about */
async function command(
  name: string,
  environment: Record<string, string>,
  commandArguments: readonly string[] = [],
): Promise<string> {
  const running = runScript(script(name), {
    environment: { DATABASE_URL: "", ...environment },
    commandArguments,
  });
  const code = await running.ended;
  if (code !== 0) throw new Error(`${name} ended with ${code}: ${running.errors()}`);
  return running.lines.join("\n");
}
