import { normal, randomFor } from "../random.ts";
import type { DemoArea } from "../types.ts";
import type { Latent } from "./latent.ts";

/** Years of every series. */
export const years: readonly number[] = [2015, 2016, 2017, 2018, 2019, 2020, 2021, 2022, 2023, 2024];

/** Year in which the residents are those of the area table. */
const tableYear = 2022;

/** Whole-number counts of an area on 31 December of a year. Age groups add up to `residents`. */
export interface Counts {
  residents: number;
  under3: number;
  age3to5: number;
  age6to14: number;
  age15to24: number;
  age25to64: number;
  age65to79: number;
  age80plus: number;
  households: number;
  dwellings: number;
  familyHouseholds: number;
}
export type CountKey = keyof Counts;

// Residents of the city relative to 2022, invented but of the right order.
const cityTrend: Readonly<Record<number, number>> = {
  2015: 0.978,
  2016: 0.985,
  2017: 0.991,
  2018: 0.996,
  2019: 0.998,
  2020: 0.993,
  2021: 0.989,
  2022: 1,
  2023: 1.004,
  2024: 1.006,
};

// Shares of the age groups in the city (0–14 and 65+ near the published 13 % and 18 % of 2022), the pull of the
// latent traits on them, and their change per year; all but the city shares invented.
const ageGroups = {
  under3: { share: 0.0265, age: -0.13, burden: 0.05, perYear: -0.012 },
  age3to5: { share: 0.0265, age: -0.1, burden: 0.06, perYear: 0.004 },
  age6to14: { share: 0.079, age: -0.04, burden: 0.07, perYear: 0.007 },
  age15to24: { share: 0.106, age: -0.08, burden: 0.06, perYear: -0.006 },
  age25to64: { share: 0.58, age: -0.03, burden: 0, perYear: -0.001 },
  age65to79: { share: 0.122, age: 0.16, burden: -0.04, perYear: 0.001 },
  age80plus: { share: 0.06, age: 0.22, burden: -0.05, perYear: 0.018 },
} as const;
type AgeGroup = keyof typeof ageGroups;
const groupNames = Object.keys(ageGroups) as AgeGroup[];

/** Splits a whole number by weights so that the parts are whole and add up (largest remainder). */
export function apportioned(total: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((all, weight) => all + weight, 0);
  if (sum === 0) return weights.map((_, k) => (k === 0 ? total : 0));
  const exact = weights.map((weight) => (total * weight) / sum);
  const parts = exact.map(Math.floor);
  const left = total - parts.reduce((all, part) => all + part, 0);
  const byRemainder = exact
    .map((value, index) => ({ index, remainder: value - Math.floor(value) }))
    .sort((a, b) => b.remainder - a.remainder || a.index - b.index);
  for (let k = 0; k < left; k++) parts[byRemainder[k]!.index]!++;
  return parts;
}

/** Counts of one subdistrict for every year of `years`. */
export function populationOf(area: DemoArea, latent: Latent, seed: number): Counts[] {
  const random = randomFor(seed, "population", area.number);
  const growthPerYear = 0.004 * normal(random);
  const lean = Object.fromEntries(groupNames.map((name) => [name, 0.05 * normal(random)]));
  const householdSize = Math.exp(0.61 - 0.06 * latent.density + 0.03 * latent.burden + 0.03 * normal(random));
  return years.map((year) => {
    const since = year - tableYear;
    const jitter = since === 0 ? 0 : 0.002 * normal(random);
    const residents = Math.round(
      area.residents * cityTrend[year]! * Math.exp(growthPerYear * since + jitter),
    );
    const parts = apportioned(
      residents,
      groupNames.map((name) => {
        const group = ageGroups[name];
        const pull = group.age * latent.age + group.burden * latent.burden + lean[name]!;
        return group.share * Math.exp(pull + group.perYear * since + 0.015 * normal(random));
      }),
    );
    const byGroup = Object.fromEntries(groupNames.map((name, k) => [name, parts[k]!])) as Record<
      AgeGroup,
      number
    >;
    const households = Math.round((residents / householdSize) * (1 + 0.001 * since));
    const children = byGroup.under3 + byGroup.age3to5 + byGroup.age6to14;
    return {
      residents,
      ...byGroup,
      households,
      dwellings: Math.round(households * 1.03),
      familyHouseholds: Math.min(households, Math.round(children / 1.55)),
    };
  });
}
