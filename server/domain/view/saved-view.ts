import { z } from "zod";
import { defineRecordType } from "../record/record-type.ts";
import { scenarioOf, viewAddressSchema } from "./view-address.ts";

/** What a person says of a view; everything else the server knows. */
export const writtenViewSchema = z.strictObject({
  title: z.string().trim().min(1).max(120),
  /** One sentence for the meeting; "" for none. */
  sentence: z.string().trim().max(400).default(""),
  address: viewAddressSchema,
  /** Name of the list it stands in: the views of one meeting, in their order. */
  list: z.string().trim().min(1).max(80),
});
export type WrittenView = z.infer<typeof writtenViewSchema>;

export const savedViewSchema = writtenViewSchema.extend({
  /** Place in its list, from 1. */
  place: z.number().int().min(1).max(100_000),
  /** Scenario its address names, which only those see who may read it. */
  scenarioId: z.string().max(60).nullable(),
});
export type SavedView = z.infer<typeof savedViewSchema>;

/** More views than one person shows in all meetings of a year. */
export const mostViews = 200;

export function savedViewOf(written: WrittenView, place: number): SavedView {
  return { ...written, place, scenarioId: scenarioOf(written.address) };
}

const onlyInside = { visibility: "INTERNAL" } as const;

/**
 * Ansicht: where somebody looked, with a title and a sentence, kept for a meeting. Kept by the record mechanism for
 * its history, but served under `/api/views`: it is its owner's alone until that person shares it with the
 * administration, and it grants nothing, because opening one asks for everything anew.
 */
export const savedView = defineRecordType({
  type: "saved-views",
  names: {
    singular: { de: "Ansicht", en: "Saved view" },
    plural: { de: "Ansichten", en: "Saved views" },
  },
  schema: savedViewSchema,
  fields: {
    title: { name: { de: "Titel", en: "Title" }, ...onlyInside },
    sentence: { name: { de: "Satz", en: "Sentence" }, ...onlyInside },
    address: { name: { de: "Adresse", en: "Address" }, ...onlyInside },
    list: { name: { de: "Liste", en: "List" }, filter: "text", ...onlyInside },
    place: { name: { de: "Platz", en: "Place" }, ...onlyInside },
    scenarioId: { name: { de: "Szenario", en: "Scenario" }, ...onlyInside },
  },
  lifecycle: {
    initial: "GEMERKT",
    states: { GEMERKT: { name: { de: "gemerkt", en: "kept" }, next: [] } },
  },
  defaultVisibility: "RESTRICTED",
  rights: {
    PLANNER: { create: true, edit: "own" },
    SECRETARIAT: { create: true, edit: "own" },
    DISTRICT_HEAD: { create: true, edit: "own" },
  },
  isPersonal: true,
  isMapped: false,
  geometry: { kinds: ["Point"], optional: true },
  title: (p) => String(p.title ?? ""),
  mapFields: [],
});
