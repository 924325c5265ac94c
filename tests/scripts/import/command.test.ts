import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Polygon } from "geojson";
import { afterAll, afterEach, beforeEach, describe, expect, it } from "vitest";
import { recordTypes } from "#domain/record/record-types.ts";
import { cityCommand } from "../../../scripts/lib/city-command.ts";
import { importCommand } from "../../../scripts/lib/import-command.ts";
import { openStore } from "../../../server/store/open-store.ts";
import { outputOf } from "../../lib/command-output.ts";
import { runCommand } from "../../lib/running-server.ts";
import { writeGeoPackage, zip } from "../../server/datasets/files.ts";

const folder = mkdtempSync(join(tmpdir(), "import-test-"));
let dataDirectory: string;
let count = 0;
beforeEach(() => {
  dataDirectory = join(folder, `data-${++count}`);
});
const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const environment = () => ({ DATA_DIR: dataDirectory });
const imported = (...args: string[]) => outputOf(() => importCommand(args, environment()));
const city = (...args: string[]) => outputOf(() => cityCommand(args, environment()));

function write(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

/** A web server of our own that gives one file at one path and redirects everything else elsewhere. */
async function serve(path: string, content: Uint8Array | string, elsewhere = "/"): Promise<string> {
  const server = createServer((request, response) => {
    if (request.url === path) response.end(content);
    else response.writeHead(302, { location: elsewhere }).end();
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const origin = ["--source-text", "Amt", "--licence", "CC BY 4.0", "--reference-date", "2024-12-31"];
const ring = (west: number, south: number): Polygon => ({
  type: "Polygon",
  coordinates: [
    [
      [west, south],
      [west + 1000, south],
      [west + 1000, south + 1000],
      [west, south + 1000],
      [west, south],
    ],
  ],
});

/** The city's boundary file in its published layout, with three squares instead of the city. */
function boundaryFile(): Buffer {
  const path = join(folder, `klgl-${count}.gpkg`);
  writeGeoPackage(path, [
    {
      name: "KLGL_BRUTTO_GEMEINDE",
      columns: { GEMEINDE: "TEXT" },
      rows: [{ values: ["Stuttgart"], geometry: ring(513000, 5402000) }],
    },
    {
      name: "KLGL_BRUTTO_STADTBEZIRK",
      columns: {
        STADTBEZIRKNR: "INTEGER",
        STADTBEZIRKNAME: "TEXT",
        STADTBEZIRKID: "INTEGER",
        SE_ANNO_CAD_DATA: "TEXT",
      },
      rows: [
        { values: [1, "Mitte", 1, null], geometry: ring(513000, 5402000) },
        { values: [12, "Bad Cannstatt", 12, null], geometry: ring(514000, 5402000) },
      ],
    },
    {
      name: "KLGL_BRUTTO_STADTTEIL",
      columns: { STADTTEILNR: "INTEGER", STADTTEILNAME: "TEXT", STADTBEZIRKNR: "INTEGER" },
      rows: [{ values: [102, "Rathaus", 1], geometry: ring(513000, 5402000) }],
    },
    {
      name: "KLGL_BRUTTO_BAUBLOCK",
      columns: { BAUBLOCKNR: "TEXT" },
      rows: [{ values: ["102001"], geometry: ring(513200, 5402200) }],
    },
  ]);
  return zip([{ name: "OpenData_KLGL_GENERALISIERT.gpkg", content: readFileSync(path) }]);
}

describe("npm run import", () => {
  it("imports areas, prints the counts, and finds nothing new the second time", async () => {
    const features = [
      {
        type: "Feature",
        properties: { nr: "01", name: "Mitte" },
        geometry: {
          type: "Polygon",
          coordinates: [
            [
              [9.1, 48.7],
              [9.2, 48.7],
              [9.2, 48.8],
              [9.1, 48.7],
            ],
          ],
        },
      },
    ];
    const file = write("bezirke.geojson", JSON.stringify({ type: "FeatureCollection", features }));
    const args = [
      file,
      "--as",
      "areas",
      "--level",
      "district",
      "--number",
      "nr",
      "--name-column",
      "name",
      ...origin,
    ];
    const first = await runCommand("scripts/import.ts", args, environment());
    expect(first.status).toBe(0);
    expect(first.output).toContain("1 Zeilen gelesen, 1 übernommen, 0 beiseitegelegt");
    expect(first.output).toContain("areas-district: veröffentlicht – 1 neu, 0 geändert, 0 unverändert");
    const reportFile = join(folder, "report.json");
    const second = await imported(...args, "--report", reportFile);
    expect(JSON.parse(readFileSync(reportFile, "utf8"))).toMatchObject({
      kind: "done",
      report: { rowsRead: 1 },
    });
    expect(second.out).toContain("areas-district: 0 neu, 0 geändert – schon auf diesem Stand");
  });

  it("takes a specification from a file, with paths beside it, and options over it", async () => {
    write("schulen.csv", "name;lon;lat\nSchule am Markt;9,18;48,77\n");
    const spec = {
      as: "records",
      type: "facilities",
      file: "schulen.csv",
      map: { name: "name" },
      set: { type: "SEK" },
    };
    const path = write("import.json", JSON.stringify({ ...spec, licence: "CC0", sourceText: "Amt" }));
    const refused = await imported("--spec", path);
    expect(refused).toMatchObject({ code: 1 });
    expect(refused.err).toContain("Herkunft fehlt: bitte mit --reference-date angeben.");
    const tried = await imported("--spec", path, "--reference-date", "2024", "--dry-run");
    expect(tried).toMatchObject({ code: 0 });
    expect(tried.out).toContain("records-facilities: 1 Zeilen – Probelauf, nichts gespeichert");
  });

  it("answers a wrong call with one sentence and code 2", async () => {
    const answer = await imported("x.csv", "--lizenz", "CC0");
    const err = "Die Option --lizenz gibt es nicht; --help zeigt alle.\n";
    expect(answer).toEqual({ code: 2, out: "", err });
  });

  it("explains itself", async () => {
    const { code, out } = await imported("--help");
    expect(code).toBe(0);
    for (const option of ["--as", "--map", "--released", "--skip-bad-rows", "--source", "--crs"])
      expect(out).toContain(option);
  });
});

describe("npm run import -- --source", () => {
  it("reads the city's boundary GeoPackage from a web server into four levels", async () => {
    const address = await serve("/medien/KLGL.zip", boundaryFile());
    const answer = await imported("--source", "stuttgart-areas", "--address", `${address}/medien/KLGL.zip`);
    expect(answer).toMatchObject({ code: 0, err: "" });
    const store = await openStore({ dataDirectory, recordTypes });
    const releases = await store.releases({ kind: "areas" });
    const levels = new Map<string | undefined, unknown[]>();
    for (const release of releases) {
      const rows = await store.areas(release.id);
      levels.set(
        release.level,
        rows.map(({ number, name, parentNumber }) => [number, name, parentNumber]),
      );
      expect(release).toMatchObject({
        visibility: "PUBLIC",
        provenance: { licence: "CC BY 4.0", fileName: "KLGL.zip" },
      });
      expect(rows[0]!.areaHa).toBeCloseTo(100, 0);
    }
    expect(levels.get("city")).toEqual([["08111000", "Stuttgart", null]]);
    expect(levels.get("district")).toEqual([
      ["01", "Mitte", null],
      ["12", "Bad Cannstatt", null],
    ]);
    expect(levels.get("subdistrict")).toEqual([["102", "Rathaus", "01"]]);
    expect(levels.get("block")).toEqual([["102001", null, "102"]]);
    await store.close();
  });

  it("adds up the population table in ISO-8859-1 by district and Stichtag", async () => {
    const boundaries = await serve("/k.zip", boundaryFile());
    await imported("--source", "stuttgart-areas", "--address", `${boundaries}/k.zip`);
    const table = [
      "Stichtag;Stadtbezirk;Alter in 10 Gruppen;Einwohner",
      "31.12.2021;Mitte;unter 3 Jahre;500",
      "31.12.2021;Mitte;75 Jahre und älter;1500",
      "31.12.2022;Mitte;unter 3 Jahre;510",
      "31.12.2022;Bad Cannstatt;75 Jahre und älter;7000",
      "31.12.2022;Möhringen;unter 3 Jahre;1",
    ].join("\r\n");
    const address = await serve("/einwohner.csv", Buffer.from(table, "latin1"));
    const answer = await imported(
      "--source",
      "stuttgart-population",
      "--address",
      `${address}/einwohner.csv`,
    );
    expect(answer).toMatchObject({ code: 0 });
    expect(answer.out).toContain('csv, windows-1252, Trennzeichen ";"');
    expect(answer.out).toContain("kein Gebiet „Möhringen“");
    const store = await openStore({ dataDirectory, recordTypes });
    const [release] = await store.releases({ dataset: "indicator-residents" });
    const figures = await store.observations(release!.id);
    expect(figures.map(({ areaNumber, period, value }) => [areaNumber, period, value])).toEqual([
      ["01", "2021-12-31", 2000],
      ["01", "2022-12-31", 510],
      ["12", "2022-12-31", 7000],
    ]);
    await store.close();
  });

  it("is refused when the server sends it to another host, to itself for ever, or answers nothing", async () => {
    const away = await serve("/x", "", "http://localhost:1/secret");
    const other = await imported("--source", "stuttgart-areas", "--address", `${away}/y`);
    expect(other).toMatchObject({ code: 1 });
    expect(other.err).toContain(
      "Die Adresse http://localhost:1/secret ist für diese Quelle nicht zugelassen.",
    );
    const round = await serve("/x", "", "/y");
    const circle = await imported("--source", "stuttgart-areas", "--address", `${round}/y`);
    expect(circle.err).toContain("zu viele Weiterleitungen");
    const gone = await imported("--source", "stuttgart-areas", "--address", "http://127.0.0.1:9/y");
    expect(gone.err).toContain("ist gescheitert (ECONNREFUSED)");
  });

  it("names the sources there are when it is asked for another", async () => {
    const answer = await imported("--source", "atlantis");
    expect(answer).toMatchObject({ code: 1 });
    expect(answer.err).toContain("vorhanden: stuttgart-areas, stuttgart-population");
  });
});

describe("npm run city", () => {
  it("new makes a pack that load understands once its files are there", async () => {
    const pack = join(folder, "Musterstadt");
    expect(await city("new", pack)).toMatchObject({ code: 0 });
    expect((await city("new", pack)).err).toContain("liegt schon ein Stadtpaket");
    const missing = await city("load", pack);
    expect(missing).toMatchObject({ code: 1 });
    expect(missing.err).toContain("bezirke.geojson“ gibt es nicht");
    const features = [
      {
        type: "Feature",
        properties: { nummer: "1", name: "Nord" },
        geometry: {
          type: "Polygon",
          coordinates: [
            [
              [9, 50],
              [9.1, 50],
              [9.1, 50.1],
              [9, 50],
            ],
          ],
        },
      },
    ];
    writeFileSync(join(pack, "bezirke.geojson"), JSON.stringify({ type: "FeatureCollection", features }));
    writeFileSync(
      join(pack, "einwohner.csv"),
      "nummer;stichtag;einwohner\n1;31.12.2025;1.200\n1;31.12.2024;1.180,0\n",
    );
    const loaded = await runCommand("scripts/city.ts", ["load", pack], environment());
    expect(loaded.status).toBe(0);
    expect(loaded.output).toContain("Stadt: Musterstadt, 2 Importe");
    expect(loaded.output).toContain("indicator-residents: veröffentlicht – 2 neu");
  });
});
