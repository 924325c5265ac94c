import { z } from "zod";
import { visibilitySchema } from "../access/visibility.ts";
import { areaLevelSchema } from "../area/area.ts";
import { assessmentEvidence, assessmentTopics } from "../assessment/expert-assessment.ts";
import { facilityFamilies } from "../facility/facility-families.ts";
import { capacityUnits, facilityTypeCodes } from "../facility/facility-types.ts";
import { indicatorDirections, indicatorThemes } from "../indicator/indicator.ts";
import { periodSchema, valueStateSchema } from "../indicator/observation.ts";
import { textSchema } from "../text/text.ts";

const keysOf = <T extends object>(of: T) => z.enum(Object.keys(of) as [keyof T & string]);

/** Where figures come from and of which day they are; entries refer to it by its place in the list. */
const profileSourceSchema = z.object({
  source: z.string(),
  licence: z.string(),
  /** Stichtag or period, as the source says it. */
  referenceDate: z.string(),
});
const sourceIndex = z.number().int();

const cellSchema = z.object({
  value: z.number().nullable(),
  state: valueStateSchema,
  /** Place among the classes of the level, from 0 for the lowest; null without a value. */
  class: z.number().int().nullable(),
  /** Value minus the city's, in the unit of the indicator; null where one of both is not told. */
  difference: z.number().nullable(),
});
export type ProfileCell = z.infer<typeof cellSchema>;

const scaleSchema = z.object({
  breaks: z.array(z.number()).readonly(),
  colours: z.array(z.string()).readonly(),
});

const profileIndicatorSchema = z.object({
  code: z.string(),
  name: textSchema,
  shortName: textSchema.optional(),
  theme: z.enum(indicatorThemes),
  unit: z.string(),
  decimals: z.number().int(),
  direction: z.enum(indicatorDirections),
  period: periodSchema,
  source: sourceIndex,
  district: cellSchema,
  city: z.object({ value: z.number().nullable(), state: valueStateSchema }),
  /** Classes of the smaller areas; null where the indicator has no figures on their level. */
  scale: scaleSchema.nullable(),
  /** Classes among all Stadtbezirke. */
  districtScale: scaleSchema,
});
export type ProfileIndicator = z.infer<typeof profileIndicatorSchema>;

/** Why no smaller areas stand in the monitoring. */
export const missingAreas = ["SINGLE_SUBDISTRICT", "NO_SMALLER_AREAS"] as const;

const supplyAmountSchema = z.object({
  count: z.number().int(),
  /** Offered places, in the unit of the facility type; null where none is known. */
  capacity: z.number().nullable(),
  /** How many of them say no capacity. */
  withoutCapacity: z.number().int(),
});
export type SupplyAmount = z.infer<typeof supplyAmountSchema>;

/** Layers a profile counts: what stands, what is decided, what is planned; ideas are none of them. */
export const profileLayers = ["BESTAND", "BESCHLOSSEN", "GEPLANT"] as const;
export type ProfileLayer = (typeof profileLayers)[number];

const placeSchema = z.object({
  id: z.string(),
  type: z.string(),
  title: z.string(),
  state: textSchema,
  source: sourceIndex,
});

const statementSchema = z.object({
  id: z.string(),
  areaLevel: areaLevelSchema,
  areaNumber: z.string(),
  topic: keysOf(assessmentTopics),
  statement: z.string(),
  rating: z.number().int().nullable(),
  evidence: keysOf(assessmentEvidence),
  confirmsIndicators: z.array(z.string()),
  contradictsIndicators: z.array(z.string()),
  office: z.string(),
  date: z.string(),
});
export type ProfileStatement = z.infer<typeof statementSchema>;

/** Bezirksprofil: what a Stadtbezirk's page and its two printed pages say, for one audience. */
export const districtProfileSchema = z.object({
  number: z.string(),
  name: z.string(),
  level: z.object({ singular: textSchema, plural: textSchema }),
  areaHa: z.number(),
  bounds: z.tuple([z.number(), z.number(), z.number(), z.number()]).nullable(),
  isDemo: z.boolean(),
  /** The highest level of what may stand in it. */
  visibility: visibilitySchema,
  /** Day it was made. */
  madeOn: z.iso.date(),
  sources: z.array(profileSourceSchema),
  residents: z.object({
    value: z.number().nullable(),
    state: valueStateSchema,
    /** 0 to 1, of the residents of the city. */
    shareOfCity: z.number().nullable(),
    source: sourceIndex,
  }),
  ages: z.array(profileIndicatorSchema),
  monitoring: z.object({
    indicators: z.array(profileIndicatorSchema),
    /** Level of `areas`; null where there are none to show. */
    level: areaLevelSchema.nullable(),
    levelNames: z.object({ singular: textSchema, plural: textSchema }).nullable(),
    missing: z.enum(missingAreas).nullable(),
    areas: z.array(
      z.object({
        number: z.string(),
        name: z.string().nullable(),
        residents: z.number().nullable(),
        /** In the order of `indicators`. */
        cells: z.array(cellSchema),
      }),
    ),
  }),
  supply: z.object({
    rows: z.array(
      z.object({
        type: z.enum(facilityTypeCodes),
        name: textSchema,
        family: keysOf(facilityFamilies),
        unit: keysOf(capacityUnits),
        layers: z.record(z.enum(profileLayers), supplyAmountSchema),
      }),
    ),
    source: sourceIndex,
  }),
  renewal: z.array(placeSchema.extend({ isEarlier: z.boolean(), edition: z.string().nullable() })),
  projects: z.array(
    placeSchema.extend({
      kind: textSchema,
      start: z.string().nullable(),
      plannedEnd: z.string().nullable(),
      provider: z.string().nullable(),
    }),
  ),
  sites: z.array(
    placeSchema.extend({
      typeName: textSchema,
      uses: z.array(z.object({ name: textSchema, unit: keysOf(capacityUnits), amount: z.number() })),
      openingYear: z.number().nullable(),
    }),
  ),
  /** Null for who reads no statements of this district. */
  statements: z.array(statementSchema).nullable(),
});
export type DistrictProfile = z.infer<typeof districtProfileSchema>;
export type ProfileSource = z.infer<typeof profileSourceSchema>;

/** How far a run over all Stadtbezirke is. */
const bookProgressSchema = z.object({ done: z.number().int(), total: z.number().int() });
export type BookProgress = z.infer<typeof bookProgressSchema>;
export const bookProgressAnswerSchema = z.object({ running: bookProgressSchema.nullable() });
