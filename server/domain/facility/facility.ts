import { z } from "zod";
import { defineRecordType } from "../record/record-type.ts";
import { namesOf } from "../text/text.ts";
import { capacityParts, capacitySchema, offeredCapacity } from "./capacity.ts";
import { facilityFamilies } from "./facility-families.ts";
import { facilityTypeCodes, facilityTypes } from "./facility-types.ts";
import { targetGroups } from "./target-groups.ts";

export const ownerships = {
  CITY: { de: "städtisch", en: "municipal" },
  CHURCH: { de: "kirchlich", en: "church" },
  WELFARE: { de: "freie Wohlfahrt", en: "welfare association" },
  PRIVATE: { de: "privat", en: "private" },
  OTHER: { de: "sonstige", en: "other" },
} as const;

export const locationProtections = {
  NONE: { de: "Lage öffentlich", en: "location public" },
  AREA_ONLY: { de: "nur gebietsweise", en: "by area only" },
  HIDDEN: { de: "Lage geschützt", en: "location protected" },
} as const;

export const conditions = {
  GUT: { de: "gut", en: "good" },
  SANIERUNGSBEDARF: { de: "Sanierungsbedarf", en: "in need of renovation" },
  ERSATZ_NOETIG: { de: "Ersatz nötig", en: "replacement needed" },
  INTERIM: { de: "Interim", en: "interim" },
} as const;

const keys = <T extends object>(table: T) => Object.keys(table) as [keyof T & string];

export const facilitySchema = z.strictObject({
  name: z.string().trim().min(1).max(200),
  type: z.enum(facilityTypeCodes),
  provider: z.string().max(200).optional(),
  ownership: z.enum(keys(ownerships)).optional(),
  address: z.string().max(300).optional(),
  locationProtection: z.enum(keys(locationProtections)).default("NONE"),
  targetGroups: z
    .array(z.enum(keys(targetGroups)))
    .max(20)
    .default([]),
  ageRange: z.strictObject({ from: z.number().min(0).max(120), to: z.number().min(0).max(120) }).optional(),
  offers: z.array(z.string().max(200)).max(50).default([]),
  openingHours: z.string().max(500).optional(),
  accessibility: z
    .strictObject({
      stepFree: z.boolean().nullable(),
      lift: z.boolean().nullable(),
      wc: z.boolean().nullable(),
      remark: z.string().max(500).optional(),
      checkedOn: z.iso.date().optional(),
    })
    .optional(),
  capacity: z.array(capacitySchema).max(20).default([]),
  siteAreaM2: z.number().nonnegative().optional(),
  outdoorM2: z.number().nonnegative().optional(),
  sharedUse: z.array(z.string().max(200)).max(20).default([]),
  condition: z.enum(keys(conditions)).optional(),
  interimUntil: z.iso.date().optional(),
  lifeEnd: z.iso.date().optional(),
  website: z
    .url({ protocol: /^https?$/ })
    .max(500)
    .optional(),
  source: z.string().min(1).max(500),
  sourceDate: z.string().min(4).max(40),
});
export type Facility = z.infer<typeof facilitySchema>;

