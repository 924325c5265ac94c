import { execFile } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import Database from "better-sqlite3";
import type { FeatureCollection, Point } from "geojson";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { storedRecordTypes } from "#domain/record/record-types.ts";
import { AccountDesk } from "../../../server/accounts/account-desk.ts";
import { demoCookie } from "../../../server/plugins/audience.ts";
import { openStore } from "../../../server/store/open-store.ts";
import { demoDirectory } from "../../lib/demo-directory.ts";
import { type RunningServer, startServer } from "../../lib/running-server.ts";

const run = promisify(execFile);
const folder = mkdtempSync(join(tmpdir(), "ogc-gdal-"));
const planner = `${demoCookie}=PLANNER.51.`;

let server: RunningServer;
let collections: Summary[];
let token: string;
beforeAll(async () => {
  const data = await demoDirectory();
  token = await addPlanner(data);
  server = await startServer(data);
  collections = (await json("/ogc/collections")).collections;
});
afterAll(async () => {
  await server?.stop();
  rmSync(folder, { recursive: true, force: true });
});

interface Summary {
  id: string;
  title: string;
  geometryType?: string;
}

/** A planner's account and the key this person makes for a GIS. */
async function addPlanner(dataDirectory: string): Promise<string> {
  const store = await openStore({ dataDirectory, recordTypes: storedRecordTypes });
  try {
    const desk = new AccountDesk(store);
    const { id } = await desk.add(
      {
        signIn: "local",
        login: "planung",
        office: "Jugendamt, Jugendhilfeplanung",
        role: "PLANNER",
        department: "51",
        districts: [],
        password: "nur für diesen Test",
      },
      "console",
    );
    return (await desk.issue(id, { name: "QGIS", days: 30 })).secret;
  } finally {
    await store.close();
  }
}

type Items = FeatureCollection<Point, Record<string, unknown>> & { numberMatched: number };

async function json(path: string, headers: Record<string, string> = {}) {
  const answer = await fetch(`${server.address}${path}`, { headers });
  expect(answer.status, path).toBe(200);
  return answer.json();
}
const items = (id: string, query = "limit=10000", headers?: Record<string, string>): Promise<Items> =>
  json(`/ogc/collections/${id}/items?${query}`, headers);

/** A collection of points and areas has no one kind, which GDAL says and then copies both. */
const mixedKinds =
  /^Warning 1: A geometry of type \w+ is inserted into layer (\S+) of geometry type \w+, which is not normally allowed.*\n*/gm;

/** Copies collections into a GeoPackage by the real program and opens the result. */
async function copied(
  name: string,
  options: readonly string[] = [],
  layers: readonly string[] = [],
): Promise<Database.Database> {
  const path = join(folder, `${name}.gpkg`);
  const { stderr } = await run("ogr2ogr", [
    "-f",
    "GPKG",
    ...options,
    path,
    `OAPIF:${server.address}/ogc`,
    ...layers,
  ]);
  expect(stderr.replaceAll(mixedKinds, "")).toBe("");
  const mixed = new Set([...stderr.matchAll(mixedKinds)].map(([, layer]) => layer));
  const uniform = collections.filter(({ geometryType }) => geometryType !== "Geometry");
  expect(uniform.filter(({ id }) => mixed.has(id))).toEqual([]);
  return new Database(path, { readonly: true });
}

type Row = Record<string, unknown> & { id: string };
const rowsOf = (database: Database.Database, layer: string) =>
  database.prepare(`select * from "${layer}"`).all() as Row[];

/** A GeoPackage holds truth as 0 and 1. A text that is a date on a whole page is one to GDAL, which writes slashes. */
function isSame(copied: unknown, served: unknown): boolean {
  if (typeof served === "boolean") return copied === Number(served);
  const isDate = typeof served === "string" && /^\d{4}-\d{2}-\d{2}$/.test(served);
  return copied === served || (isDate && copied === served.replaceAll("-", "/"));
}

