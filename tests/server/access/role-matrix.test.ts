import { mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { requestOf, statusOf } from "./ask.ts";
import { matrixCity } from "./matrix-city.ts";
import type { MatrixCity, Operation } from "./operation.ts";
import { operationTable, roleMatrix } from "./operation-table.ts";
import { people } from "./people.ts";

const names = people.map(({ name }) => name);
const output = fileURLToPath(new URL("../../../test-output/", import.meta.url));

let city: MatrixCity;
let operations: Operation[];
beforeAll(async () => {
  city = await matrixCity();
  operations = await operationTable();
});
afterAll(() => city.close());

describe("the role matrix", () => {
  it("A-01 holds in every cell: each operation answers each role with the status written down", async () => {
    const expected = roleMatrix(names);
    const found = new Map<string, Map<string, number>>();
    for (const operation of operations) {
      const row = new Map<string, number>();
      for (const person of people) {
        const request = await requestOf(city, operation, person);
        row.set(person.name, await statusOf(city, request, operation));
      }
      found.set(operation.name, row);
    }
    print(found);
    expect(asLines(found)).toEqual(asLines(new Map([...found.keys()].map((n) => [n, expected.get(n)]))));
  });
});

function asLines(matrix: ReadonlyMap<string, ReadonlyMap<string, number> | undefined>): string[] {
  return [...matrix].map(([operation, row]) => [operation, ...(row?.values() ?? [])].join(","));
}

/** The matrix as a table, on the console and in `test-output/role-matrix.txt`. */
function print(matrix: ReadonlyMap<string, ReadonlyMap<string, number>>): void {
  const width = Math.max(...[...matrix.keys()].map((name) => name.length));
  const line = (head: string, cells: readonly (string | number)[]) =>
    [head.padEnd(width), ...cells.map((cell, k) => String(cell).padStart(names[k]?.length ?? 0))].join("  ");
  const table = [
    line("operation", names),
    ...[...matrix].map(([name, row]) => line(name, [...row.values()])),
  ];
  const cells = matrix.size * people.length;
  const text = `${table.join("\n")}\n\n${matrix.size} operations × ${people.length} roles = ${cells} cells\n`;
  mkdirSync(output, { recursive: true });
  writeFileSync(`${output}role-matrix.txt`, text);
  process.stdout.write(`\n${text}`);
}
