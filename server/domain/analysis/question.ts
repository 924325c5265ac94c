import { z } from "zod";
import { areaLevelSchema } from "../area/area.ts";
import { profileCodes } from "../network/profile.ts";
import { supplyLayers } from "../site/site-fields.ts";

/**
 * What is asked about: one kind of facility, the supply layers that count, and how ways are measured. Left out,
 * profile and longest way are those of the kind's standard; a figure that differs from the standard is named.
 */
export const questionSchema = z.strictObject({
  /** Scenario id; "bestand" is the present. */
  scenario: z.string().min(1).max(60).default("bestand"),
  /** Kind of a standard, such as "KITA". */
  kind: z.string().max(40),
  /** Layers whose places count. */
  layers: z
    .array(z.enum(Object.keys(supplyLayers) as [keyof typeof supplyLayers]))
    .min(1)
    .default(["BESTAND", "BESCHLOSSEN"]),
  /** Areas the figures are told for. */
  level: areaLevelSchema.default("subdistrict"),
  profile: z.enum(profileCodes).optional(),
  /** Longest way: metres, or minutes at the profile's speed. */
  limit: z
    .discriminatedUnion("measure", [
      z.strictObject({ measure: z.literal("metres"), metres: z.number().int().min(50).max(20_000) }),
      z.strictObject({ measure: z.literal("minutes"), minutes: z.number().min(1).max(120) }),
    ])
    .optional(),
});
export type Question = z.infer<typeof questionSchema>;

/** What may be built on: land in public hand or secured, or every inhabited cell. */
export const landChoices = {
  SECURED: { de: "gesicherte Flächen", en: "secured land" },
  CITY_OWNED: { de: "städtische Flächen", en: "city-owned land" },
  PUBLIC_NEEDS: { de: "Gemeinbedarfsflächen", en: "public-needs sites" },
  ANY: { de: "überall, wo Menschen wohnen", en: "anywhere people live" },
} as const;
export type LandChoice = keyof typeof landChoices;

/** What a suggestion is to achieve (METHODS §8). */
export const objectives = {
  /** MCLP: cover most people with a number of sites. */
  COVER_MOST: { de: "möglichst viele erreichen", en: "reach as many as possible" },
  /** p-median: shortest ways on average. */
  SHORTEST_WAYS: { de: "kurze Wege im Mittel", en: "short ways on average" },
  /** p-center: shortest longest way. */
  SHORTEST_LONGEST_WAY: { de: "kürzester längster Weg", en: "shortest longest way" },
  /** LSCP: fewest sites that cover everybody, or the share asked for. */
  FEWEST_SITES: { de: "so wenige Standorte wie nötig", en: "as few sites as needed" },
  /** Capacitated p-median: short ways within the places there are. */
  SHORTEST_WAYS_WITH_PLACES: { de: "kurze Wege bei begrenzten Plätzen", en: "short ways within places" },
} as const;
export type Objective = keyof typeof objectives;

export const suggestionRequestSchema = z.strictObject({
  question: questionSchema,
  objective: z.enum(Object.keys(objectives) as [Objective]),
  /** How many sites; for FEWEST_SITES left out. */
  count: z.number().int().min(1).max(50).optional(),
  /** FEWEST_SITES: share of people to cover, 0 to 1; 1 is everybody who can be covered. */
  coverageTarget: z.number().positive().max(1).optional(),
  land: z.enum(Object.keys(landChoices) as [LandChoice]),
  /** Places of each new site, for SHORTEST_WAYS_WITH_PLACES. */
  capacity: z.number().positive().max(5000).optional(),
  /** 0 counts all people alike; 1 counts people where most is missing twice. Printed with the result. */
  equityWeight: z.number().min(0).max(1).default(0),
  /** Longest time to search for a proof, in seconds. */
  seconds: z.number().min(1).max(120).default(30),
  /** Place asked about with "why not": solved again with it open. */
  whyNot: z.tuple([z.number(), z.number()]).optional(),
});
export type SuggestionRequest = z.infer<typeof suggestionRequestSchema>;
