import { z } from "zod";
import { areaLevelSchema } from "../area/area.ts";
import { type FacilityFamily, facilityFamilies } from "../facility/facility-families.ts";
import { periodSchema } from "../indicator/observation.ts";

/** West, south, east, north in degrees (WGS 84). */
const boundsSchema = z
  .string()
  .regex(/^-?\d{1,3}(\.\d+)?(,-?\d{1,3}(\.\d+)?){3}$/)
  .transform((text) => text.split(",").map(Number) as [number, number, number, number])
  .refine(([west, south, east, north]) => west < east && south < north)
  .refine((sides) => sides.every((side, index) => Math.abs(side) <= (index % 2 === 0 ? 180 : 85)));

const families = Object.keys(facilityFamilies) as [FacilityFamily, ...FacilityFamily[]];
const name = z.string().regex(/^[\w.-]{1,120}$/);

/** A list separated by commas; what is not understood is left out. */
const listOf = <T extends z.ZodType>(item: T) =>
  z
    .string()
    .max(1000)
    .transform((text): z.infer<T>[] =>
      text.split(",").flatMap((part) => {
        const read = item.safeParse(part);
        return read.success ? [read.data] : [];
      }),
    );

/** The parts of an embed's address, each as it is written there. */
export const embedParts = {
  lang: z.enum(["de", "en"]),
  level: areaLevelSchema,
  indicator: name,
  period: periodSchema,
  /** Shown from the first on; an empty list shows none. */
  layers: listOf(name),
  families: listOf(z.enum(families)),
  bounds: boundsSchema,
} as const;

/** What a public embed shows (Einbettung). A part nobody chose is absent, and the server fills it. */
export type EmbedView = { [P in keyof typeof embedParts]?: z.infer<(typeof embedParts)[P]> };

/**
 * Reads the query of `/embed`. Every part is read on its own: one that is damaged, unknown or given twice is left
 * out without a word, so that an address tells nothing about what exists (RELIABILITY P-05).
 */
export function embedViewOf(given: { getAll: (part: string) => string[] }): EmbedView {
  const read = Object.entries(embedParts).flatMap(([part, schema]) => {
    const [text, ...more] = given.getAll(part);
    const result = text === undefined || more.length > 0 ? undefined : schema.safeParse(text);
    return result?.success ? [[part, result.data]] : [];
  });
  return Object.fromEntries(read);
}

/** Query of an embed that shows this, without "?". Reading it again gives the same view. */
export function embedQuery(view: EmbedView): string {
  const pairs = Object.keys(embedParts).flatMap((part) => {
    const value = view[part as keyof EmbedView];
    if (value === undefined) return [];
    const text = Array.isArray(value) ? value.join(",") : String(value);
    return [`${part}=${encodeURIComponent(text).replaceAll("%2C", ",").replaceAll("%2F", "/")}`];
  });
  return pairs.join("&");
}

/** Whether `inner` lies within `outer`, both west, south, east, north. */
export function liesWithin(inner: readonly number[], outer: readonly number[]): boolean {
  const [west = 0, south = 0, east = 0, north = 0] = inner;
  const [westmost = 0, southmost = 0, eastmost = 0, northmost = 0] = outer;
  return west >= westmost && south >= southmost && east <= eastmost && north <= northmost;
}

/** What an embed may show at most: the city and half its size on each side, so that a view a little around it counts. */
export function embedLimits([west, south, east, north]: readonly [number, number, number, number]): [
  number,
  number,
  number,
  number,
] {
  const [x, y] = [(east - west) / 2, (north - south) / 2];
  return [west - x, south - y, east + x, north + y];
}
