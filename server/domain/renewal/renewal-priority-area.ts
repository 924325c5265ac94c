import { z } from "zod";
import { renewalDepartment } from "../access/departments.ts";
import { defineRecordType } from "../record/record-type.ts";

export const deficitKinds = {
  URBAN: { de: "städtebaulich", en: "urban" },
  SOCIAL: { de: "sozial", en: "social" },
  ECONOMIC: { de: "wirtschaftlich", en: "economic" },
  TRAFFIC: { de: "Verkehr", en: "traffic" },
  OPEN_SPACE: { de: "Freiraum", en: "open space" },
} as const;

export const renewalPriorityAreaSchema = z.strictObject({
  number: z.number().int().min(1).max(999),
  name: z.string().trim().min(1).max(200),
  edition: z.string().min(1).max(100),
  councilPapers: z.array(z.string().max(100)).max(20).default([]),
  statute: z
    .strictObject({
      resolvedOn: z.iso.date().optional(),
      inForceSince: z.iso.date().optional(),
      repealedOn: z.iso.date().optional(),
    })
    .optional(),
  deficits: z
    .array(
      z.strictObject({
        kind: z.enum(Object.keys(deficitKinds) as [keyof typeof deficitKinds]),
        text: z.string().max(500).default(""),
      }),
    )
    .max(20)
    .default([]),
  validFrom: z.iso.date().optional(),
  validTo: z.iso.date().optional(),
  source: z.string().min(1).max(500),
});

/** Stadterneuerungsvorranggebiet (SVG), one record per area and edition (MODEL §2). */
export const renewalPriorityArea = defineRecordType({
  type: "renewal-priority-areas",
  names: {
    singular: { de: "Stadterneuerungsvorranggebiet", en: "Renewal priority area" },
    plural: { de: "Stadterneuerungsvorranggebiete (SVG)", en: "Renewal priority areas (SVG)" },
  },
  schema: renewalPriorityAreaSchema,
  fields: {
    number: { name: { de: "Nummer", en: "Number" }, filter: "number" },
    name: { name: { de: "Name", en: "Name" }, filter: "text" },
    edition: { name: { de: "Ausgabe", en: "Edition" }, filter: "text" },
    councilPapers: { name: { de: "GRDrs", en: "Council papers" } },
    statute: {
      name: { de: "Vorkaufsrechtssatzung", en: "Pre-emption statute" },
      parts: {
        resolvedOn: { name: { de: "beschlossen am", en: "resolved on" } },
        inForceSince: { name: { de: "in Kraft seit", en: "in force since" } },
        repealedOn: { name: { de: "aufgehoben am", en: "repealed on" } },
      },
    },
    deficits: {
      name: { de: "Missstände", en: "Deficits" },
      parts: {
        kind: { name: { de: "Art", en: "kind" }, values: deficitKinds },
        text: { name: { de: "Beschreibung", en: "description" } },
      },
    },
    validFrom: { name: { de: "gültig ab", en: "valid from" } },
    validTo: { name: { de: "gültig bis", en: "valid to" } },
    source: { name: { de: "Quelle", en: "Source" } },
  },
  earlyRelease: {
    de: "Das Gebiet ist noch nicht beschlossen. Eine frühe Veröffentlichung kann Bodenpreise treiben.",
    en: "The area is not resolved yet. Publishing it early can drive up land prices.",
  },
  lifecycle: {
    initial: "ENTWURF",
    states: {
      ENTWURF: { name: { de: "Entwurf", en: "draft" }, next: ["VORGESCHLAGEN"], waitsFor: "department" },
      VORGESCHLAGEN: {
        name: { de: "vorgeschlagen", en: "proposed" },
        next: ["BESCHLOSSEN", "ENTWURF"],
        waitsFor: "secretariat",
      },
      BESCHLOSSEN: {
        name: { de: "beschlossen", en: "resolved" },
        next: ["IN_UEBERPRUEFUNG"],
        isDecided: true,
      },
      IN_UEBERPRUEFUNG: {
        name: { de: "in Überprüfung", en: "under review" },
        next: ["FORTGEFUEHRT", "UEBERFUEHRT_IN_SANIERUNG", "AUFGEHOBEN"],
        waitsFor: "department",
        isDecided: true,
      },
      FORTGEFUEHRT: {
        name: { de: "fortgeführt", en: "continued" },
        next: ["IN_UEBERPRUEFUNG"],
        isDecided: true,
      },
      UEBERFUEHRT_IN_SANIERUNG: {
        name: { de: "in Sanierung überführt", en: "turned into a renewal area" },
        next: [],
      },
      AUFGEHOBEN: { name: { de: "aufgehoben", en: "repealed" }, next: [] },
    },
  },
  defaultVisibility: "INTERNAL",
  rights: {
    PLANNER: { create: true, edit: "all", onlyDepartment: renewalDepartment },
    SECRETARIAT: { create: true, edit: "all" },
  },
  geometry: { kinds: ["Polygon", "MultiPolygon"] },
  title: (p) => `SVG ${String(p.number ?? "").padStart(2, "0")} ${p.name ?? ""}`,
  titleField: "name",
  mapFields: ["number", "edition"],
  // An edition that a later one replaced stays on the map as history.
  derived: ({ properties }) => ({ earlier: properties.validTo !== undefined }),
});
