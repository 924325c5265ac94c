import type { MultiPolygon } from "geojson";
import type { ProfileCode } from "../network/profile.ts";
import type { WayMeasure } from "../reachability/reachability.ts";
import type { SupplyLayer } from "../site/site-fields.ts";

/**
 * Answers of analysis. People are numbers of people (thousandths at finest), ways whole metres, durations
 * minutes. Every answer carries the scenario it belongs to and the ingredients it was made from.
 */
export interface AnalysisAnswer<Result> {
  scenario: { id: string; name: string };
  result: Result;
  ingredients: Ingredients;
  /** Sentences a person must read beside the figures, German and English. */
  warnings: { de: string; en: string }[];
}

/** "So gerechnet": where every part of a figure comes from. */
export interface Ingredients {
  kind: string;
  profile: ProfileCode;
  measure: WayMeasure;
  /** Longest way, in metres or minutes as `measure` says. */
  limit: number;
  /** True where limit or profile differ from the standard. */
  differsFromStandard: boolean;
  /** "network" or lengthened air line, which every screen, sheet and export names. */
  method: "network" | "air-line";
  layers: SupplyLayer[];
  ages: { from: number; to: number | null };
  /** True where an age group of the grid was split evenly. */
  agesEstimated: boolean;
  parameterSet: { id: string; name: string; validFrom: string };
  grid: DatasetDates;
  network: DatasetDates | null;
  /** Earliest and latest reference date of the capacities that count. */
  capacityDates: { earliest: string; latest: string } | null;
  supplyPoints: number;
}
export interface DatasetDates {
  source: string;
  referenceDate: string;
}

/** Ways of a group of people to the nearest place that counts. */
export interface CoverageFigures {
  /** People of the target group. */
  people: number;
  /** … with a place within the limit. */
  covered: number;
  /** In metres or minutes; null where fewer than half (nine tenths) reach any place. */
  medianWay: number | null;
  ninetiethWay: number | null;
}
export interface CoverageResult {
  city: CoverageFigures;
  areas: (CoverageFigures & { areaNumber: string })[];
}

export interface SupplyRatioResult {
  city: SupplyRatioFigures;
  areas: (SupplyRatioFigures & { areaNumber: string })[];
}
export interface SupplyRatioFigures {
  people: number;
  /** Offered places of each layer by itself; layers are never added silently. */
  capacity: Record<SupplyLayer, number>;
  /** Places of the layers asked for whose capacity nobody knows; they are in no sum. */
  unknownCapacity: number;
  /** Capacity of the layers asked for over people; null without people, or where no capacity is known. */
  ratio: number | null;
}

export interface FloatingCatchmentResult {
  /** "gaussian": nearer people and places count more (E2SFCA); "step": all within the limit alike (2SFCA). */
  distanceWeights: "gaussian" | "step";
  /** Of the whole city: capacity per person, weighted by people. */
  city: number | null;
  areas: { areaNumber: string; people: number; accessibility: number | null }[];
  /** Facilities nobody of the target group reaches: their capacity serves nobody. */
  withoutDemand: string[];
}

export interface GapResult {
  /** Of the whole city. */
  unserved: number;
  people: number;
  areas: GapArea[];
  /** Unserved people on the map, after disclosure control. */
  cells: DrawnCells;
}
export interface GapArea {
  areaNumber: string;
  people: number;
  unserved: number;
  /** Places per person (E2SFCA), and what the standard wants; null without a standard. */
  accessibility: number | null;
  target: number | null;
  /** Missing places; null without a standard. */
  deficit: number | null;
  /** Which of the three conditions hold (METHODS §3); null where it could not be checked. */
  conditions: {
    belowTarget: boolean | null;
    deficitIsUnit: boolean | null;
    notClosedByDecided: boolean | null;
  };
  /** 1 to 3 where all three hold, null otherwise. */
  grade: 1 | 2 | 3 | null;
}

/** Squares of people that may be drawn: none below the threshold of METHODS §10. */
export interface DrawnCells {
  /** Edge in metres: cells are put together so that more of them may be drawn. */
  sizeM: number;
  /** Corners as flat longitude, latitude of four points per cell, in degrees. */
  corners: number[];
  people: number[];
  /** Cells left out because fewer people live there than may be told, and their people in total. */
  hiddenCells: number;
  hiddenPeople: number | null;
}

