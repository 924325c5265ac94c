import { readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { afterAll, describe, expect, it } from "vitest";
import writeXlsxFile from "write-excel-file/node";
import { type ReadOptions, readTable } from "../../../../server/datasets/formats/read-table.ts";
import { importLimits } from "../../../../server/datasets/limits.ts";
import { ImportRefusal } from "../../../../server/datasets/sentences.ts";
import { dbf, shpPoints, temporaryFolder, type ZipEntry, zip } from "../files.ts";

const folder = temporaryFolder();
afterAll(folder.remove);

const refusal = async (content: string | Uint8Array, options: ReadOptions = {}) => {
  const outcome = await readTable(folder.write(content), options).catch((error: unknown) => error);
  if (outcome instanceof ImportRefusal) return outcome.code;
  throw outcome instanceof Error ? outcome : new Error("the file was read");
};
const packed = (...entries: ZipEntry[]) => refusal(zip(entries));
const leftovers = () =>
  readdirSync(tmpdir()).filter((name) => name.startsWith("import-") && !name.startsWith("import-test-"));

describe("the content of a file decides, not its name", () => {
  it("I-13 a PNG called .geojson and a zip called .csv are refused or read as what they are", async () => {
    const png = folder.write(
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0]),
      "karte.geojson",
    );
    await expect(readTable(png)).rejects.toThrow("Der Inhalt ist ein PNG-Bild");
    const archive = folder.write(zip([{ name: "notiz.txt", content: "hallo" }]), "tabelle.csv");
    await expect(readTable(archive)).rejects.toThrow("weder Shapefile noch GeoPackage");
    const csv = folder.write("name;wert\nMitte;1,5\n", "tabelle.gpkg");
    expect((await readTable(csv)).format).toBe("csv");
  });

  it.each([
    ["a PDF", "%PDF-1.7 …"],
    ["gzip", Buffer.from([0x1f, 0x8b, 8, 0])],
    ["an old Excel file", Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0])],
    ["an unzipped shapefile", Buffer.from([0, 0, 0x27, 0x0a, 0])],
    ["unknown bytes", Buffer.from([1, 2, 0, 3])],
    ["JSON that is no GeoJSON", '{"type":"Topology"}'],
  ])("I-13 %s is refused as not readable", async (_, content) => {
    expect(await refusal(content)).toBe("not-readable");
  });

  it.each([
    [
      "a KML file with a network link",
      '<?xml version="1.0"?><kml><NetworkLink><href>http://127.0.0.1/</href></NetworkLink></kml>',
    ],
    [
      "a GML file with a schema location",
      '<gml:FeatureCollection xsi:schemaLocation="http://10.0.0.1/x.xsd"/>',
    ],
    [
      "a virtual file called .geojson",
      "\uFEFF  <OGRVRTDataSource><SrcDataSource>/etc/passwd</SrcDataSource></OGRVRTDataSource>",
    ],
  ])("I-24 %s is refused before anything in it could be followed", async (_, content) => {
    expect(await refusal(content)).toBe("not-readable");
  });

  it("a missing, empty or too large file is refused with a sentence", async () => {
    await expect(readTable("/nowhere/x.csv")).rejects.toThrow("gibt es nicht");
    expect(await refusal("")).toBe("file-empty");
    expect(await refusal("a;b\n1;2\n", { limits: { ...importLimits, fileBytes: 4 } })).toBe("file-too-large");
  });
});

describe("a cell beyond the limit", () => {
  it.each([
    ["CSV", (text: string) => `name;wert\n${text};1\n`],
    [
      "GeoJSON",
      (text: string) => JSON.stringify({ type: "Feature", properties: { name: text }, geometry: null }),
    ],
  ])("makes its row of a %s file a wrong one, and at the limit it does not", async (_, content) => {
    const limits = { ...importLimits, cellCharacters: 30 };
    const read = async (characters: number) =>
      (await readTable(folder.write(content("x".repeat(characters))), { limits })).rows[0]!.defect;
    expect(await read(30)).toBeUndefined();
    expect(await read(31)).toEqual({ code: "cell-too-long", facts: { column: "name", limit: 30 } });
  });
});

describe("a zip archive", () => {
  it("I-07 that inflates to hundreds of megabytes is refused while inflating, and leaves no file behind", async () => {
    const before = leftovers();
    const zeros = Buffer.alloc(300 * 1024 * 1024);
    expect(await packed({ name: "a.shp", content: zeros })).toBe("archive-limits");
    expect(leftovers()).toEqual(before);
  });

  it("I-07 is counted while inflating: many entries together may not exceed the limit either", async () => {
    const limits = { ...importLimits, unpackedBytes: 100_000 };
    const noise = Buffer.from(Array.from({ length: 60_000 }, (_, i) => (i * i * 31) % 251));
    const entries = ["a.shp", "a.dbf"].map((name) => ({ name, content: noise }));
    expect(await refusal(zip(entries), { limits })).toBe("archive-limits");
  });

  it("I-08 with an archive in it is refused", async () => {
    const inner = zip([{ name: "b.zip", content: zip([{ name: "c.txt", content: "x" }]) }]);
    expect(await packed({ name: "a.zip", content: inner })).toBe("archive-nested");
    expect(await packed({ name: "a.shp", content: inner })).toBe("archive-nested");
  });

  it.each(["../../etc/cron.d/x", "/etc/passwd", "C:\\windows\\x.shp"])(
    "I-09 with an entry %s is refused",
    async (name) => {
      expect(await packed({ name, content: "x" })).toBe("archive-unsafe");
    },
  );

  it("I-10 with a symbolic link is refused", async () => {
    expect(await packed({ name: "a.shp", content: "/etc/passwd", mode: 0o120777 })).toBe("archive-unsafe");
  });

  it("with more than 100 entries, or cut off, is refused", async () => {
    const many = Array.from({ length: 101 }, (_, i) => ({ name: `${i}.txt`, content: "x" }));
    expect(await packed(...many)).toBe("archive-limits");
    const whole = zip([{ name: "a.shp", content: "x".repeat(1000) }]);
    expect(await refusal(whole.subarray(0, whole.length / 2))).toBe("broken-file");
  });
});

