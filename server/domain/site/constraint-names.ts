import type { z } from "zod";
import type { Text } from "../text/text.ts";
import type { constraintSchema } from "./site-fields.ts";

type Constraint = z.infer<typeof constraintSchema>;

/** What may stand against a site, in words. */
export const constraintNames: Readonly<Record<Constraint["kind"], Text>> = {
  OWNERSHIP: { de: "Eigentum", en: "Ownership" },
  PLAN_LAW: { de: "Planungsrecht", en: "Planning law" },
  NOISE: { de: "Lärm", en: "Noise" },
  SLOPE: { de: "Hang", en: "Slope" },
  CONTAMINATION: { de: "Altlasten", en: "Contamination" },
  FLOOD: { de: "Hochwasser", en: "Flooding" },
  NATURE: { de: "Naturschutz", en: "Nature conservation" },
  HERITAGE: { de: "Denkmalschutz", en: "Heritage protection" },
  ACCESS: { de: "Erschließung", en: "Access" },
};

/** How heavily it weighs; what nobody looked at is "nicht geprüft", never harmless. */
export const ratingNames: Readonly<Record<Constraint["rating"], Text>> = {
  NOT_CHECKED: { de: "nicht geprüft", en: "not checked" },
  NONE: { de: "keines", en: "none" },
  MINOR: { de: "gering", en: "minor" },
  MAJOR: { de: "erheblich", en: "major" },
  EXCLUDING: { de: "ausschließend", en: "excluding" },
};
