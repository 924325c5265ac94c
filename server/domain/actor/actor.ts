import { z } from "zod";
import { areaKeySchema, areasOfKeys } from "../area/area-key.ts";
import { facilityFamilies } from "../facility/facility-families.ts";
import { defineRecordType } from "../record/record-type.ts";
import type { Text } from "../text/text.ts";

export const actorKinds = {
  AMT: { de: "Amt", en: "municipal office" },
  TRAEGER: { de: "Träger", en: "provider" },
  WOHNUNGSUNTERNEHMEN: { de: "Wohnungsunternehmen", en: "housing company" },
  INITIATIVE: { de: "Initiative", en: "initiative" },
  SELBSTORGANISATION: { de: "Selbstorganisation", en: "self-organisation" },
  VEREIN: { de: "Verein", en: "association" },
  RELIGIONSGEMEINSCHAFT: { de: "Religionsgemeinschaft", en: "religious community" },
  STIFTUNG: { de: "Stiftung", en: "foundation" },
  INVESTOR: { de: "Investor*in", en: "investor" },
  BUERO: { de: "Büro", en: "consultancy" },
  BILDUNG: { de: "Bildungseinrichtung", en: "educational institution" },
  GEWERBE: { de: "Gewerbe", en: "business" },
  GREMIUM: { de: "Gremium", en: "board" },
} as const satisfies Record<string, Text>;

/** What an actor is there for; the first three answer for something, the others take part. */
export const actorRoles = {
  AREA_LEAD: { de: "Gebietsverantwortung", en: "responsible for the area" },
  THEME_LEAD: { de: "Themenverantwortung", en: "responsible for the theme" },
  NAVIGATOR: { de: "Lotsenfunktion", en: "guide through the administration" },
  PROVIDER: { de: "Trägerschaft", en: "runs facilities" },
  FUNDER: { de: "Förderung", en: "funds" },
  PARTNER: { de: "Kooperation", en: "cooperates" },
} as const satisfies Record<string, Text>;
export type ActorRole = keyof typeof actorRoles;

/** Themes somebody answers for: the families of facilities, and what is planned beside them. */
export const actorThemes = {
  ...facilityFamilies,
  renewal: { de: "Stadterneuerung", en: "Urban renewal" },
  quarter: { de: "Quartiersentwicklung", en: "Quarter development" },
  land: { de: "Flächen und Planungsrecht", en: "Land and planning law" },
} as const satisfies Record<string, Text>;
export type ActorTheme = keyof typeof actorThemes;

export const actorSchema = z.strictObject({
  name: z.string().trim().min(1).max(200),
  kind: z.enum(Object.keys(actorKinds) as [keyof typeof actorKinds]),
  /** Where the actor is active or answers for something. */
  areas: z.array(areaKeySchema).min(1).max(60),
  roles: z
    .array(z.enum(Object.keys(actorRoles) as [ActorRole]))
    .max(10)
    .default([]),
  /** Empty means all themes. */
  themes: z
    .array(z.enum(Object.keys(actorThemes) as [ActorTheme]))
    .max(20)
    .default([]),
  website: z
    .url({ protocol: /^https?$/ })
    .max(500)
    .optional(),
  /** Functions to turn to; a person's name is for the administration alone (MODEL §0.6). */
  contacts: z
    .array(
      z.strictObject({
        function: z.string().trim().min(1).max(200),
        name: z.string().trim().max(200).optional(),
        phone: z.string().trim().max(60).optional(),
        email: z.email().max(200).optional(),
      }),
    )
    .max(20)
    .default([]),
  source: z.string().max(500).optional(),
});
export type Actor = z.infer<typeof actorSchema>;

/** Akteur*in: an organisation acting in a quarter, or the office that answers for an area or a theme (MODEL §11). */
export const actor = defineRecordType({
  type: "actors",
  names: {
    singular: { de: "Akteur*in", en: "Actor" },
    plural: { de: "Akteur*innen", en: "Actors" },
  },
  schema: actorSchema,
  fields: {
    name: { name: { de: "Name", en: "Name" }, filter: "text" },
    kind: { name: { de: "Art", en: "Kind" }, filter: "text", values: actorKinds },
    areas: { name: { de: "Gebiete", en: "Areas" }, filter: "list" },
    roles: { name: { de: "Aufgaben", en: "Roles" }, filter: "list", values: actorRoles },
    themes: { name: { de: "Themen", en: "Themes" }, filter: "list", values: actorThemes },
    website: { name: { de: "Internetseite", en: "Website" } },
    contacts: {
      name: { de: "Kontakt", en: "Contact" },
      visibility: "INTERNAL",
      parts: {
        function: { name: { de: "Funktion", en: "function" } },
        name: { name: { de: "Ansprechperson", en: "contact person" } },
        phone: { name: { de: "Telefon", en: "phone" } },
        email: { name: { de: "E-Mail", en: "e-mail" } },
      },
    },
    source: { name: { de: "Quelle", en: "Source" } },
  },
  lifecycle: {
    initial: "AKTIV",
    states: {
      AKTIV: { name: { de: "aktiv", en: "active" }, next: ["RUHEND", "BEENDET"] },
      RUHEND: { name: { de: "ruhend", en: "dormant" }, next: ["AKTIV", "BEENDET"] },
      BEENDET: { name: { de: "beendet", en: "ended" }, next: [] },
    },
  },
  defaultVisibility: "PUBLIC",
  rights: { PLANNER: { create: true, edit: "all" }, SECRETARIAT: { create: true, edit: "all" } },
  isMapped: false,
  geometry: { kinds: ["Point"], optional: true },
  areasOf: { field: "areas", read: (p) => areasOfKeys((p as Actor).areas) },
  // An investor is as closed as the interest behind it; no record tells yet that a project has become public.
  isProtected: (p) => p.kind === "INVESTOR",
  title: (p) => String(p.name ?? ""),
  mapFields: [],
});
