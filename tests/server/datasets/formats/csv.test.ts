import { describe, expect, it } from "vitest";
import { figureColumn } from "../../../../server/datasets/figures.ts";
import { readCsv } from "../../../../server/datasets/formats/csv.ts";
import { importLimits } from "../../../../server/datasets/limits.ts";

const windows1252 = (text: string) => Buffer.from(text.replaceAll("€", "\u0080"), "latin1");
const read = (content: string | Buffer, options = {}, limits = importLimits) =>
  readCsv(Buffer.from(content), options, limits);

describe("a CSV file", () => {
  const text = "Größe;Plätze\nmittel;12,5\ngroß;1.234,5\n";

  it("I-01 in Windows-1252 with semicolons and decimal commas reads like its UTF-8 twin", () => {
    const old = read(windows1252(text));
    const modern = read(text);
    expect(old.columns).toEqual(["Größe", "Plätze"]);
    expect(old.rows).toEqual(modern.rows);
    expect([old.encoding, modern.encoding]).toEqual(["windows-1252", "utf-8"]);
    expect([old.separator, modern.separator]).toEqual([";", ";"]);
    const cells = old.rows.map(({ number, cells }) => ({ row: number, cell: cells[1]! }));
    const { decimal, figure } = figureColumn("Plätze", cells);
    expect(decimal).toBe("comma");
    expect(cells.map(({ cell }) => figure(cell))).toEqual([
      { kind: "number", value: 12.5 },
      { kind: "number", value: 1234.5 },
    ]);
  });

  it("I-03 with byte order mark, CRLF, quoted line breaks and doubled quotes follows RFC 4180", () => {
    const { columns, rows, encoding } = read(
      '\uFEFFname,note\r\n"Kita ""Am Park""","zwei\r\nZeilen, mit Komma"\r\nB,\r\n',
    );
    expect(encoding).toBe("utf-8");
    expect(columns).toEqual(["name", "note"]);
    expect(rows).toEqual([
      { number: 2, cells: ['Kita "Am Park"', "zwei\r\nZeilen, mit Komma"] },
      { number: 3, cells: ["B", null] },
    ]);
  });

  it("I-04 with the same heading twice is refused with both columns named", () => {
    expect(() => read("Name;Ort;Name\na;b;c\n")).toThrow(
      /„Name“ kommt zweimal vor \(Spalte 1 und Spalte 3\)/,
    );
  });

  it("I-05 marks a row with too few cells and keeps its number", () => {
    const lines = Array.from({ length: 10_000 }, (_, i) => (i === 4_711 ? "kurz" : `a${i};${i}`));
    const { rows } = read(`name;wert\n${lines.join("\n")}\n`);
    expect(rows).toHaveLength(10_000);
    expect(rows.filter(({ defect }) => defect)).toEqual([
      { number: 4_713, cells: [], defect: { code: "too-few-cells", facts: { found: 1, expected: 2 } } },
    ]);
  });

  it("I-06 takes names of object members as plain column names", () => {
    const { columns, rows } = read("__proto__;constructor;toString\nx;y;z\n");
    expect(columns).toEqual(["__proto__", "constructor", "toString"]);
    expect(rows[0]!.cells).toEqual(["x", "y", "z"]);
    expect(({} as Record<string, unknown>).x).toBeUndefined();
  });

  it.each([
    [",", "a,b,c\n1.5,2,3\n"],
    [";", "a;b\n1,5;2,5\n3,5;4,5\n"],
    ["\t", "a\tb\n1,5\t2\n"],
    ["|", "a|b\nx, y|2\n"],
  ])("is split at %j, which gives every row the same number of cells", (separator, content) => {
    expect(read(content).separator).toBe(separator);
  });

  it("is refused beyond the limits and read at them", () => {
    const limits = { ...importLimits, rows: 2, columns: 2 };
    expect(read("a;b\n1;2\n3;4\n", {}, limits).rows).toHaveLength(2);
    expect(() => read("a;b\n1;2\n3;4\n5;6\n", {}, limits)).toThrow("mehr als 2 Zeilen");
    expect(() => read("a;b;c\n1;2;3\n", {}, limits)).toThrow("mehr als 2 Spalten");
  });

  it("with titles above its header is read from the row that is named", () => {
    const { columns, rows } = read("Statistisches Amt;\nStand 2024;\nBezirk;Wert\nMitte;1\n", {
      headerRow: 3,
    });
    expect(columns).toEqual(["Bezirk", "Wert"]);
    expect(rows).toEqual([{ number: 4, cells: ["Mitte", "1"] }]);
  });

  it("with an unknown encoding wish is refused", () => {
    expect(() => read("a\n1\n", { encoding: "klingon" })).toThrow("„klingon“ gibt es nicht");
  });
});