export interface DuplicatePair {
  first: { id: string; name: string };
  second: { id: string; name: string };
  /** Share of people in the smaller catchment who are in both. */
  overlap: number;
  firstUtilisation: number | null;
  secondUtilisation: number | null;
  /** Different providers are wanted (§ 5 SGB VIII) and speak against a double structure; null where unknown. */
  differentProviders: boolean | null;
  /** Reasons of the Prüfhinweis, and what speaks against it; null is "nicht geprüft". */
  reasons: { code: DuplicateReason; holds: boolean | null }[];
}
export const duplicateReasons = {
  SAME_FUNCTION: { de: "gleiche Aufgabe", en: "same function" },
  SAME_TARGET_GROUP: { de: "gleiche Zielgruppe", en: "same target group" },
  OVERLAPPING_HOURS: { de: "sich überschneidende Öffnungszeiten", en: "overlapping opening hours" },
  OVERLAPPING_CATCHMENT: { de: "Einzugsbereiche überschneiden sich", en: "overlapping catchments" },
  LOW_UTILISATION: { de: "beide wenig ausgelastet", en: "low utilisation of both" },
  NO_COOPERATION: { de: "keine Kooperation bekannt", en: "no known cooperation" },
} as const;
export type DuplicateReason = keyof typeof duplicateReasons;
export interface DuplicateResult {
  pairs: DuplicatePair[];
  /** Pairs that overlap but could not be judged because utilisation is unknown. */
  unknown: number;
}

export interface CatchmentResult {
  breaks: { limit: number; outline: MultiPolygon; people: number; byAge: AgeCount[] }[];
}
export interface AgeCount {
  code: string;
  from: number;
  to: number | null;
  people: number;
}

/** What a sketched site would change, against doing nothing (METHODS §3, Site evaluation). */
export interface SiteEvaluation {
  siteId: string;
  /** Target group within the limit of the site. */
  inCatchment: number;
  /** … who had no place within the limit before. */
  newlyServed: number;
  /** Residents of any age newly served. */
  newlyServedResidents: number;
  /** Share of the catchment that already had a place within the limit; null for an empty catchment. */
  overlap: number | null;
  /** Residents newly served, by age group of the grid. */
  byAge: AgeCount[];
  /** City-wide ways before and after. */
  before: CoverageFigures;
  after: CoverageFigures;
  /** Areas whose figures move, most newly served first. */
  areas: { areaNumber: string; newlyServed: number; before: CoverageFigures; after: CoverageFigures }[];
  /** Facilities whose people would have the site nearer: how many, and the share of their catchment the site has too. */
  relieved: { id: string; name: string; people: number; overlap: number }[];
}

/** The slower facts of a site, asked for when it rests. */
export interface SiteCheck {
  outline: MultiPolygon;
  snapM: number | null;
  synergy: SynergyEntry[];
  /** Facilities to look at before building anew. */
  existingFirst: {
    id: string;
    name: string;
    wayM: number;
    freeCapacity: number | null;
    condition: string | null;
    sharedUse: string[];
  }[];
  outdoor: { neededM2: number; availableM2: number | null; isEnough: boolean | null; source: string } | null;
  /** Share (0 to 1) of inhabited cells with a longer way, and the median of that of the kind's present facilities. */
  goodLocation: { code: GoodLocationCode; betterThan: number | null; facilities: number | null }[];
  constraints: { kind: string; rating: string; text: string }[];
}
export const goodLocationCodes = {
  NOISE: { de: "Lärm", en: "noise" },
  GREEN: { de: "Weg zu Grün ab 0,5 ha", en: "way to green of 0.5 ha or more" },
  STOP: { de: "Weg zur Haltestelle", en: "way to a stop" },
  SHOP: { de: "Weg zum Einkaufen", en: "way to a local shop" },
} as const;
export type GoodLocationCode = keyof typeof goodLocationCodes;
export interface SynergyEntry {
  id: string;
  name: string;
  facilityType: string;
  wayM: number;
  sharedM2: number | null;
  conflict: { de: string; en: string } | null;
}

/** A suggestion with its proof (METHODS §8): always "Vorschlag zur Prüfung". */
export interface Suggestion {
  objective: string;
  sites: SuggestedSite[];
  /** People covered, mean way in metres, longest way in metres, or number of sites, as the objective says. */
  value: number;
  /** No better value than this is possible, and how far ours may be from it: |bound − value| / |bound|. */
  bound: number;
  gap: number;
  isProven: boolean;
  /** Value of doing nothing. */
  present: number;
  alternatives: { sites: SuggestedSite[]; value: number }[];
  candidates: number;
  equityWeight: number;
  whyNot: WhyNot | null;
}
export interface SuggestedSite {
  candidateId: string;
  name: string | null;
  longitude: number;
  latitude: number;
  /** People this site alone adds to the solution. */
  people: number;
}
export interface WhyNot {
  candidate: SuggestedSite;
  value: number;
  /** Value lost against the best, in the objective's unit, never negative. */
  loss: number;
  gap: number;
  displaced: SuggestedSite[];
  /** People lost (negative) or won by area. */
  areas: { areaNumber: string; people: number }[];
}