/** Einrichtung: an existing offer with a place, a type and capacities (MODEL §4). */
export const facility = defineRecordType({
  type: "facilities",
  names: {
    singular: { de: "Einrichtung", en: "Facility" },
    plural: { de: "Einrichtungen", en: "Facilities" },
  },
  schema: facilitySchema,
  fields: {
    name: { name: { de: "Name", en: "Name" }, filter: "text" },
    type: { name: { de: "Art", en: "Type" }, filter: "text", values: namesOf(facilityTypes) },
    provider: { name: { de: "Träger", en: "Provider" }, filter: "text" },
    ownership: { name: { de: "Trägerschaft", en: "Ownership" }, filter: "text", values: ownerships },
    address: { name: { de: "Adresse", en: "Address" } },
    locationProtection: {
      name: { de: "Schutz der Lage", en: "Location protection" },
      visibility: "INTERNAL",
      filter: "text",
      values: locationProtections,
    },
    targetGroups: { name: { de: "Zielgruppen", en: "Target groups" }, filter: "list", values: targetGroups },
    ageRange: {
      name: { de: "Alter", en: "Age range" },
      unit: "Jahre",
      parts: {
        from: { name: { de: "von", en: "from" }, unit: "Jahre" },
        to: { name: { de: "bis", en: "to" }, unit: "Jahre" },
      },
    },
    offers: { name: { de: "Angebote", en: "Offers" } },
    openingHours: { name: { de: "Öffnungszeiten", en: "Opening hours" } },
    accessibility: {
      name: { de: "Barrierefreiheit", en: "Accessibility" },
      parts: {
        stepFree: { name: { de: "stufenlos", en: "step-free" } },
        lift: { name: { de: "Aufzug", en: "lift" } },
        wc: { name: { de: "barrierefreie Toilette", en: "accessible toilet" } },
        remark: { name: { de: "Bemerkung", en: "remark" } },
        checkedOn: { name: { de: "geprüft am", en: "checked on" } },
      },
    },
    capacity: { name: { de: "Kapazität", en: "Capacity" }, parts: capacityParts },
    siteAreaM2: { name: { de: "Grundstück", en: "Site area" }, unit: "m²" },
    outdoorM2: { name: { de: "Außenfläche", en: "Outdoor area" }, unit: "m²" },
    sharedUse: { name: { de: "Mehrfachnutzung", en: "Shared use" } },
    condition: {
      name: { de: "Zustand", en: "Condition" },
      visibility: "INTERNAL",
      filter: "text",
      values: conditions,
    },
    interimUntil: { name: { de: "Interim bis", en: "Interim until" } },
    lifeEnd: { name: { de: "Mietende", en: "End of lease" }, visibility: "INTERNAL" },
    website: { name: { de: "Internetseite", en: "Website" } },
    source: { name: { de: "Quelle", en: "Source" } },
    sourceDate: { name: { de: "Stand", en: "As of" } },
  },
  lifecycle: {
    initial: "IN_BETRIEB",
    states: {
      IN_BETRIEB: {
        name: { de: "in Betrieb", en: "open" },
        next: ["VORUEBERGEHEND_GESCHLOSSEN", "GESCHLOSSEN"],
      },
      VORUEBERGEHEND_GESCHLOSSEN: {
        name: { de: "vorübergehend geschlossen", en: "temporarily closed" },
        next: ["IN_BETRIEB", "GESCHLOSSEN"],
      },
      GESCHLOSSEN: { name: { de: "geschlossen", en: "closed" }, next: [] },
    },
  },
  defaultVisibility: "PUBLIC",
  rights: { PLANNER: { create: true, edit: "own" }, SECRETARIAT: { create: true, edit: "all" } },
  restrictedForOwnDepartment: true,
  geometry: { kinds: ["Point"], optional: true },
  title: (p) => String(p.name ?? ""),
  titleField: "name",
  placeFields: ["address"],
  mapFields: ["type", "ownership", "condition"],
  clusterBy: "family",
  isProtected: (p) => p.locationProtection === "HIDDEN",
  delicateLocation: { field: "locationProtection", openValues: ["NONE"], visibility: "INTERNAL" },
  derivedFields: {
    family: { name: { de: "Bereich", en: "Family" }, filter: "text", values: facilityFamilies },
    capacity: { name: { de: "angebotene Kapazität", en: "offered capacity" }, filter: "number" },
  },
  derived: (record) => {
    const properties = record.properties as Facility;
    const type = facilityTypes[properties.type];
    const capacity = offeredCapacity(properties.capacity ?? [], type.unit);
    return {
      family: type.family,
      layer: "BESTAND",
      ...(capacity === null ? {} : { capacity }),
      ...(properties.interimUntil ? { interim: true } : {}),
    };
  },
});
