import { z } from "zod";
import { defineRecordType } from "../record/record-type.ts";

/** Services a map of the city may come from: pictures (WMS), or features (WFS, OGC API – Features). */
export const externalServices = ["WMS", "WFS", "OAF"] as const;
export type ExternalService = (typeof externalServices)[number];

const degrees = z.number().min(-180).max(180);

export const externalLayerSchema = z.strictObject({
  title: z.string().trim().min(1).max(120),
  service: z.enum(externalServices),
  /** Where the service is asked, without its own parameters (service, request, version). */
  address: z.url({ protocol: /^https?$/ }).max(1000),
  /** Name of the layer, feature type or collection in its service. */
  layer: z.string().min(1).max(300),
  /** Whom to name beside the map. */
  attribution: z.string().trim().min(1).max(300),
  /** Version the service speaks, where that decides how it is asked. */
  version: z.string().max(20).default(""),
  /** Media type it answers in. */
  format: z.string().max(100),
  /** Coordinate system features are asked in; "" for the service's own choice, WGS 84 with longitude first. */
  crs: z.string().max(200).default(""),
  /** Address of a picture that explains the layer. */
  legend: z
    .url({ protocol: /^https?$/ })
    .max(1000)
    .nullable()
    .default(null),
  /** West, south, east, north in WGS 84, as the service says. */
  bounds: z.tuple([degrees, degrees, degrees, degrees]).nullable().default(null),
});
export type ExternalLayer = z.infer<typeof externalLayerSchema>;

const onlyInside = { visibility: "INTERNAL" } as const;

/**
 * Externe Karte: a layer of another service of the city, drawn among our own. Kept by the record mechanism for its
 * history and rights, but served under `/api/external-layers`: it has no place, no export and no collection here.
 * Technicians and the Geschäftsstelle add them; that everyone sees one is a release, the Geschäftsstelle's alone.
 */
export const externalLayer = defineRecordType({
  type: "external-layers",
  names: {
    singular: { de: "Externe Karte", en: "External map" },
    plural: { de: "Externe Karten", en: "External maps" },
  },
  schema: externalLayerSchema,
  fields: {
    title: { name: { de: "Titel", en: "Title" }, filter: "text" },
    service: {
      name: { de: "Dienst", en: "Service" },
      values: {
        WMS: { de: "WMS (Bilder)", en: "WMS (pictures)" },
        WFS: { de: "WFS (Objekte)", en: "WFS (features)" },
        OAF: { de: "OGC API – Features (Objekte)", en: "OGC API – Features (features)" },
      },
    },
    address: { name: { de: "Adresse", en: "Address" }, ...onlyInside },
    layer: { name: { de: "Ebene", en: "Layer" }, ...onlyInside },
    attribution: { name: { de: "Quelle", en: "Source" } },
    version: { name: { de: "Version", en: "Version" }, ...onlyInside },
    format: { name: { de: "Format", en: "Format" }, ...onlyInside },
    crs: { name: { de: "Koordinatensystem", en: "Coordinate system" }, ...onlyInside },
    legend: { name: { de: "Legende", en: "Legend" }, ...onlyInside },
    bounds: { name: { de: "Ausdehnung", en: "Extent" } },
  },
  lifecycle: {
    initial: "GENUTZT",
    states: { GENUTZT: { name: { de: "genutzt", en: "in use" }, next: [] } },
  },
  defaultVisibility: "INTERNAL",
  rights: { ADMIN: { create: true, edit: "all" }, SECRETARIAT: { create: true, edit: "all" } },
  isMapped: false,
  geometry: { kinds: ["Point"], optional: true },
  title: (p) => String(p.title ?? ""),
  mapFields: [],
});
