import { z } from "zod";
import { defineRecordType } from "../record/record-type.ts";

export const landOwners = {
  CITY: { de: "Stadt", en: "city" },
  STATE: { de: "Land oder Bund", en: "state or federation" },
  CHURCH: { de: "Kirche", en: "church" },
  PRIVATE: { de: "privat", en: "private" },
  UNKNOWN: { de: "unbekannt", en: "unknown" },
} as const;

export const publicNeedsSiteSchema = z.strictObject({
  name: z.string().trim().min(1).max(200),
  planRef: z.string().max(100).optional(),
  purpose: z.string().min(1).max(200),
  areaM2: z.number().nonnegative().optional(),
  owner: z.enum(Object.keys(landOwners) as [keyof typeof landOwners]),
  currentUse: z.string().max(300).optional(),
  note: z.string().max(10_000).optional(),
});

const back = ["GENUTZT", "UNTERGENUTZT", "FREI"];

/** Gemeinbedarfsfläche: land designated for public purpose, § 9 (1) no. 5 BauGB (MODEL §4). */
export const publicNeedsSite = defineRecordType({
  type: "public-needs-sites",
  names: {
    singular: { de: "Gemeinbedarfsfläche", en: "Public-needs site" },
    plural: { de: "Gemeinbedarfsflächen", en: "Public-needs sites" },
  },
  schema: publicNeedsSiteSchema,
  fields: {
    name: { name: { de: "Name", en: "Name" }, filter: "text" },
    planRef: { name: { de: "Bebauungsplan", en: "Binding land-use plan" } },
    purpose: { name: { de: "Zweckbestimmung", en: "Purpose" }, filter: "text" },
    areaM2: { name: { de: "Fläche", en: "Area" }, unit: "m²", filter: "number" },
    owner: { name: { de: "Eigentum", en: "Owner" }, filter: "text", values: landOwners },
    currentUse: { name: { de: "Heutige Nutzung", en: "Current use" } },
    note: { name: { de: "Anmerkung", en: "Note" }, visibility: "INTERNAL" },
  },
  lifecycle: {
    initial: "GENUTZT",
    states: {
      GENUTZT: {
        name: { de: "genutzt", en: "in use" },
        next: ["UNTERGENUTZT", "FREI", "UMWIDMUNG_BEANTRAGT"],
      },
      UNTERGENUTZT: {
        name: { de: "untergenutzt", en: "underused" },
        next: ["GENUTZT", "FREI", "UMWIDMUNG_BEANTRAGT"],
      },
      FREI: { name: { de: "frei", en: "free" }, next: ["GENUTZT", "UNTERGENUTZT", "UMWIDMUNG_BEANTRAGT"] },
      UMWIDMUNG_BEANTRAGT: {
        name: { de: "Umwidmung beantragt", en: "release asked for" },
        next: ["ENTLASSEN", ...back],
        waitsFor: "secretariat",
      },
      ENTLASSEN: { name: { de: "entlassen", en: "released from purpose" }, next: [] },
    },
  },
  defaultVisibility: "PUBLIC",
  rights: { PLANNER: { create: true, edit: "all" }, SECRETARIAT: { create: true, edit: "all" } },
  geometry: { kinds: ["Polygon", "MultiPolygon"] },
  title: (p) => String(p.name ?? ""),
  titleField: "name",
  placeFields: ["planRef"],
  mapFields: ["owner"],
});
