import { z } from "zod";
import { areaLevelSchema } from "#domain/area/area.ts";
import { indicatorSchema } from "#domain/indicator/indicator.ts";
import { textSchema } from "#domain/text/text.ts";

/** What every import says about its file, its origin and its release. */
const common = {
  file: z.string().min(1),
  /** Layer of a GeoPackage, sheet of a workbook, shapefile in an archive. */
  layer: z.string().optional(),
  crs: z.string().optional(),
  encoding: z.string().optional(),
  separator: z.string().min(1).max(1).optional(),
  /** Row of the column names, counted from 1, where titles stand above. */
  headerRow: z.number().int().min(1).max(1000).optional(),
  decimal: z.enum(["comma", "point"]).optional(),
  /** Ending of the dataset's name, for several sources of one kind: `records-facilities-kitas`. */
  dataset: z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]{0,59}$/)
    .optional(),
  title: textSchema.optional(),
  sourceText: z.string().optional(),
  licence: z.string().optional(),
  referenceDate: z.string().optional(),
  address: z.string().optional(),
  retrievedOn: z.string().optional(),
  note: z.string().optional(),
  /** Name of the city where the database does not know it yet: "Stuttgart-Mitte" is then "Mitte". */
  cityName: z.string().optional(),
  /** "Statistisches Amt, 2026-01-31": who released the figures for everyone, and when. */
  released: z.string().optional(),
  /** Wrong rows are left out and listed; otherwise one wrong row refuses the file. */
  skipBadRows: z.boolean().default(false),
  /** Invalid polygons are repaired and the repair is noted; otherwise they are wrong rows. */
  repair: z.boolean().default(false),
};

const column = z.string().min(1);
/** Columns that say which area a row means; the number decides when both are given. */
const areaColumns = z
  .strictObject({ number: column.optional(), name: column.optional() })
  .refine(({ number, name }) => number ?? name, { message: "Spalte mit Nummer oder Name fehlt" });

export const areasSpecSchema = z.strictObject({
  as: z.literal("areas"),
  ...common,
  level: areaLevelSchema,
  number: column.optional(),
  /** Left-pads the numbers with zeros to this width: 1 becomes 01. */
  numberWidth: z.number().int().min(1).max(20).optional(),
  name: column.optional(),
  /** Number or name of a layer's only area, where the file has no column for it. */
  set: z.strictObject({ number: z.string().optional(), name: z.string().optional() }).default({}),
  parent: column.optional(),
  parentWidth: z.number().int().min(1).max(20).optional(),
  /** Level among whose areas the parent is found by location, where the file names none. */
  parentLevel: areaLevelSchema.optional(),
  boundaryVersion: z.string().max(60).optional(),
  /** Column with the area's size, where there is no geometry to compute it from; `factor` makes hectares. */
  size: z.strictObject({ column, factor: z.number().positive().default(1) }).optional(),
  /** A list of areas without shapes: in tables, not on the map. */
  withoutGeometry: z.boolean().default(false),
});

const indicatorDefinition = indicatorSchema.partial({ source: true, licence: true, levels: true });

export const indicatorSpecSchema = z.strictObject({
  as: z.literal("indicator"),
  ...common,
  level: areaLevelSchema,
  area: areaColumns,
  /** Column with the period of the row (long tables); wide ones name the period of each column. */
  period: column.optional(),
  indicators: z
    .array(
      z.strictObject({
        definition: indicatorDefinition,
        values: z
          .array(
            z.strictObject({
              column,
              period: z.string().optional(),
              /** The figure is multiplied by it: shares 0–1 become per cent with 100. */
              factor: z.number().default(1),
              /** Columns that are summed are given as further ones. */
              plus: z.array(column).default([]),
              /** Columns of the counts behind the figure; disclosure control of rates needs them. */
              numerator: column.optional(),
              denominator: column.optional(),
            }),
          )
          .min(1),
        /** Rows of the same area and period are added up, as where a table counts by age group. */
        sumRows: z.boolean().default(false),
        /** Only rows whose cell equals this text belong to the indicator (tables with a "Merkmal" column). */
        where: z.strictObject({ column, equals: z.string() }).optional(),
      }),
    )
    .min(1),
});

