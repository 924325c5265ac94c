import { z } from "zod";
import { capacityUnits } from "../facility/facility-types.ts";
import { standardSchema } from "../parameter-set/standard.ts";
import { defineRecordType } from "../record/record-type.ts";
import { constraintSchema, plannedUseSchema, supplyLayers } from "../site/site-fields.ts";

const position = z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)]);

/** A site as sketched on the map; in a scenario it counts as supply in its layer. */
export const sketchedSiteSchema = z.strictObject({
  /** Random; stays the same while the site is moved, and differs for a clone. */
  id: z.string().min(1).max(60),
  name: z.string().trim().min(1).max(200),
  /** Kind of the standard it is to serve. */
  kind: z.string().max(40),
  /** Longitude and latitude, WGS 84. */
  position,
  /** Ring of the plot, longitude and latitude, closed; null for a bare point. */
  plot: z.array(position).min(4).max(500).nullable(),
  uses: z.array(plannedUseSchema).min(1).max(20),
  openingYear: z.number().int().min(2000).max(2100).nullable(),
  layer: z.enum(Object.keys(supplyLayers) as [keyof typeof supplyLayers]),
  constraints: z.array(constraintSchema).max(20),
  /** Record it was picked from or saved as: a Gemeinbedarfsfläche, a planned site, a Standortskizze. */
  record: z.strictObject({ type: z.string().max(60), id: z.string().max(60) }).nullable(),
  note: z.string().max(10_000),
});
export type SketchedSite = z.infer<typeof sketchedSiteSchema>;

/** One change over the present. */
export const scenarioChangeSchema = z.discriminatedUnion("change", [
  z.strictObject({ change: z.literal("add-site"), site: sketchedSiteSchema }),
  z.strictObject({
    change: z.literal("close"),
    recordType: z.string().max(60),
    recordId: z.string().max(60),
  }),
  z.strictObject({
    change: z.literal("resize"),
    recordType: z.string().max(60),
    recordId: z.string().max(60),
    capacity: z
      .array(
        z.strictObject({
          unit: z.enum(Object.keys(capacityUnits) as [keyof typeof capacityUnits]),
          category: z.string().max(40),
          amount: z.number().nonnegative(),
        }),
      )
      .max(20),
  }),
]);
export type ScenarioChange = z.infer<typeof scenarioChangeSchema>;

export const scenarioSchema = z.strictObject({
  name: z.string().trim().min(1).max(120),
  description: z.string().max(5000).optional(),
  referenceYear: z.number().int().min(2000).max(2100).optional(),
  /** Kennwertsatz it counts with; left out: the one in force. */
  parameterSetId: z.string().max(60).optional(),
  /** Standards this scenario sets otherwise, one per kind. */
  standards: z.array(standardSchema).max(60).default([]),
  changes: z.array(scenarioChangeSchema).max(500).default([]),
});
export type Scenario = z.infer<typeof scenarioSchema>;

/**
 * Szenario: a named set of changes over the present (DESIGN §3.5), kept by the record mechanism but served under
 * `/api/scenarios`, where reading also asks for every record the changes name: it is as restricted as its most
 * restricted part.
 */
export const scenario = defineRecordType({
  type: "scenarios",
  names: {
    singular: { de: "Szenario", en: "Scenario" },
    plural: { de: "Szenarien", en: "Scenarios" },
  },
  schema: scenarioSchema,
  fields: {
    name: { name: { de: "Name", en: "Name" }, filter: "text" },
    description: { name: { de: "Beschreibung", en: "Description" } },
    referenceYear: { name: { de: "Bezugsjahr", en: "Reference year" } },
    parameterSetId: { name: { de: "Kennwertsatz", en: "Parameter set" } },
    standards: { name: { de: "Abweichende Standards", en: "Other standards" } },
    changes: { name: { de: "Änderungen", en: "Changes" } },
  },
  lifecycle: {
    initial: "ENTWURF",
    states: { ENTWURF: { name: { de: "Entwurf", en: "draft" }, next: [] } },
  },
  defaultVisibility: "RESTRICTED",
  rights: { PLANNER: { create: true, edit: "own" }, SECRETARIAT: { create: true, edit: "all" } },
  isMapped: false,
  geometry: { kinds: ["Point"], optional: true },
  title: (p) => String(p.name ?? ""),
  mapFields: [],
});
