import { describe, expect, it } from "vitest";
import { disclose } from "#domain/disclosure/disclose.ts";
import { defaultSuppression } from "#domain/disclosure/suppression.ts";
import {
  areaOf,
  discloseTables,
  hiddenPlaces,
  indicatorOf,
  observationsOf,
  type PaperTable,
  solver,
} from "./paper-figures.ts";

const counted = indicatorOf("cases");
const share = indicatorOf("share", { kind: "rate", unit: "%" });
const onlyCount = async (figures: PaperTable["figures"]) =>
  hiddenPlaces((await discloseTables([counted], [{ code: "cases", figures }])).told);
const onlyShare = async (figures: PaperTable["figures"]) =>
  hiddenPlaces((await discloseTables([share], [{ code: "share", figures }])).told);

describe("a city without districts", () => {
  it("hides a second subdistrict beside a small one, since the city's total would give it away", async () => {
    expect(await onlyCount({ "*": 100, "^A": 60, "^B": 38, "^C": 2 })).toEqual(["^B", "^C"]);
  });
});

describe("cells that tell too much themselves", () => {
  it("are counts of 1 to 4; 0 and 5 are told", async () => {
    expect(await onlyCount({ "A/1": 0, "A/2": 5, "A/3": 9 })).toEqual([]);
    expect(await onlyCount({ "A/1": 4 })).toEqual(["A/1"]);
  });

  it("are counts below 10 in areas smaller than a Stadtteil", async () => {
    expect(await onlyCount({ "A/1/a": 9, "A/1/b": 10, "A/1/c": 12 })).toEqual(["A/1/a"]);
  });

  it("are 0 as well where the rule says that nobody tells something", async () => {
    const strict = indicatorOf("cases", { suppression: { ...defaultSuppression, zeroIsSafe: false } });
    const { told } = await discloseTables([strict], [{ code: "cases", figures: { "A/1": 0, "A/2": 7 } }]);
    expect(hiddenPlaces(told)).toEqual(["A/1"]);
  });

  it("S-03 are rates of too few people, and rates whose count is small", async () => {
    expect(await onlyShare({ "A/1": [1, 2], "A/2": [30, 200], "A/3": [20, 49] })).toEqual(["A/1", "A/3"]);
    expect(await onlyShare({ "A/1": [4, 200], "A/2": [30, 200] })).toEqual(["A/1"]);
  });

  it("S-11 are rates of everybody or nearly everybody, because they tell of each of them", async () => {
    expect(await onlyShare({ "A/1": [60, 60], "A/2": [196, 200], "A/3": [195, 200] })).toEqual([
      "A/1",
      "A/2",
    ]);
  });

  it("are rates whose count nobody can name", async () => {
    const observation = {
      indicatorCode: "share",
      level: "subdistrict" as const,
      areaNumber: "A/1",
      period: "2024",
      value: 50,
      state: "VALUE" as const,
    };
    const input = { indicators: [share], observations: [{ observation }], areas: [areaOf("A/1")] };
    const { told } = await disclose(input, solver);
    expect(told).toEqual([{ ...observation, value: null, state: "SUPPRESSED" }]);
  });
});