describe("K-02 ogr2ogr copies every public collection into a GeoPackage", () => {
  it.each([
    ["4326", []],
    ["25832", []],
    ["4326", ["-oo", "PAGE_SIZE=1000"]],
    ["25832", ["-oo", "PAGE_SIZE=1000"]],
  ])("with equal counts, attributes and umlauts, in EPSG:%s %j", async (code, options) => {
    const database = await copied(`all-${code}-${options.length}`, ["-t_srs", `EPSG:${code}`, ...options]);
    const counts: Record<string, number> = {};
    for (const { id } of collections) {
      const served = await items(id);
      const rows = rowsOf(database, id);
      counts[id] = rows.length;
      expect(rows.length, id).toBe(served.numberMatched);
      const byId = new Map(rows.map((row) => [row.id, row]));
      for (const feature of served.features) {
        const row = byId.get(String(feature.id))!;
        const differing = Object.entries(feature.properties).filter(
          ([name, value]) => !isSame(row[name] ?? null, value),
        );
        expect(differing, `${id} ${feature.id}`).toEqual([]);
      }
      const [srs] = database
        .prepare("select srs_id from gpkg_geometry_columns where table_name = ?")
        .pluck()
        .all(id);
      expect(srs, id).toBe(Number(code));
    }
    expect(Math.min(...Object.values(counts))).toBeGreaterThan(0);
    expect(Object.keys(counts)).toContain("facilities");
    database.close();
  });

  it("and the same as a planner with a personal key gives more", async () => {
    const bearer = { authorization: `Bearer ${token}` };
    const database = await copied("planner", [
      "--config",
      "GDAL_HTTP_HEADERS",
      `Authorization: ${bearer.authorization}`,
    ]);
    const mine: Summary[] = (await json("/ogc/collections", bearer)).collections;
    const counts: { id: string; open: number; all: number }[] = [];
    for (const { id } of mine) {
      const isOpen = collections.some((one) => one.id === id);
      const { numberMatched } = await items(id, "limit=1", bearer);
      counts.push({
        id,
        open: isOpen ? (await items(id, "limit=1")).numberMatched : 0,
        all: numberMatched,
      });
      expect(rowsOf(database, id).length, id).toBe(numberMatched);
    }
    expect(counts.filter(({ open, all }) => all < open)).toEqual([]);
    const more = counts.filter(({ open, all }) => all > open);
    expect(more.map(({ id }) => id)).toContain("candidate-sites");
    process.stdout.write(
      `Objekte für die Öffentlichkeit und für eine Planerin mit Schlüssel: ${more
        .map(({ id, open, all }) => `${id} ${open}/${all}`)
        .join(", ")}\n`,
    );
    database.close();
  });
});

describe("GDAL reads the interface", () => {
  it("K-01 ogrinfo lists every public collection with its kind of geometry", async () => {
    const { stdout } = await run("ogrinfo", ["-ro", "-so", `OAPIF:${server.address}/ogc`]);
    for (const { id, title } of collections) expect(stdout).toContain(`: ${id} (title: ${title})`);
    expect(stdout).toContain("facilities (title: Einrichtungen) (Point)");
    expect(stdout).toContain("areas-district (title: Stadtbezirke) (Polygon)");
  });

  it("K-03 a box and a condition find the same features as the dashboard's own filter", async () => {
    const own = await json("/api/records/facilities?bbox=9.1,48.74,9.2,48.8&type=KITA_MIX&limit=1000");
    const ids = own.items.map(({ id }: { id: string }) => id).sort();
    const options = ["-spat", "9.1", "48.74", "9.2", "48.8", "-where", "type='KITA_MIX'"];
    const database = await copied("filtered", options, ["facilities"]);
    expect(ids.length).toBeGreaterThan(10);
    expect(
      rowsOf(database, "facilities")
        .map(({ id }) => id)
        .sort(),
    ).toEqual(ids);
    database.close();
  });

  it("K-07 the way QGIS asks: landing page, description of the interface, collection, pages of 1,000", async () => {
    const landing = await json("/ogc");
    const link = (rel: string) => landing.links.find((one: { rel: string }) => one.rel === rel);
    expect(link("service-desc").type).toBe("application/vnd.oai.openapi+json;version=3.0");
    const api = await (await fetch(link("service-desc").href)).json();
    expect(api.openapi).toBe("3.0.3");
    const parameters = api.paths["/collections/facilities/items"].get.parameters as { $ref?: string }[];
    expect(parameters).toContainEqual({ $ref: "#/components/parameters/limit" });
    expect(api.components.parameters.limit.schema.maximum).toBe(10_000);
    const { collections: list } = await json("/ogc/collections");
    const facilities = list.find(({ id }: { id: string }) => id === "facilities");
    const address = (rel: string, type: string) =>
      facilities.links.find((one: { rel: string; type: string }) => one.rel === rel && one.type === type)
        .href;
    const schema = await (await fetch(address("describedby", "application/schema+json"))).json();
    expect(schema.properties.properties.properties.provider.title).toBe("Träger");
    const first = await fetch(`${address("items", "application/geo+json").split("?")[0]}?limit=1000`, {
      headers: { accept: "application/geo+json, application/json" },
    });
    expect(first.headers.get("content-type")).toMatch(/^application\/geo\+json/);
    const page = await first.json();
    expect(page.features).toHaveLength(1000);
    const next = await (
      await fetch(page.links.find(({ rel }: { rel: string }) => rel === "next").href)
    ).json();
    expect(page.features.length + next.features.length).toBe(page.numberMatched);
  });

  it("a planner's own collections come with the fields of the administration", async () => {
    const { features } = await items("facilities", "limit=1", { cookie: planner });
    expect(features[0]?.properties).toHaveProperty("condition");
  });
});
