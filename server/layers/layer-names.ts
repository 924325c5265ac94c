import { type AreaLevel, areaLayer, areaLevels } from "#domain/area/area.ts";
import type { Layer } from "#domain/contract/contract.ts";
import type { Text } from "#domain/text/text.ts";

type LayerGroup = Layer["group"];

/** Group of the layer tree a record type belongs to. */
const recordGroups: Readonly<Record<string, LayerGroup>> = {
  "renewal-priority-areas": "renewal",
  "renewal-areas": "renewal",
  "quarter-projects": "quarter-projects",
  facilities: "facilities",
  "public-needs-sites": "sites",
  "planned-sites": "sites",
  "candidate-sites": "sites",
  evidence: "evidence",
};

export function groupOfRecordType(type: string): LayerGroup {
  return recordGroups[type] ?? "other";
}

/** Levels as the Kleinräumige Gliederung calls them; a city pack may name them otherwise. */
export const levelNames: Readonly<Record<AreaLevel, { singular: Text; plural: Text }>> = {
  city: { singular: { de: "Gesamtstadt", en: "City" }, plural: { de: "Gesamtstadt", en: "City" } },
  district: {
    singular: { de: "Stadtbezirk", en: "District" },
    plural: { de: "Stadtbezirke", en: "Districts" },
  },
  subdistrict: {
    singular: { de: "Stadtteil", en: "Subdistrict" },
    plural: { de: "Stadtteile", en: "Subdistricts" },
  },
  "statistical-quarter": {
    singular: { de: "Stadtviertel", en: "Statistical quarter" },
    plural: { de: "Stadtviertel", en: "Statistical quarters" },
  },
  block: { singular: { de: "Baublock", en: "Block" }, plural: { de: "Baublöcke", en: "Blocks" } },
  neighbourhood: {
    singular: { de: "Quartier", en: "Neighbourhood" },
    plural: { de: "Quartiere", en: "Neighbourhoods" },
  },
  "planning-area": {
    singular: { de: "Planungsraum", en: "Planning area" },
    plural: { de: "Planungsräume", en: "Planning areas" },
  },
  "school-district": {
    singular: { de: "Schulbezirk", en: "School district" },
    plural: { de: "Schulbezirke", en: "School districts" },
  },
};

/** Level of an area layer's segment, for example `district` of `areas-district`. */
export function levelOfLayer(layer: string): AreaLevel | undefined {
  return areaLevels.find((level) => areaLayer(level) === layer);
}
