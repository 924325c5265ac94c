import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Request, requestOf, statusOf } from "./ask.ts";
import { matrixCity } from "./matrix-city.ts";
import type { MatrixCity, Operation } from "./operation.ts";
import { operationTable } from "./operation-table.ts";
import { people } from "./people.ts";

let city: MatrixCity;
let operations: Operation[];
beforeAll(async () => {
  city = await matrixCity();
  operations = (await operationTable()).filter(({ isEndless }) => !isEndless);
});
afterAll(() => city.close());

/** The same request in another spelling; undefined where it has no such spelling. */
type Spelling = (request: Request) => Request | undefined;

const onPath = (change: (path: string) => string): Spelling => {
  return (request) => {
    const [path = "", query] = request.url.split("?");
    const changed = change(path);
    if (changed === path) return undefined;
    return { ...request, url: query ? `${changed}?${query}` : changed };
  };
};

/** Spellings of the path: whoever is refused stays refused, whatever a proxy in front made of the address. */
const paths: Readonly<Record<string, Spelling>> = {
  "a trailing slash": onPath((path) => (path === "/" ? path : `${path}/`)),
  "a doubled slash": onPath((path) => path.replace(/(?!^)\//, "//")),
  "a slash more in front": onPath((path) => `/${path}`),
  "an encoded dot segment": onPath((path) => `/%2e/${path.slice(1)}`),
  "an encoded way up": onPath((path) => `/tiles/%2e%2e${path}`),
  "an encoded letter": onPath((path) => path.replace(/[a-z]/, (c) => `%${c.charCodeAt(0).toString(16)}`)),
  "another letter case": onPath((path) => path.toUpperCase()),
};

/** A value given twice; the second one would open something if it were the one that counts. */
const repeated: Readonly<Record<string, Spelling>> = {
  "a repeated parameter": (request) => ({
    ...request,
    url: `${request.url}${request.url.includes("?") ? "&" : "?"}ceiling=PUBLIC&ceiling=RESTRICTED`,
  }),
  "duplicate keys in the body": (request) =>
    typeof request.payload === "object"
      ? {
          ...request,
          headers: { ...request.headers, "content-type": "application/json" },
          payload: twice(request.payload),
        }
      : undefined,
};

function twice(body: object): string {
  const members = Object.entries(body).map(
    ([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value)}`,
  );
  return `{${[...members, ...members].join(",")}}`;
}

const isSuccess = (status: number) => status < 400;

/** Routes of all record types are the same code; two types with different rights stand for them. */
const isSample = ({ path }: Operation) =>
  !path.startsWith("/api/records/") || /candidate-sites|renewal-areas/.test(path);

describe("A-01 who is refused stays refused", () => {
  it.each(["PUBLIC", "PARTNER"])("in whatever spelling %s asks", async (name) => {
    const person = people.find((one) => one.name === name)!;
    const opened: string[] = [];
    let asked = 0;
    for (const operation of operations.filter(isSample)) {
      const request = await requestOf(city, operation, person);
      const plain = await statusOf(city, request);
      if (isSuccess(plain)) continue;
      for (const [spelling, change] of Object.entries({ ...paths, ...repeated })) {
        const changed = change(request);
        if (!changed) continue;
        asked++;
        const status = await statusOf(city, changed);
        // What answers nobody, as a sign-on out of reach does, may say so in every spelling.
        const isFault = status >= 500 && status !== plain;
        if (isSuccess(status) || isFault) opened.push(`${operation.name} with ${spelling}: ${status}`);
      }
    }
    expect(opened).toEqual([]);
    expect(asked).toBeGreaterThan(200);
  });

  it("and a write that is allowed happens once, however often its keys stand in the body", async () => {
    const planner = people.find(({ name }) => name === "PLANNER")!;
    const create = operations.find(({ name }) => name === "create candidate-sites")!;
    const request = repeated["duplicate keys in the body"]!(await requestOf(city, create, planner))!;
    const before = (await city.app.inject({ url: create.path, headers: planner.headers })).json().total;
    expect(await statusOf(city, request)).toBe(201);
    const after = (await city.app.inject({ url: create.path, headers: planner.headers })).json().total;
    expect(after - before).toBe(1);
  });
});
