import { expect, it } from "vitest";
import type { IndexComponent } from "#domain/priority-index/index-definition.ts";
import { comparableYears, usualYearsOf } from "../../../web/monitoring/comparable-years.ts";
import { anIndicator } from "../builders.ts";

const component = (indicatorCode: string, weight = 1): IndexComponent => ({
  ...{ indicatorCode, weight, direction: "HIGH_IS_BURDEN", transform: "Z" },
});
const periods = ["2020", "2021", "2022", "2023", "2024"];
const whole = anIndicator({ code: "whole", periods });
const broken = anIndicator({
  ...{ code: "broken", periods },
  breaks: [{ date: "2023-01-01", text: { de: "neues Recht", en: "new law" } }],
});

it("a break of method leaves a component out of every longer time, and the time ends where nothing reaches", () => {
  const reach = comparableYears([component("whole"), component("broken")], [whole, broken], null);
  expect(reach.map(({ count }) => count)).toEqual([2, 1, 1, 1]);
  expect(reach.map(({ weightShare }) => weightShare)).toEqual([1, 0.5, 0.5, 0.5]);
});

it("three years are usual, and fewer where less than four fifths of the weight can be compared", () => {
  expect(
    usualYearsOf(comparableYears([component("whole", 4), component("broken")], [whole, broken], null)),
  ).toBe(3);
  expect(
    usualYearsOf(comparableYears([component("whole"), component("broken")], [whole, broken], null)),
  ).toBe(1);
  expect(usualYearsOf([])).toBe(1);
});
