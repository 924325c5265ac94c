import { z } from "zod";
import { agesSchema } from "../demand/target-group.ts";
import { capacityUnits, facilityTypeCodes } from "../facility/facility-types.ts";
import { profileCodes } from "../network/profile.ts";
import { textSchema } from "../text/text.ts";

/** How sure a figure is, and whether the city may use it as it stands (MODEL §5, METHODS). */
export const sourceStatuses = {
  SEEN: { de: "in Quelle gesehen", en: "seen in the source" },
  FROM_MEMORY: { de: "aus dem Gedächtnis, zu prüfen", en: "from memory, to be checked" },
  DECIDED: { de: "beschlossen", en: "decided" },
  DEMO: { de: "Demo-Wert", en: "demo value" },
} as const;

/**
 * What the city wants for one kind of facility: whom it is for, how near, how much. Every figure is a
 * parameter of a dated set with its source; null means that nothing was agreed.
 */
export const standardSchema = z.strictObject({
  /** Names the kind in addresses and questions, such as "KITA". */
  kind: z.string().regex(/^[A-Z0-9_]{1,40}$/),
  name: textSchema,
  /** Types that serve this kind. */
  facilityTypes: z.array(z.enum(facilityTypeCodes)).min(1).max(20),
  /** Whom it is for, in words and in ages. */
  targetGroup: textSchema,
  ages: agesSchema,
  profile: z.enum(profileCodes),
  /** Longest way that still meets the standard. */
  maxWayM: z.number().int().min(50).max(20_000).nullable(),
  unit: z.enum(Object.keys(capacityUnits) as [keyof typeof capacityUnits]),
  /** Capacity wanted per person of the target group (targetValue). */
  capacityPerPerson: z.number().positive().max(1000).nullable(),
  /** Smallest amount worth building: one group, one class (METHODS §3). */
  sensibleUnit: z.number().positive().nullable(),
  /** Outdoor area wanted per unit of capacity, in m². */
  outdoorM2PerUnit: z.number().nonnegative().nullable(),
  /** Usual sizes to choose from when sketching. */
  sizes: z
    .array(
      z.strictObject({
        name: textSchema,
        uses: z
          .array(z.strictObject({ category: z.string().max(40), amount: z.number().positive() }))
          .min(1)
          .max(5),
      }),
    )
    .max(10)
    .default([]),
  source: z.string().min(1).max(500),
  sourceStatus: z.enum(Object.keys(sourceStatuses) as [keyof typeof sourceStatuses]),
});
export type Standard = z.infer<typeof standardSchema>;

/** Two kinds that go well, or badly, under one roof (METHODS §8.1, Synergy). */
export const combinationSchema = z.strictObject({
  kinds: z.tuple([z.string().max(40), z.string().max(40)]),
  /** Floor area both can share, in m²; null where nobody estimated it. */
  sharedM2: z.number().nonnegative().nullable(),
  /** What may stand in the way, such as noise or opening hours. */
  conflict: textSchema.nullable(),
});
export type Combination = z.infer<typeof combinationSchema>;

/** The rules of METHODS §3, whose thresholds are the city's to set. */
export const ruleSchema = z.strictObject({
  /** A gap needs accessibility below this share of the target. */
  gapShareOfTarget: z.number().positive().max(1),
  /** A double structure needs more than this share of residents in both catchments. */
  duplicateOverlap: z.number().positive().max(1),
  /** … and utilisation below this in both. */
  duplicateUtilisation: z.number().positive().max(1),
  /** How near combinable facilities are looked for. */
  synergyWayM: z.number().int().positive().max(5000),
});
export type PlanningRules = z.infer<typeof ruleSchema>;
