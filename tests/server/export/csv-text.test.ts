import Papa from "papaparse";
import { describe, expect, it } from "vitest";
import { csvText } from "../../../server/export/csv-text.ts";

/** One text cell as a spreadsheet would get it. */
function cell(text: string): string {
  const { data } = Papa.parse<string[]>(csvText(["Spalte"], [[text]]).slice(1), { delimiter: ";" });
  return data[1]?.[0] ?? "";
}

describe("tables as CSV", () => {
  it("X-03 text that a spreadsheet would take for a formula gets an apostrophe", () => {
    for (const text of [
      '=HYPERLINK("http://x";"Kita")',
      "+1+1",
      "@SUM(1)",
      "\t=1",
      "\r=1",
      "\u0000x",
      "＝1+1",
    ]) {
      expect(cell(text)).toBe(`'${text}`);
    }
  });

  it("X-04 figures stay figures, written with a decimal comma", () => {
    expect(csvText(["a", "b"], [[-5.3, "-5,3"]])).toBe("\uFEFFa;b\r\n-5,3;-5,3\r\n");
  });

  it("K-10 starts with a mark, splits at semicolons and quotes what holds one", () => {
    expect(csvText(["Größe"], [["a;b"], ['sagt "ja"'], [null], [true]])).toBe(
      '\uFEFFGröße\r\n"a;b"\r\n"sagt ""ja"""\r\n\r\nja\r\n',
    );
  });
});