describe("a workbook", () => {
  const workbook = (data: (string | number | Date | null)[][]) =>
    writeXlsxFile(
      data.map((row) =>
        row.map((value) =>
          value === null ? null : { value, ...(value instanceof Date && { format: "dd.mm.yyyy" }) },
        ),
      ),
    ).toBuffer();

  it("is read with its numbers, dates and row numbers", async () => {
    const bytes = await workbook([
      ["Bezirk", "Stichtag", "Wert"],
      ["Mitte", new Date(Date.UTC(2022, 11, 31)), 12.5],
      [null, null, null],
      ["Nord", null, 0],
    ]);
    const table = await readTable(folder.write(bytes));
    expect(table.format).toBe("xlsx");
    expect(table.columns).toEqual(["Bezirk", "Stichtag", "Wert"]);
    expect(table.rows).toEqual([
      { number: 2, cells: ["Mitte", "2022-12-31", 12.5] },
      { number: 4, cells: ["Nord", null, 0] },
    ]);
  });

  it("I-04 with the same heading twice is refused", async () => {
    expect(
      await refusal(
        await workbook([
          ["Name", "Name"],
          ["a", "b"],
        ]),
      ),
    ).toBe("duplicate-column");
  });

  it("I-11 whose sheet inflates without end is refused", async () => {
    const entries = [
      { name: "xl/workbook.xml", content: "<workbook/>" },
      { name: "xl/worksheets/sheet1.xml", content: Buffer.alloc(300 * 1024 * 1024, 0x20) },
    ];
    expect(await refusal(zip(entries))).toBe("archive-limits");
  });

  it("I-12 with a document type is refused before its entities are looked at", async () => {
    const content =
      '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><workbook>&e;</workbook>';
    expect(await packed({ name: "xl/workbook.xml", content })).toBe("archive-unsafe");
  });
});

describe("a zipped shapefile", () => {
  const points = shpPoints([
    [513224, 5402548],
    [513000, 5402000],
    [512000, 5401000],
  ]);
  const names = ["Größe", "Ärztehaus", "Süd"];
  const table = (encoding: "latin1" | "utf8", deleted: number[] = []) =>
    dbf(
      ["NAME"],
      names.map((name) => [Buffer.from(name, encoding)]),
      deleted,
    );
  const prj = 'PROJCS["ETRS_1989_UTM_Zone_32N",GEOGCS["GCS_ETRS_1989",DATUM["D_ETRS_1989"]]]';

  it("I-16 without .prj names no coordinate system instead of assuming one", async () => {
    const archive = zip([
      { name: "orte/a.shp", content: points },
      { name: "orte/a.dbf", content: table("utf8") },
    ]);
    expect((await readTable(folder.write(archive))).crs).toBeUndefined();
    const withPrj = zip([
      { name: "a.shp", content: points },
      { name: "A.PRJ", content: prj },
    ]);
    expect((await readTable(folder.write(withPrj))).crs).toBe(prj);
  });

  it.each([
    ["without .cpg", "latin1", undefined, {}],
    ["without .cpg", "utf8", undefined, {}],
    ["with .cpg", "latin1", "ANSI 1252", {}],
    ["with .cpg", "utf8", "UTF-8", {}],
    ["with a wrong .cpg and the right wish", "latin1", "UTF-8", { encoding: "windows-1252" }],
  ] as const)("I-17 %s shows real letters from %s", async (_, encoding, cpg, options) => {
    const archive = zip([
      { name: "a.shp", content: points },
      { name: "a.dbf", content: table(encoding) },
      ...(cpg ? [{ name: "a.cpg", content: cpg }] : []),
    ]);
    const { columns, rows } = await readTable(folder.write(archive), options);
    expect(columns).toEqual(["NAME"]);
    expect(rows.map(({ cells }) => cells[0])).toEqual(names);
    expect(rows[0]!.geometry).toEqual({ type: "Point", coordinates: [513224, 5402548] });
  });

  it("keeps shapes and records together when a record is deleted", async () => {
    const archive = zip([
      { name: "a.shp", content: points },
      { name: "a.dbf", content: table("utf8", [1]) },
    ]);
    const { rows } = await readTable(folder.write(archive));
    expect(
      rows.map(({ number, cells, geometry }) => [
        number,
        cells[0],
        (geometry as { coordinates: unknown }).coordinates,
      ]),
    ).toEqual([
      [1, "Größe", [513224, 5402548]],
      [3, "Süd", [512000, 5401000]],
    ]);
  });

  it("asks which one when there are several, and takes the one that is named", async () => {
    const archive = zip([
      { name: "a.shp", content: points },
      { name: "b.shp", content: points },
    ]);
    expect(await refusal(archive)).toBe("several-layers");
    expect((await readTable(folder.write(archive), { layer: "B" })).layer).toBe("b");
    expect(await refusal(archive, { layer: "c" })).toBe("layer-missing");
  });

  it("with damaged shapes is refused", async () => {
    expect(await refusal(zip([{ name: "a.shp", content: points.subarray(0, 20) }]))).toBe("broken-file");
  });
});
