import { fork } from "node:child_process";
import { createRequire } from "node:module";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { ImportLimits } from "../limits.ts";
import { type Facts, ImportRefusal, type RefusalCode } from "../sentences.ts";
import type { Table, TableRow } from "../table.ts";
import type { ReadOptions } from "./read-table.ts";

/** What the reading process tells, in this order: head, rows (many times), end; or refused. */
export type GeoPackageMessage =
  | { kind: "head"; table: Omit<Table, "rows"> }
  | { kind: "rows"; rows: TableRow[] }
  | { kind: "end" }
  | { kind: "refused"; code: RefusalCode; facts: Facts };

/**
 * Reads one layer of a GeoPackage. The file is a database and may be hostile (views, triggers, generated
 * columns, damaged pages), so it is opened read-only and untrusted in a process of its own, with an empty
 * environment and limits of time and memory; when that dies, the import is refused and nothing else happens.
 */
export function readGeoPackage(path: string, options: ReadOptions, limits: ImportLimits): Promise<Table> {
  const tsx = pathToFileURL(createRequire(import.meta.url).resolve("tsx")).href;
  const script = fileURLToPath(new URL("./geopackage-process.ts", import.meta.url));
  const child = fork(script, [], {
    execArgv: [`--max-old-space-size=${limits.readerMegabytes}`, "--import", tsx],
    env: {},
    serialization: "advanced",
    stdio: ["ignore", "ignore", "ignore", "ipc"],
  });
  let head: Omit<Table, "rows"> | undefined;
  const rows: TableRow[] = [];
  return new Promise<Table>((resolve, reject) => {
    const timer = setTimeout(() => {
      reject(new ImportRefusal("reader-timeout", { seconds: limits.readerSeconds }));
      child.kill("SIGKILL");
    }, limits.readerSeconds * 1000);
    child.on("message", (message: GeoPackageMessage) => {
      if (message.kind === "head") head = message.table;
      else if (message.kind === "rows") rows.push(...message.rows);
      else if (message.kind === "refused") reject(new ImportRefusal(message.code, message.facts));
      else if (head) resolve({ ...head, rows });
    });
    child.on("error", () => reject(new ImportRefusal("reader-crashed")));
    child.on("exit", () => {
      clearTimeout(timer);
      reject(new ImportRefusal("reader-crashed"));
    });
    child.send({ path, layer: options.layer, limits });
  });
}
