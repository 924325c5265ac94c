import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { matrixCity } from "./matrix-city.ts";
import type { MatrixCity, Operation } from "./operation.ts";
import { operationTable, roleMatrix } from "./operation-table.ts";
import { people } from "./people.ts";
import { vocabulary } from "./vocabulary.ts";

let city: MatrixCity;
let operations: Operation[];
beforeAll(async () => {
  city = await matrixCity();
  operations = await operationTable();
});
afterAll(() => city.close());

describe("the operation table", () => {
  it("A-01 has a row for every route of the server and none for a route there is not", () => {
    const { routes } = city;
    const rows = [...new Set(operations.map(({ method, path }) => `${method} ${path}`))].sort();
    expect(routes.filter((route) => !rows.includes(route))).toEqual([]);
    expect(rows.filter((row) => !routes.includes(row))).toEqual([]);
  });

  it("A-01 has a line in the role matrix for each row, and the matrix has no other line", () => {
    const names = operations.map(({ name }) => name);
    expect(names.filter((name, k) => names.indexOf(name) !== k)).toEqual([]);
    expect([...roleMatrix(people.map(({ name }) => name)).keys()].sort()).toEqual(names.sort());
  });

  it("A-01 names the operations the reliability catalogue speaks of", () => {
    const names = operations.map(({ name }) => name);
    expect(Object.keys(vocabulary)).toHaveLength(30);
    expect(
      Object.values(vocabulary)
        .flat()
        .filter((name) => !names.includes(name)),
    ).toEqual([]);
  });
});
