import { normal, type Random } from "../random.ts";
import type { DemoArea } from "../types.ts";
import type { Latent, LatentTrait } from "./latent.ts";
import { type Counts, years } from "./population.ts";

/** Everything a model may look at for one subdistrict and one year. */
export interface Situation {
  area: DemoArea;
  counts: Counts;
  latent: Latent;
  year: number;
}

/** A share that follows the latent traits on the logit scale, with trend, shocks of single years and noise. */
export interface RateModel {
  kind: "rate";
  /** Whole-number base, or the code of an indicator whose numerator is the base. */
  base: ((counts: Counts) => number) | string;
  /** Share of the city, 0–1, in 2022. */
  mean: number;
  pull: Partial<Record<LatentTrait, number>>;
  perYear?: number;
  /** Added on the logit scale in single years. */
  shocks?: Readonly<Record<number, number>>;
  /** Spread of the area's own lasting deviation on the logit scale. */
  own?: number;
}

/** Numerator and denominator straight from the counts. */
export interface CountModel {
  kind: "counts";
  numerator: (counts: Counts) => number;
  denominator?: (counts: Counts) => number;
}

/** A mean per area; larger areas take the mean weighted by `weight`. */
export interface MeanModel {
  kind: "mean";
  weight: (situation: Situation) => number;
  value: (situation: Situation) => number;
  /** Spread of the area's lasting deviation and of the yearly one, in units of the value. */
  own: number;
  yearly: number;
}

export type Model = RateModel | CountModel | MeanModel;

const under6 = (c: Counts) => c.under3 + c.age3to5;
export const under15 = (c: Counts) => under6(c) + c.age6to14;
const from65 = (c: Counts) => c.age65to79 + c.age80plus;
const from15to64 = (c: Counts) => c.age15to24 + c.age25to64;
const classFour = (c: Counts) => Math.round((c.age6to14 / 9) * 0.96);
const examined = (c: Counts) => Math.round((c.age3to5 / 3) * 0.97);

// Pandemic, the reform of 2023 and the arrival of refugees from Ukraine, as any city saw them.
const unemploymentShocks = { 2020: 0.22, 2021: 0.16, 2023: 0.06, 2024: 0.12 };
const supportShocks = { 2020: 0.06, 2021: 0.04, 2022: 0.12, 2023: 0.16, 2024: 0.18 };

const share = (group: keyof Counts): CountModel => ({
  kind: "counts",
  numerator: (c) => c[group],
  denominator: (c) => c.residents,
});

const ground = ({ area }: Situation) => area.areaHa;
const people = ({ counts }: Situation) => counts.residents;
const since2022 = (year: number) => year - 2022;
const within = (value: number, low: number, high: number) => Math.max(low, Math.min(high, value));

/** Share of the ground that is built over, per cent: dense and unwooded areas most. */
function sealedPercent({ latent, year }: Situation): number {
  const open = 1 - latent.woodShare;
  return within(open * (44 + 13 * latent.density) + 0.18 * since2022(year), 6, 86);
}

