import { mean, quantileSorted, standardDeviation } from "simple-statistics";
import { z } from "zod";
import { textSchema } from "../text/text.ts";

/**
 * Where one class ends: in standard deviations of all scores from their mean, as shares of the areas (type 7
 * quantiles), or as scores themselves.
 */
export const indexClassMethods = ["STANDARD_DEVIATIONS", "QUANTILES", "SCORES"] as const;

const ascending = (values: readonly number[]) =>
  values.every((value, index) => index === 0 || value > values[index - 1]!);

/** Cut points are the city's to set: each set says where it comes from. */
export const indexClassificationSchema = z
  .strictObject({
    method: z.enum(indexClassMethods),
    /** Ascending; n breaks make n + 1 classes; a score on a break belongs to the more burdened class. */
    breaks: z.array(z.number()).min(1).max(6).refine(ascending, "Klassengrenzen müssen aufsteigen."),
    /** Names of the classes from the least to the most burdened: the area's position, never its people. */
    labels: z.array(textSchema).min(2).max(7),
    /** Name of the set the cut points come from. */
    source: z.string().trim().min(1).max(500),
  })
  .refine(({ breaks, labels }) => labels.length === breaks.length + 1, {
    message: "Es braucht einen Klassennamen mehr als Klassengrenzen.",
    path: ["labels"],
  })
  .refine(({ method, breaks }) => method !== "QUANTILES" || breaks.every((share) => share > 0 && share < 1), {
    message: "Anteile liegen zwischen 0 und 1.",
    path: ["breaks"],
  });
export type IndexClassification = z.infer<typeof indexClassificationSchema>;

/** The part of a classification that decides classes. */
export interface ClassCuts extends Pick<IndexClassification, "method"> {
  breaks: readonly number[];
}

/** Nobody agreed these cut points: METHODS §4.2 has them from memory. */
export const demoParameterSetName = "Demo-Kennwertsatz (nicht abgestimmt)";

/** Four classes of status as Berlin and Hamburg name them (METHODS §4.2). */
export const demoStatusClassification: IndexClassification = {
  method: "STANDARD_DEVIATIONS",
  breaks: [-1, 1, 1.5],
  labels: [
    { de: "hoch", en: "high" },
    { de: "mittel", en: "medium" },
    { de: "niedrig", en: "low" },
    { de: "sehr niedrig", en: "very low" },
  ],
  source: demoParameterSetName,
};

/** Three classes of dynamics; with the four of status they make twelve combinations (METHODS §4.2). */
export const demoDynamicsClassification: IndexClassification = {
  method: "STANDARD_DEVIATIONS",
  breaks: [-1, 1],
  labels: [
    { de: "positiv", en: "positive" },
    { de: "stabil", en: "stable" },
    { de: "negativ", en: "negative" },
  ],
  source: demoParameterSetName,
};

/** A classification made ready for one set of scores: class by where `(score − shift) · scale` lies among the bounds. */
export interface ClassBounds {
  shift: number;
  scale: number;
  bounds: readonly number[];
}

/** Deviations smaller than this part of the largest score are the machine's rounding. */
export const noSpread = 1e-12;

/** Bounds over all known scores of a city; at least one. Deviation is that of the whole (÷ n): all areas are there. */
export function classBounds(known: readonly number[], { method, breaks }: ClassCuts): ClassBounds {
  if (method === "SCORES" || known.length === 0) return { shift: 0, scale: 1, bounds: breaks };
  if (method === "QUANTILES") {
    const sorted = known.toSorted((a, b) => a - b);
    return { shift: 0, scale: 1, bounds: breaks.map((share) => quantileSorted(sorted, share)) };
  }
  const spread = standardDeviation([...known]);
  const largest = Math.max(...known.map(Math.abs));
  return { shift: mean([...known]), scale: spread > noSpread * largest ? 1 / spread : 0, bounds: breaks };
}

/** Index of the class from 0, the least burdened. */
export function indexClassOf(score: number, { shift, scale, bounds }: ClassBounds): number {
  const position = (score - shift) * scale;
  let index = 0;
  while (index < bounds.length && position >= bounds[index]!) index++;
  return index;
}
