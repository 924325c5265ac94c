import type { Text } from "../text/text.ts";
import type { FacilityFamily } from "./facility-families.ts";

export interface FacilityType {
  name: Text;
  family: FacilityFamily;
  /** Unit its capacity is mainly counted in. */
  unit: CapacityUnit;
}

/** Units of a capacity (MODEL §4). */
export const capacityUnits = {
  PLATZ: { de: "Plätze", en: "places" },
  GRUPPE: { de: "Gruppen", en: "groups" },
  KLASSE: { de: "Klassen", en: "classes" },
  ZUG: { de: "Züge", en: "streams" },
  M2: { de: "m²", en: "m²" },
  VERSORGUNGSAUFTRAG: { de: "Versorgungsaufträge", en: "mandates" },
  STELLE: { de: "Stellen", en: "posts" },
  BESUCHE: { de: "Besuche", en: "visits" },
} as const satisfies Record<string, Text>;
export type CapacityUnit = keyof typeof capacityUnits;

/** Type catalogue of existing and planned facilities (MODEL §4.1), German keys as in the catalogue. */
export const facilityTypes = {
  KITA_U3: {
    name: { de: "Krippe, Kleinkindbetreuung", en: "Crèche" },
    family: "early-childhood",
    unit: "PLATZ",
  },
  KITA_UE3: { name: { de: "Kita 3–6", en: "Day care 3–6" }, family: "early-childhood", unit: "PLATZ" },
  KITA_MIX: {
    name: { de: "Kita altersgemischt", en: "Day care, mixed ages" },
    family: "early-childhood",
    unit: "PLATZ",
  },
  TAGESPFLEGE: {
    name: { de: "Kindertagespflege", en: "Childminding" },
    family: "early-childhood",
    unit: "PLATZ",
  },
  GRUNDSCHULE: { name: { de: "Grundschule", en: "Primary school" }, family: "school", unit: "KLASSE" },
  SEK: { name: { de: "Weiterführende Schule", en: "Secondary school" }, family: "school", unit: "KLASSE" },
  SBBZ: {
    name: { de: "Sonderpädagogisches Bildungs- und Beratungszentrum", en: "Special needs education centre" },
    family: "school",
    unit: "KLASSE",
  },
  GANZTAG: {
    name: { de: "Ganztagsbetreuung Klasse 1–4", en: "All-day care, classes 1–4" },
    family: "school",
    unit: "PLATZ",
  },
  SCHULSOZIALARBEIT: {
    name: { de: "Schulsozialarbeit", en: "School social work" },
    family: "school",
    unit: "STELLE",
  },
  JUGENDHAUS: { name: { de: "Jugendhaus", en: "Youth house" }, family: "youth", unit: "M2" },
  JUGENDTREFF: { name: { de: "Jugendtreff", en: "Youth meeting place" }, family: "youth", unit: "M2" },
  MOBILE_JUGENDARBEIT: {
    name: { de: "Mobile Jugendarbeit", en: "Outreach youth work" },
    family: "youth",
    unit: "STELLE",
  },
  AKTIVSPIELPLATZ: {
    name: { de: "Aktivspielplatz", en: "Supervised adventure playground" },
    family: "youth",
    unit: "M2",
  },
  JUGENDFARM: { name: { de: "Jugendfarm", en: "Youth farm" }, family: "youth", unit: "M2" },
  KONSUMFREI: {
    name: { de: "Konsumfreier Jugendraum", en: "Non-commercial youth space" },
    family: "youth",
    unit: "M2",
  },
  SPIELPLATZ: { name: { de: "Spielplatz", en: "Playground" }, family: "open-space", unit: "M2" },
  BOLZ_BEWEGUNG: {
    name: { de: "Bolz- und Bewegungsfläche", en: "Ball and movement area" },
    family: "open-space",
    unit: "M2",
  },
  SKATE: { name: { de: "Skateanlage", en: "Skate park" }, family: "open-space", unit: "M2" },
  FAMILIENZENTRUM: {
    name: { de: "Stadtteil- und Familienzentrum", en: "District and family centre" },
    family: "neighbourhood",
    unit: "M2",
  },
  KIFAZ: {
    name: { de: "Kinder- und Familienzentrum", en: "Children and family centre" },
    family: "neighbourhood",
    unit: "PLATZ",
  },
  STADTTEILHAUS: {
    name: { de: "Stadtteilhaus", en: "Community house" },
    family: "neighbourhood",
    unit: "M2",
  },
  BERATUNGSZENTRUM: {
    name: { de: "Beratungszentrum Jugend und Familie", en: "Youth and family advice centre" },
    family: "neighbourhood",
    unit: "STELLE",
  },
  GENERATIONENHAUS: {
    name: { de: "Generationenhaus", en: "Multi-generation house" },
    family: "neighbourhood",
    unit: "M2",
  },
  SOZIALER_TREFF: {
    name: { de: "Sozialer Treff", en: "Social meeting place" },
    family: "neighbourhood",
    unit: "M2",
  },
  BEGEGNUNG_AELTERE: {
    name: { de: "Begegnungsstätte für Ältere", en: "Meeting place for older people" },
    family: "older-people",
    unit: "BESUCHE",
  },
  PFLEGE_STATIONAER: { name: { de: "Pflegeheim", en: "Care home" }, family: "older-people", unit: "PLATZ" },
  PFLEGE_WG: {
    name: { de: "Pflege-Wohngemeinschaft", en: "Shared care flat" },
    family: "older-people",
    unit: "PLATZ",
  },
  TAGESPFLEGE_SENIOREN: {
    name: { de: "Tagespflege für Ältere", en: "Day care for older people" },
    family: "older-people",
    unit: "PLATZ",
  },
  KURZZEITPFLEGE: {
    name: { de: "Kurzzeitpflege", en: "Short-term care" },
    family: "older-people",
    unit: "PLATZ",
  },
  PFLEGESTUETZPUNKT: {
    name: { de: "Pflegestützpunkt", en: "Care advice point" },
    family: "older-people",
    unit: "STELLE",
  },
  HAUSARZT: {
    name: { de: "Hausarztpraxis", en: "General practitioner" },
    family: "health",
    unit: "VERSORGUNGSAUFTRAG",
  },
  KINDERARZT: {
    name: { de: "Kinderarztpraxis", en: "Paediatrician" },
    family: "health",
    unit: "VERSORGUNGSAUFTRAG",
  },
  APOTHEKE: { name: { de: "Apotheke", en: "Pharmacy" }, family: "health", unit: "BESUCHE" },
  HEBAMME: { name: { de: "Hebamme", en: "Midwife" }, family: "health", unit: "STELLE" },
  GESUNDHEITSKIOSK: {
    name: { de: "Gesundheitsförderung im Quartier", en: "Neighbourhood health promotion" },
    family: "health",
    unit: "STELLE",
  },
  EINGLIEDERUNG_WOHNEN: {
    name: { de: "Wohnen der Eingliederungshilfe", en: "Supported housing" },
    family: "inclusion",
    unit: "PLATZ",
  },
  TAGESSTRUKTUR: {
    name: { de: "Tagesstruktur", en: "Day structure for people with disabilities" },
    family: "inclusion",
    unit: "PLATZ",
  },
  WOHNUNGSLOSENHILFE: {
    name: { de: "Wohnungslosenhilfe", en: "Help for homeless people" },
    family: "inclusion",
    unit: "PLATZ",
  },
  SCHUTZHAUS: { name: { de: "Schutzhaus", en: "Refuge" }, family: "inclusion", unit: "PLATZ" },
  GEFLUECHTETE_UNTERKUNFT: {
    name: { de: "Unterkunft für Geflüchtete", en: "Accommodation for refugees" },
    family: "inclusion",
    unit: "PLATZ",
  },
  GEFLUECHTETE_BEGEGNUNG: {
    name: { de: "Begegnung für Geflüchtete", en: "Meeting place for refugees" },
    family: "inclusion",
    unit: "M2",
  },
  RELIGION_RAUM: {
    name: { de: "Raum einer Religionsgemeinschaft", en: "Room of a faith community" },
    family: "faith",
    unit: "M2",
  },
  BIBLIOTHEK: { name: { de: "Bibliothek", en: "Library" }, family: "culture", unit: "BESUCHE" },
  KULTUR: { name: { de: "Kultureinrichtung", en: "Cultural venue" }, family: "culture", unit: "M2" },
  VHS_MUSIKSCHULE: {
    name: { de: "Volkshochschule, Musikschule", en: "Adult education, music school" },
    family: "culture",
    unit: "BESUCHE",
  },
  SPORTHALLE: { name: { de: "Sporthalle", en: "Sports hall" }, family: "open-space", unit: "M2" },
  SPORTPLATZ: { name: { de: "Sportplatz", en: "Sports ground" }, family: "open-space", unit: "M2" },
  BAD: { name: { de: "Bad", en: "Swimming pool" }, family: "open-space", unit: "BESUCHE" },
  GRUENFLAECHE: { name: { de: "Grünfläche", en: "Green space" }, family: "open-space", unit: "M2" },
  NAHVERSORGUNG: { name: { de: "Nahversorgung", en: "Local shop" }, family: "supply", unit: "M2" },
  OEPNV_HALT: { name: { de: "Haltestelle", en: "Public transport stop" }, family: "supply", unit: "BESUCHE" },
  OEFF_WC_TRINKBRUNNEN: {
    name: { de: "Öffentliches WC, Trinkbrunnen", en: "Public toilet, drinking fountain" },
    family: "supply",
    unit: "BESUCHE",
  },
} as const satisfies Record<string, FacilityType>;
export type FacilityTypeCode = keyof typeof facilityTypes;

export const facilityTypeCodes = Object.keys(facilityTypes) as [FacilityTypeCode, ...FacilityTypeCode[]];
