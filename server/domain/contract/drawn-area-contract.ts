import { z } from "zod";

/** Most vertices of a drawn area: every cell of the city is held against each of its sides. */
export const drawnAreaLimits = { vertices: 1_000 } as const;

/** The polygon is read by `parseGeometry`, which says where it is wrong. */
export const drawnAreaQuestionSchema = z.strictObject({
  /** GeoJSON Polygon or MultiPolygon, WGS 84. */
  polygon: z.unknown(),
});

const basisSchema = z.object({
  /** How people are counted: whole cells of the grid whose centre lies in the area (or points, without cell size). */
  method: z.literal("CELL_SUM"),
  cellSizeM: z.number().nullable(),
  source: z.string(),
  licence: z.string(),
  referenceDate: z.string(),
  isDemo: z.boolean(),
  /** Fewest residents an area is counted for, and the smallest number of people that is told. */
  minimumResidents: z.number(),
  threshold: z.number(),
});

export const drawnAreaAnswerSchema = z.discriminatedUnion("kind", [
  basisSchema.extend({
    kind: z.literal("answered"),
    residents: z.number(),
    /** Inhabited cells that were counted. */
    cells: z.number(),
    ageGroups: z.array(
      z.object({
        from: z.number(),
        /** Null is open upwards. */
        to: z.number().nullable(),
        /** Null where the number is hidden. */
        people: z.number().nullable(),
      }),
    ),
  }),
  /** Whatever the reason, always the same sentence. */
  basisSchema.extend({ kind: z.literal("withheld"), sentence: z.string() }),
]);
export type DrawnAreaAnswer = z.infer<typeof drawnAreaAnswerSchema>;