describe("cells that are hidden for others", () => {
  it("keep what the source hides from being taken from the total", async () => {
    expect(await onlyCount({ A: 60, "A/1": ".", "A/2": 20, "A/3": 30 })).toEqual(["A/1", "A/2"]);
  });

  it("S-05 are changes since a year told, where this year's count is hidden", async () => {
    const change = indicatorOf("change", { links: { changeOf: "cases" } });
    const { told } = await discloseTables(
      [counted, change],
      [
        { code: "cases", period: "2023", figures: { "A/1": 9, "A/2": 40 } },
        { code: "cases", period: "2024", figures: { "A/1": 3, "A/2": 44 } },
        { code: "change", period: "2024", figures: { "A/1": -6, "A/2": 4 } },
      ],
    );
    expect(hiddenPlaces(told)).toEqual(["cases 2024 A/1", "change 2024 A/1"]);
  });

  it("are running totals from which a hidden year could be taken", async () => {
    const total = indicatorOf("since", { links: { runningTotalOf: "cases" } });
    const { told } = await discloseTables(
      [counted, total],
      [
        { code: "cases", period: "2022", figures: { "A/1": 9 } },
        { code: "cases", period: "2023", figures: { "A/1": 2 } },
        { code: "cases", period: "2024", figures: { "A/1": 8 } },
        { code: "since", period: "2022", figures: { "A/1": 9 } },
        { code: "since", period: "2023", figures: { "A/1": 11 } },
        { code: "since", period: "2024", figures: { "A/1": 19 } },
      ],
    );
    // 11 − 9 gives the 2 of 2023, and 19 − 8 the 11 again.
    expect(hiddenPlaces(told)).toEqual(["cases 2023 A/1", "since 2023 A/1", "since 2024 A/1"]);
  });

  it("S-06 are Quartiere from which a Stadtteil could be taken, whole or cut", async () => {
    const place = (path: string) => ({ level: areaOf(path).level, number: path });
    const within = (inner: string, outer: string, share = 1) => ({
      inner: place(inner),
      outer: place(outer),
      share,
    });
    const figures = { "A/1": 2, "A/2": 30, "A/3": 40, "~x": 32, "~y": 40 };
    const { told } = await discloseTables(
      [counted],
      [{ code: "cases", figures }],
      [within("A/1", "~x"), within("A/2", "~x"), within("A/3", "~y")],
    );
    expect(hiddenPlaces(told)).toEqual(["A/1", "A/2"]);
    const cut = await discloseTables(
      [counted],
      [{ code: "cases", figures: { "A/1": 2, "A/2": 0, "A/3": 40, "~x": 10, "~y": 32 } }],
      [within("A/1", "~x"), within("A/2", "~x"), within("A/3", "~x", 0.2), within("A/3", "~y", 0.8)],
    );
    // A/3 has pieces in both: the 40 less the 32 of ~y leaves 8 in ~x, and 10 − 8 gives A/1 its 2.
    expect(hiddenPlaces(cut.told)).not.toEqual(["A/1"]);
  });

  it("are figures of another indicator that tell the same count", async () => {
    const jobless = indicatorOf("jobless", { links: { counts: "unemployed" } });
    const plain = indicatorOf("plain-count", { links: { counts: "unemployed" }, suppression: undefined });
    const figures = { A: 60, "A/1": 3, "A/2": 20, "A/3": 37 };
    const { told } = await discloseTables(
      [jobless, plain],
      [
        { code: "jobless", figures },
        { code: "plain-count", figures },
      ],
    );
    expect(hiddenPlaces(told)).toEqual([
      "jobless 2024 A/1",
      "jobless 2024 A/2",
      "plain-count 2024 A/1",
      "plain-count 2024 A/2",
    ]);
  });

  it("are rates whose denominator is a hidden count of another indicator", async () => {
    const jobless = indicatorOf("jobless", { links: { counts: "unemployed" } });
    const long = indicatorOf("long", { kind: "rate", unit: "%", links: { outOf: "unemployed" } });
    const { told } = await discloseTables(
      [jobless, long],
      [
        { code: "jobless", figures: { A: 200, "A/1": 3, "A/2": 60, "A/3": 137 } },
        { code: "long", figures: { "A/2": [20, 60], "A/3": [50, 137] } },
      ],
    );
    expect(hiddenPlaces(told)).toEqual(["jobless 2024 A/1", "jobless 2024 A/2", "long 2024 A/2"]);
  });

  it("are never those another release told already: new ones are hidden in their place", async () => {
    const [district] = observationsOf([{ code: "cases", figures: { A: 32 } }]);
    const parts = observationsOf([{ code: "cases", figures: { "A/1": 2, "A/2": 30 } }]);
    const observations = [{ ...district!, isFixed: { isHidden: false } }, ...parts];
    const areas = ["A", "A/1", "A/2"].map(areaOf);
    const { told, reports } = await disclose({ indicators: [counted], observations, areas }, solver);
    expect(hiddenPlaces(told)).toEqual(["A/1", "A/2"]);
    expect(reports[0]!.unprotected).toBe(0);
  });
});