/** How the figures of each indicator arise. Those missing here are made in `figures.ts` from records or other figures. */
export const models: Readonly<Record<string, Model>> = {
  residents: { kind: "counts", numerator: (c) => c.residents },
  "share-under-3": share("under3"),
  "share-3-to-5": share("age3to5"),
  "share-6-to-14": share("age6to14"),
  "share-15-to-24": share("age15to24"),
  "share-65-plus": { kind: "counts", numerator: from65, denominator: (c) => c.residents },
  "share-80-plus": share("age80plus"),
  "youth-ratio": { kind: "counts", numerator: under15, denominator: from15to64 },
  "old-age-ratio": { kind: "counts", numerator: from65, denominator: from15to64 },
  "single-person-households": {
    kind: "rate",
    base: (c) => c.households,
    mean: 0.49,
    pull: { density: 0.2, age: -0.04 },
    perYear: 0.006,
    own: 0.12,
  },
  "lone-parent-households": {
    kind: "rate",
    base: (c) => c.familyHouseholds,
    mean: 0.19,
    pull: { burden: 0.16, density: 0.06 },
    own: 0.14,
  },
  "migration-background": {
    kind: "rate",
    base: (c) => c.residents,
    mean: 0.46,
    pull: { burden: 0.38, age: -0.1, density: 0.05 },
    perYear: 0.018,
    own: 0.12,
  },
  "duration-of-residence": {
    kind: "mean",
    weight: people,
    value: ({ latent, year }) => 10.4 + 1.7 * latent.age - 1.1 * latent.density + 0.06 * since2022(year),
    own: 0.7,
    yearly: 0.1,
  },
  "in-migration": {
    kind: "rate",
    base: (c) => c.residents,
    mean: 0.112,
    pull: { density: 0.16, age: -0.14 },
    perYear: -0.004,
    shocks: { 2015: 0.14, 2020: -0.16, 2021: -0.1, 2022: 0.22 },
    own: 0.14,
  },
  "out-migration": {
    kind: "rate",
    base: (c) => c.residents,
    mean: 0.109,
    pull: { density: 0.17, age: -0.15 },
    shocks: { 2020: -0.05, 2021: 0.02, 2023: 0.05 },
    own: 0.13,
  },
  "basic-income-support": {
    kind: "rate",
    base: (c) => c.residents - from65(c),
    mean: 0.077,
    pull: { burden: 0.5, density: 0.06 },
    perYear: -0.012,
    shocks: supportShocks,
    own: 0.14,
  },
  "children-under-6-basic-security": {
    kind: "rate",
    base: under6,
    mean: 0.113,
    pull: { burden: 0.56, density: 0.05 },
    perYear: -0.018,
    shocks: supportShocks,
    own: 0.2,
  },
  "children-under-15-basic-security": {
    kind: "rate",
    base: under15,
    mean: 0.119,
    pull: { burden: 0.54, density: 0.05 },
    perYear: -0.015,
    shocks: supportShocks,
    own: 0.16,
  },
  "basic-security-in-old-age": {
    kind: "rate",
    base: from65,
    mean: 0.056,
    pull: { burden: 0.42, density: 0.14 },
    perYear: 0.024,
    own: 0.18,
  },
  unemployment: {
    kind: "rate",
    base: from15to64,
    mean: 0.041,
    pull: { burden: 0.34, density: 0.05 },
    perYear: -0.02,
    shocks: unemploymentShocks,
    own: 0.12,
  },
  "long-term-unemployment": {
    kind: "rate",
    base: "unemployment",
    mean: 0.36,
    pull: { burden: 0.14, age: 0.08 },
    shocks: { 2020: -0.1, 2021: 0.2, 2022: 0.16 },
    own: 0.12,
  },
  "youth-unemployment": {
    kind: "rate",
    base: (c) => c.age15to24,
    mean: 0.023,
    pull: { burden: 0.34 },
    perYear: -0.02,
    shocks: unemploymentShocks,
    own: 0.16,
  },
  "housing-benefit": {
    kind: "rate",
    base: (c) => c.households,
    mean: 0.013,
    pull: { burden: 0.36, age: 0.06 },
    perYear: -0.02,
    shocks: { 2023: 0.42, 2024: 0.56 },
    own: 0.16,
  },
  bonuscard: {
    kind: "rate",
    base: (c) => c.residents,
    mean: 0.102,
    pull: { burden: 0.44, density: 0.04 },
    shocks: { 2022: 0.06, 2023: 0.12, 2024: 0.14 },
    own: 0.12,
  },
  "transition-to-gymnasium": {
    kind: "rate",
    base: classFour,
    mean: 0.56,
    pull: { burden: -0.56, age: 0.05 },
    perYear: 0.01,
    own: 0.2,
  },
  "all-day-primary": {
    kind: "rate",
    base: (c) => Math.round((c.age6to14 / 9) * 4),
    mean: 0.58,
    pull: { burden: 0.12, density: 0.18 },
    perYear: 0.07,
    own: 0.32,
  },
  "school-entry-language-support": {
    kind: "rate",
    base: examined,
    mean: 0.24,
    pull: { burden: 0.42, age: -0.05 },
    perYear: 0.016,
    shocks: { 2021: 0.1, 2022: 0.12 },
    own: 0.16,
  },
  "gp-within-reach": {
    kind: "rate",
    base: (c) => c.residents,
    mean: 0.78,
    pull: { density: 1.0, age: 0.1 },
    perYear: -0.025,
    own: 0.7,
  },
  "living-space-per-head": {
    kind: "mean",
    weight: people,
    value: ({ latent, year }) =>
      38.6 + 1.5 * latent.age - 2.7 * latent.burden - 1.2 * latent.density + 0.09 * since2022(year),
    own: 1.1,
    yearly: 0.12,
  },
  "social-housing": {
    kind: "rate",
    base: (c) => c.dwellings,
    mean: 0.043,
    pull: { burden: 0.7 },
    perYear: -0.018,
    own: 0.7,
  },
  "asking-rent": {
    kind: "mean",
    weight: people,
    value: ({ latent, year }) =>
      (15.1 - 0.7 * latent.burden + 0.55 * latent.density) * Math.exp(0.031 * since2022(year)),
    own: 0.5,
    yearly: 0.18,
  },
  "sealed-area": {
    kind: "mean",
    weight: ground,
    value: (s) => sealedPercent(s) / 100,
    own: 0.02,
    yearly: 0.0006,
  },
  "surface-temperature-deviation": {
    kind: "mean",
    weight: ground,
    value: (situation) =>
      within(0.075 * (sealedPercent(situation) - 31) - 2.2 * situation.latent.woodShare, -5, 4.5),
    own: 0.4,
    yearly: 0.12,
  },
  "green-share": {
    kind: "mean",
    weight: ground,
    value: (situation) => within(90 - 0.95 * sealedPercent(situation), 10, 94) / 100,
    own: 0.02,
    yearly: 0.0015,
  },
  "noise-exposure": {
    kind: "rate",
    base: (c) => c.residents,
    mean: 0.21,
    pull: { density: 0.42, burden: 0.16 },
    perYear: -0.02,
    own: 0.4,
  },
};

export interface Lasting {
  /** The area's own lasting deviation and its yearly drift, both standard normal. */
  deviation: number;
  drift: number;
}

/** Whole numerator of a rate for a base of whole people, by the model and a share of binomial noise. */
export function rateNumerator(
  model: RateModel,
  base: number,
  { latent, year }: Situation,
  lasting: Lasting,
  random: Random,
): number {
  const pull = (["burden", "age", "density"] as const).reduce(
    (sum, trait) => sum + (model.pull[trait] ?? 0) * latent[trait],
    0,
  );
  const since = since2022(year);
  const logit =
    Math.log(model.mean / (1 - model.mean)) +
    pull +
    (model.perYear ?? 0) * since +
    (model.shocks?.[year] ?? 0) +
    (model.own ?? 0.1) * lasting.deviation +
    0.012 * lasting.drift * since;
  const probability = 1 / (1 + Math.exp(-logit));
  const noise = 0.7 * Math.sqrt(base * probability * (1 - probability)) * normal(random);
  return Math.round(within(base * probability + noise, 0, base));
}

/** Index of a year in series that follow `years`. */
export function yearIndex(year: number): number {
  return years.indexOf(year);
}
