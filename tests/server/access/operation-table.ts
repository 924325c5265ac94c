import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Operation } from "./operation.ts";

const folder = fileURLToPath(new URL("./operations/", import.meta.url));

/** Every operation of every file in `operations/`: each exports a list called `operations`. */
export async function operationTable(): Promise<Operation[]> {
  const files = readdirSync(folder).filter((name) => name.endsWith(".ts"));
  const parts = await Promise.all(files.map((name) => import(/* @vite-ignore */ `${folder}${name}`)));
  return parts.flatMap((part) => part.operations as Operation[]);
}

/**
 * Expected status by operation and person, read from all `operations/*.csv`: a head line `operation,PUBLIC,…`, then a
 * line for each operation. Throws for a line with too few or too many cells and for one written twice.
 */
export function roleMatrix(people: readonly string[]): Map<string, Map<string, number>> {
  const matrix = new Map<string, Map<string, number>>();
  for (const name of readdirSync(folder).filter((file) => file.endsWith(".csv"))) {
    const [head = "", ...lines] = readFileSync(`${folder}${name}`, "utf8").trim().split("\n");
    if (head !== ["operation", ...people].join(",")) throw new Error(`${name}: unexpected head line`);
    for (const line of lines) {
      const [operation = "", ...cells] = line.split(",");
      if (cells.length !== people.length) throw new Error(`${name}: ${operation} has ${cells.length} cells`);
      if (matrix.has(operation)) throw new Error(`${name}: ${operation} stands twice`);
      matrix.set(operation, new Map(people.map((person, k) => [person, Number(cells[k])])));
    }
  }
  return matrix;
}