export const recordsSpecSchema = z.strictObject({
  as: z.literal("records"),
  ...common,
  type: z.string(),
  /** Column that identifies a record in its source, so that a second import finds it again. */
  key: column.optional(),
  /** Field ← column, or a text with columns in braces: "{street}, {postcode} Stuttgart". */
  map: z.record(z.string(), z.string()).default({}),
  /** Only rows whose cell equals this text are taken; the others are no concern of this import. */
  where: z.strictObject({ column, equals: z.string() }).optional(),
  /** Field ← fixed value. */
  set: z.record(z.string(), z.unknown()).default({}),
  /** Field → (value in the file → value of the field); `*` stands for every other value. */
  values: z.record(z.string(), z.record(z.string(), z.string())).default({}),
  x: column.optional(),
  y: column.optional(),
  /** Column with the Stadtbezirk as the file states it; the location decides, differences are listed. */
  district: column.optional(),
  department: z.string().max(40).optional(),
  owner: z.string().max(100).default("import"),
  state: z.string().optional(),
  /** Internal until the Geschäftsstelle releases them one by one, whatever is usual for the type. */
  draft: z.boolean().default(false),
  /** Keeps records without coordinates, where the type allows it; otherwise they are set aside. */
  keepWithoutGeometry: z.boolean().default(false),
});

export const layerSpecSchema = z.strictObject({
  as: z.literal("layer"),
  ...common,
  /** `base` is the built-in base map: its features say what they are in `class`. */
  name: z.string().regex(/^[a-z0-9][a-z0-9-]{0,79}$/),
  key: column.optional(),
  x: column.optional(),
  y: column.optional(),
  /** Property ← column; all columns under their own names when left out. */
  properties: z.record(z.string(), column).optional(),
  /** Property ← fixed value, such as `class`. */
  set: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).default({}),
});

export const gridSpecSchema = z.strictObject({
  as: z.literal("grid"),
  ...common,
  /** Column with the ids of grid cells; without one the rows are points. */
  key: column.optional(),
  x: column.optional(),
  y: column.optional(),
  residents: column.optional(),
  /** Columns of age groups: from the birthday `from` on, before the birthday `to`; recognised when left out. */
  ages: z
    .array(
      z.strictObject({
        column,
        from: z.number().int().min(0).max(120),
        to: z.number().int().min(1).max(130).nullable(),
      }),
    )
    .min(1)
    .optional(),
  /** Further tables with age groups of the same cells, joined by the id. */
  with: z.array(z.string().min(1)).max(10).default([]),
  /** Who perturbed the counts, and how; without it they are rounded at import. */
  perturbedByPublisher: z.string().trim().min(3).max(200).optional(),
});

export const networkSpecSchema = z.strictObject({
  as: z.literal("network"),
  ...common,
  /** West, south, east, north in degrees: streets elsewhere are left out. Without it the loaded areas decide. */
  within: z
    .tuple([z.number(), z.number(), z.number(), z.number()])
    .refine(([west, south, east, north]) => west < east && south < north, {
      message: "erwartet West,Süd,Ost,Nord in Grad",
    })
    .optional(),
});

/** Everything an import needs to know, whether it comes from the command line, a city pack or a page. */
export const importSpecSchema = z.discriminatedUnion("as", [
  areasSpecSchema,
  indicatorSpecSchema,
  recordsSpecSchema,
  layerSpecSchema,
  networkSpecSchema,
  gridSpecSchema,
]);
export type ImportSpec = z.infer<typeof importSpecSchema>;
export type ImportSpecInput = z.input<typeof importSpecSchema>;
export type AreasSpec = z.infer<typeof areasSpecSchema>;
export type IndicatorSpec = z.infer<typeof indicatorSpecSchema>;
export type RecordsSpec = z.infer<typeof recordsSpecSchema>;
export type GridSpec = z.infer<typeof gridSpecSchema>;
export type LayerSpec = z.infer<typeof layerSpecSchema>;
export type NetworkSpec = z.infer<typeof networkSpecSchema>;