describe("what is told", () => {
  it("keeps figures and order, and has no number in what is hidden", async () => {
    const { told, finer } = await discloseTables(
      [share],
      [{ code: "share", figures: { A: [90, 600], "A/1": [3, 200], "A/2": [40, 200], "A/3": [47, 200] } }],
    );
    expect(told.map(({ areaNumber, value }) => [areaNumber, value])).toEqual([
      ["A", 15],
      ["A/1", null],
      ["A/2", null],
      ["A/3", 23.5],
    ]);
    expect(told[1]).toEqual({
      indicatorCode: "share",
      level: "subdistrict",
      areaNumber: "A/1",
      period: "2024",
      value: null,
      state: "SUPPRESSED",
    });
    expect(finer.map(({ areaNumber, value }) => [areaNumber, value])).toEqual([
      ["A/1", 1.5],
      ["A/2", 20],
    ]);
  });

  it("is the same in whatever order the figures come", async () => {
    const figures = { A: 60, B: 31, "*": 91, "A/1": 3, "A/2": 20, "A/3": 37, "B/1": 4, "B/2": 27 };
    const back = Object.fromEntries(Object.entries(figures).reverse());
    expect(await onlyCount(back)).toEqual(await onlyCount(figures));
  });

  it("is untouched where the indicator has no rule", async () => {
    const open = indicatorOf("cases", { suppression: undefined });
    const { told, finer, reports } = await discloseTables([open], [{ code: "cases", figures: { "A/1": 1 } }]);
    expect(told[0]!.value).toBe(1);
    expect([finer, reports]).toEqual([[], []]);
  });

  it("is rounded where the rule rounds: tables add up, and totals are the sums of what is told below", async () => {
    const rounding = { ...defaultSuppression, rounding: 5 };
    const { told, finer, reports } = await discloseTables(
      [indicatorOf("cases", { suppression: rounding })],
      [{ code: "cases", figures: { A: 24, "A/1": 2, "A/2": 8, "A/3": 14 } }],
    );
    expect(told.map(({ value }) => value)).toEqual([25, 0, 10, 15]);
    expect(finer.map(({ value }) => value)).toEqual([24, 2, 8, 14]);
    expect(reports[0]).toMatchObject({ method: "rounding", unprotected: 0 });
  });
});

describe("the report", () => {
  it("counts what is hidden by level and period and names the narrowest interval", async () => {
    const { reports } = await discloseTables(
      [counted],
      [{ code: "cases", figures: { A: 30, "A/1": 12, "A/2": 7, "A/3": 2, "A/4": 9 } }],
    );
    expect(reports).toEqual([
      {
        indicator: "cases",
        method: "suppression",
        rule: defaultSuppression,
        minDenominator: 0,
        tables: [
          { level: "district", period: "2024", cells: 1, told: 1, primary: 0, secondary: 0, withheld: 0 },
          { level: "subdistrict", period: "2024", cells: 4, told: 2, primary: 1, secondary: 1, withheld: 0 },
        ],
        parentMinusParts: { checked: 1, revealing: 0 },
        onlyParts: [],
        contradictions: 0,
        narrowest: { level: "subdistrict", area: "A/2", period: "2024", width: 9 },
        unprotected: 0,
      },
    ]);
  });

  it("says when parts are larger than their whole, and draws no sum from them", async () => {
    const all = indicatorOf("under-15", { links: { parts: ["under-6"] } });
    const { reports } = await discloseTables(
      [all, indicatorOf("under-6")],
      [
        { code: "under-15", figures: { "A/1": 20 } },
        { code: "under-6", figures: { "A/1": 22 } },
      ],
    );
    expect(reports[0]!.contradictions).toBe(1);
  });
});
