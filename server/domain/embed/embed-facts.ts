import type { AreaLevel } from "../area/area.ts";
import type { ChoroplethScale } from "../classification/choropleth-scale.ts";
import type { City, Layer } from "../contract/contract.ts";
import type { FacilityFamily } from "../facility/facility-families.ts";
import type { ValueState } from "../indicator/observation.ts";
import type { Language } from "../text/text.ts";

/** What the page of an embed carries for its map: everything the map draws apart from the tiles, all of it public. */
export interface EmbedFacts {
  language: Language;
  city: City;
  level: AreaLevel;
  layers: Layer[];
  families: readonly FacilityFamily[];
  choropleth: {
    drawing: "classes" | "symbols";
    scale: ChoroplethScale;
    maximum: number;
    /** Area number, value, state. */
    values: [string, number | null, ValueState][];
  } | null;
  /** The map never shows anything outside: west, south, east, north. */
  bounds: [number, number, number, number];
  /** Origins whose messages are listened to. */
  ancestors: readonly string[];
  /** Query of exactly this view. */
  query: string;
  /** Accessible name of the map. */
  name: string;
  words: { failed: string; nothingHere: string; severalHere: string; loaded: string };
}

/** Id of the element that holds the facts as JSON. */
export const embedFactsId = "embed-facts";
