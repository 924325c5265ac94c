import { describe, expect, it } from "vitest";
import { commandLine, UsageError } from "../../../scripts/lib/command-line.ts";
import { importOptions, specOf } from "../../../scripts/lib/import-options.ts";

const spec = (...argv: string[]) => specOf(commandLine(argv, importOptions));
const figures = ["x.csv", "--as", "indicator", "--value", "w", "--code", "c", "--name", "n"];
const origin = ["--source-text", "Amt", "--licence", "CC0", "--reference-date", "2024"];

describe("the options of an import", () => {
  it.each([
    ["no file", ["--as", "areas"], "Welche Datei?"],
    ["no kind", ["x.csv"], "Was ist es?"],
    ["an unknown option", ["x.csv", "--lizenz", "CC0"], "Die Option --lizenz gibt es nicht"],
    ["an option without value", ["x.csv", "--as"], "Hinter --as fehlt ein Wert"],
    ["no level", ["x.csv", "--as", "areas"], "Die Angaben reichen nicht: level"],
    ["no value column", ["x.csv", "--as", "indicator"], "Welche Spalte ist der Wert?"],
    ["no indicator", ["x.csv", "--as", "indicator", "--value", "w"], "braucht --code und --name"],
    [
      "a translation without field",
      ["x.csv", "--as", "records:x", "--values", "a=b"],
      "erwartet feld:alt=NEU",
    ],
    [
      "a map without equals sign",
      ["x.csv", "--as", "records:x", "--map", "name"],
      "--map erwartet name=wert",
    ],
    ["words for a number", ["x.csv", "--as", "areas", "--number-width", "zwei"], "erwartet eine Zahl"],
    ["ages without an end", ["x.csv", "--as", "grid", "--ages", "u3=3"], "--ages erwartet SPALTE=3-6"],
    ["a threshold nobody decided", [...figures, "--threshold", "3"], "beschließt jemand"],
    ["a threshold that is no count", [...figures, "--threshold", "3,5"], "erwartet eine ganze Zahl"],
    ["a decision without a day", [...figures, "--threshold", "3", "--decided", "Amt"], "JJJJ-MM-TT"],
    ["a threshold for areas", ["x.csv", "--as", "areas", "--threshold", "3"], "gilt für --as indicator"],
    ["a threshold beside a specification", ["--spec", "/nowhere.json", "--protected"], "bei jedem Indikator"],
    ["a missing specification", ["--spec", "/nowhere.json"], "nicht lesbar oder kein gültiges JSON"],
  ])("with %s are answered with a sentence", (_, argv, sentence) => {
    expect(() => spec(...argv)).toThrow(UsageError);
    expect(() => spec(...argv)).toThrow(sentence);
  });

  it("state the rule of disclosure control as the wizard does, or another one with who decided it", () => {
    const ruleOf = (...more: string[]) => {
      const argv = [...figures, "--level", "subdistrict", "--area-number", "nr", ...origin, ...more];
      const described = spec(...argv) as { indicators: { definition: { suppression?: unknown } }[] };
      return described.indicators[0]!.definition.suppression;
    };
    const usual = {
      threshold: 5,
      smallAreaThreshold: 10,
      complementary: true,
      rounding: 0,
      zeroIsSafe: true,
    };
    expect(ruleOf()).toBeUndefined();
    expect(ruleOf("--protected")).toEqual(usual);
    const decided = "Statistisches Amt, Referat 2, 2026-01-31, GRDrs 12/2026";
    expect(ruleOf("--threshold", "12", "--decided", decided)).toEqual({
      ...{ ...usual, threshold: 12, smallAreaThreshold: 12 },
      decided: { office: "Statistisches Amt, Referat 2", date: "2026-01-31", resolution: "GRDrs 12/2026" },
    });
    expect(ruleOf("--rounding", "5", "--decided", "Amt, 2026-01-31")).toMatchObject({
      rounding: 5,
      threshold: 5,
    });
  });

  it("describe a population grid", () => {
    const ages = ["--ages", "u3=0-3, u6=3-6", "--ages", "alt=65-"];
    const more = ["--with", "alter.csv", "--perturbed-by-publisher", "Zensus 2022, Cell-Key"];
    expect(spec("zensus.csv", "--as", "grid", ...ages, ...more, ...origin)).toMatchObject({
      as: "grid",
      file: "zensus.csv",
      with: ["alter.csv"],
      perturbedByPublisher: "Zensus 2022, Cell-Key",
      ages: [
        { column: "u3", from: 0, to: 3 },
        { column: "u6", from: 3, to: 6 },
        { column: "alt", from: 65, to: null },
      ],
    });
  });

  it("describe areas", () => {
    const argv = [
      "b.zip",
      "--as=areas",
      "--level",
      "district",
      "--number",
      "NR",
      "--number-width",
      "2",
      "--size",
      "km2*100",
    ];
    expect(spec(...argv, "--parent-level", "city", ...origin, "--repair")).toMatchObject({
      as: "areas",
      file: "b.zip",
      level: "district",
      number: "NR",
      numberWidth: 2,
      size: { column: "km2", factor: 100 },
      parentLevel: "city",
      sourceText: "Amt",
      repair: true,
      skipBadRows: false,
    });
  });

  it("describe the columns of an indicator with factor and period", () => {
    const values = ["--value", "anteil_18*100@2018", "--value", "anteil_24*100@2024-12-31", "--value", "roh"];
    const argv = ["w.csv", "--as", "indicator", "--level", "district", "--area-name", "Bezirk", ...values];
    const described = spec(
      ...argv,
      "--code",
      "sealed",
      "--name",
      "Versiegelt|Sealed",
      "--unit",
      "%",
      "--decimals",
      "1",
    );
    expect(described).toMatchObject({
      area: { name: "Bezirk" },
      indicators: [
        {
          definition: { code: "sealed", name: { de: "Versiegelt", en: "Sealed" }, kind: "rate", decimals: 1 },
          values: [
            { column: "anteil_18", factor: 100, period: "2018" },
            { column: "anteil_24", factor: 100, period: "2024-12-31" },
            { column: "roh", factor: 1 },
          ],
        },
      ],
    });
  });

  it("describe how columns become fields of a record", () => {
    const map = ["--map", "name=Name", "--map", "address={Straße}, {PLZ}", "--set", "ownership=CITY"];
    const argv = [
      "s.csv",
      "--as",
      "records:facilities",
      ...map,
      "--values",
      "type:Gymnasium=SEK",
      "--values",
      "type:Realschule=SEK",
    ];
    expect(spec(...argv, "--dataset", "schools", "--released", "Amt, 2026-01-01")).toMatchObject({
      type: "facilities",
      map: { name: "Name", address: "{Straße}, {PLZ}" },
      set: { ownership: "CITY" },
      values: { type: { Gymnasium: "SEK", Realschule: "SEK" } },
      dataset: "schools",
      released: "Amt, 2026-01-01",
    });
  });

  it("name a layer and its properties", () => {
    expect(
      spec("n.geojson", "--as", "layer:noise", "--map", "level=DB_LOW", "--key", "ID", ...origin),
    ).toMatchObject({
      as: "layer",
      name: "noise",
      properties: { level: "DB_LOW" },
      key: "ID",
    });
  });
});
