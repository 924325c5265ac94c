import type { DemoIndicator } from "../types.ts";
import { years } from "./population.ts";

const pandemicSchoolYear = 2020;

export interface Period {
  year: number;
  label: string;
}

/** Periods an indicator has figures for: a Stichtag, a year or a school year, as its reference day says. */
export function periodsOf({ code, cycle, referenceDay }: DemoIndicator): Period[] {
  const observed = years.filter((year) => {
    if (cycle === "alle fünf Jahre") return year === 2017 || year === 2022;
    if (cycle === "alle zwei Jahre") return [2019, 2021, 2023].includes(year);
    return true;
  });
  return observed.map((year) => {
    if (code === "noise-exposure" || referenceDay === "Kalenderjahr" || referenceDay === "Befragungsjahr") {
      return { year, label: String(year) };
    }
    if (referenceDay === "Schuljahresbeginn") {
      return { year, label: `${year}/${String((year + 1) % 100).padStart(2, "0")}` };
    }
    return { year, label: `${year}-12-31` };
  });
}

/** Figures nobody collected: the school-entry examination paused in the first year of the pandemic. */
export function wasNotCollected(code: string, year: number): boolean {
  return code === "school-entry-language-support" && year === pandemicSchoolYear;
}
