import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { classBreaks } from "#domain/classification/class-method.ts";
import { expectedDissimilarity } from "#domain/segregation/expected-dissimilarity.ts";
import { segregationIndices } from "#domain/segregation/segregation-indices.ts";
import { mannKendall } from "#domain/series/mann-kendall.ts";
import { theilSen } from "#domain/series/theil-sen.ts";
import { wilsonInterval } from "#domain/series/wilson-interval.ts";

interface Inputs {
  classes: { name: string; k: number; values: number[] }[];
  series: { name: string; values: number[] }[];
  shares: [number, number][];
  groups: { name: string; total: number[]; group: number[] }[];
}
interface Scipy {
  classes: ({ breaks: number[] } | null)[];
  series: { slope: number; intercept: number; tauB: number }[];
  shares: [number, number][];
  groups: { expected: number; standardError: number }[];
}

const stored = (file: string) => readFileSync(new URL(`reference/${file}`, import.meta.url), "utf8");
const inputs: Inputs = JSON.parse(stored("inputs.json"));
const scipy: Scipy = JSON.parse(stored("scipy.json"));

/** Rows of r.csv: "method","name","key",value. */
const rows = stored("r.csv")
  .trim()
  .split("\n")
  .slice(1)
  .map((line) => line.split(",").map((cell) => cell.replaceAll('"', "")));

function ofR(method: string, name: string, key: string): number {
  const row = rows.find(([m, n, k]) => m === method && n === name && k === key);
  if (!row) throw new Error(`R told nothing of ${method}, ${name}, ${key}`);
  return Number(row[3]);
}

describe("values of independent programs (reference/make.sh)", () => {
  it("natural breaks are those of R's Fisher–Jenks and of trying every partition", () => {
    for (const [index, { name, k, values }] of inputs.classes.entries()) {
      const breaks = classBreaks(values, { method: "natural-breaks", classes: k });
      expect(breaks, name).toEqual(breaks.map((_, key) => ofR("natural-breaks", name, String(key + 1))));
      expect(breaks).toHaveLength(k - 1);
      const tried = scipy.classes[index];
      if (tried) expect(breaks, name).toEqual(tried.breaks);
    }
  });

  it("Theil–Sen slopes and intercepts are SciPy's, slopes also R's", () => {
    for (const [index, { name, values }] of inputs.series.entries()) {
      const line = theilSen(values.map((value, at) => ({ at, value })))!;
      expect(line.slope, name).toBeCloseTo(scipy.series[index]!.slope, 10);
      expect(line.intercept, name).toBeCloseTo(scipy.series[index]!.intercept, 10);
      expect(line.slope, name).toBeCloseTo(ofR("theil-sen", name, "slope"), 10);
    }
  });

  it("Mann–Kendall z and p are those of R's test with ties and continuity correction, tau-b also SciPy's", () => {
    for (const [index, { name, values }] of inputs.series.entries()) {
      const test = mannKendall(values);
      expect(test.tauB, name).toBeCloseTo(scipy.series[index]!.tauB, 10);
      expect(test.tauB, name).toBeCloseTo(ofR("mann-kendall", name, "tauB"), 10);
      expect(test.z, name).toBeCloseTo(ofR("mann-kendall", name, "z"), 10);
      expect(test.p, name).toBeCloseTo(ofR("mann-kendall", name, "p"), 6);
    }
  });

  it("Wilson intervals are those of statsmodels and of R's prop.test", () => {
    for (const [index, [numerator, denominator]] of inputs.shares.entries()) {
      const { low, high } = wilsonInterval(numerator, denominator)!;
      const [lowest, highest] = scipy.shares[index]!;
      const name = `${numerator}/${denominator}`;
      expect(low, name).toBeCloseTo(lowest, 10);
      expect(high, name).toBeCloseTo(highest, 10);
      expect(low, name).toBeCloseTo(ofR("wilson", name, "low"), 10);
      expect(high, name).toBeCloseTo(ofR("wilson", name, "high"), 10);
    }
  });

  it("dissimilarity is R's, and what chance makes of it NumPy's within five standard errors", () => {
    for (const [index, { name, ...counts }] of inputs.groups.entries()) {
      expect(segregationIndices(counts)!.dissimilarity, name).toBeCloseTo(
        ofR("dissimilarity", name, "D"),
        10,
      );
      const runs = 1000;
      const { expected } = expectedDissimilarity(counts, { runs, seed: 1 })!;
      const reference = scipy.groups[index]!;
      // NumPy drew four times as often: its standard error is half of that of these runs.
      const error = Math.hypot(reference.standardError, 2 * reference.standardError);
      expect(Math.abs(expected - reference.expected), name).toBeLessThan(5 * error);
    }
  });
});
