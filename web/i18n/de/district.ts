import type { missingAreas, ProfileLayer } from "#domain/contract/district-contract.ts";
import type { Indicator } from "#domain/indicator/indicator.ts";
import type { ValueState } from "#domain/indicator/observation.ts";

/** German wording of the page of a Stadtbezirk; en/district.ts has the same keys. */
export const district = {
  choose: "Stadtbezirk",
  own: (name: string) => `${name} (eigener)`,
  visibility: (level: string) => `Sicht: ${level}`,
  publicOnly: "Von anderen Stadtbezirken ist hier zu sehen, was öffentlich ist.",
  print: "Drucken (2 Seiten)",
  pdf: "PDF",
  showOnMap: "Auf der Karte zeigen",
  all: {
    make: "Alle Stadtbezirke als PDF",
    making: "Wird erstellt …",
    progress: (done: string, total: string) => `${done} von ${total} Stadtbezirken`,
    explanation: "Dauert etwa eine halbe Minute. Enthält höchstens, was Bezirksvorsteher*innen lesen.",
    done: "Das PDF aller Stadtbezirke ist fertig.",
    file: "Bezirksprofile.pdf",
  },
  residents: "Einwohner*innen",
  shareOfCity: (share: string) => `${share} der Stadt`,
  city: "Stadt",
  inCity: (value: string) => `Stadt: ${value}`,
  facilities: "Einrichtungen",
  coming: (decided: string, planned: string) => `beschlossen: ${decided}, geplant: ${planned}`,
  mapAlt: (indicator: string, areas: string) =>
    `Karte: ${indicator}, ${areas}. Dieselben Zahlen stehen in der Tabelle darunter.`,
  mapPlain: (district: string) => `Karte: ${district}`,
  ages: "Altersgruppen",
  noAges: "Zu den Altersgruppen liegen keine Zahlen vor.",
  share: "Anteil",
  here: "Bezirk",
  source: (source: string, day: string) => `${source}, Stichtag ${day}`,
  sourceOf: (figure: string) => `Quelle zu ${figure}`,
  monitoring: (areas: string) => `Monitoring der ${areas}`,
  monitoringOfDistrict: "Monitoring des Stadtbezirks",
  noIndicators: "Es liegen keine Indikatoren vor.",
  indicator: "Indikator",
  difference: "Unterschied zur Stadt",
  classAt: (at: string, of: string) => `Klasse ${at} von ${of}`,
  against: (difference: string) => `${difference} zur Stadt`,
  howToRead: (areas: string) =>
    `Das Farbfeld ist die Klasse im Vergleich aller ${areas} der Stadt: in einer Farbe heißt dunkler höher, bei zwei Farben liegt die Mitte im Hellen. Der Balken zeigt den Unterschied zur Stadt: rechts vom Strich höher, links davon niedriger. Beides sagt nicht gut oder schlecht.`,
  onlyDistricts: "Nur für Stadtbezirke erhoben",
  directions: {
    HIGH_IS_BURDEN: "hoch = Belastung",
    HIGH_IS_RESOURCE: "hoch = Ressource",
    NEUTRAL: "weder gut noch schlecht",
  } satisfies Record<Indicator["direction"], string>,
  missing: {
    SINGLE_SUBDISTRICT: (district: string) =>
      `${district} hat einen einzigen Stadtteil. Seine Zahlen sind die des Stadtbezirks; eine Tabelle der Stadtteile würde sie nur wiederholen. Zahlen für Stadtviertel liegen für diese Sicht nicht vor.`,
    NO_SMALLER_AREAS: () => "Kleinere Gebiete sind in dieser Karte nicht angelegt.",
  } satisfies Record<(typeof missingAreas)[number], (district: string) => string>,
  states: {
    VALUE: "",
    UNKNOWN: "unbekannt",
    SUPPRESSED: "• geheim",
    NOT_APPLICABLE: "entfällt",
    TOO_FEW_RESIDENTS: "zu wenige",
  } satisfies Record<ValueState, string>,
  stateNotes: {
    SUPPRESSED: "„• geheim“: Geheimhaltung kleiner Zahlen",
    TOO_FEW_RESIDENTS: "„zu wenige“: zu wenige Einwohner*innen",
  },
  supply: "Angebot nach Art",
  kind: "Art",
  capacityIn: "Kapazität in",
  layers: {
    BESTAND: "Bestand",
    BESCHLOSSEN: "beschlossen",
    GEPLANT: "geplant",
  } satisfies Record<ProfileLayer, string>,
  supplyNote:
    "Zahl der Orte, in Klammern ihre Kapazität. „ab“: nicht alle Orte haben eine gemeldet. Geschützte Orte zählen nicht mit.",
  noSupply: "Es ist keine Einrichtung verzeichnet.",
  noCapacity: "ohne Angabe",
  atLeast: (capacity: string) => `ab ${capacity}`,
  renewal: "SVG und Sanierungsgebiete",
  noRenewal: "Im Stadtbezirk liegt kein SVG und kein Sanierungsgebiet, das in dieser Sicht verzeichnet ist.",
  earlier: "frühere Ausgabe",
  projects: "Quartiersprojekte",
  noProjects: "Kein Quartiersprojekt ist in dieser Sicht verzeichnet.",
  sites: "Standorte und Flächen",
  noSites: "Kein Standort ist in dieser Sicht verzeichnet.",
  openingYear: (year: number) => `Eröffnung ${year}`,
  aboutArea: "Über welches Gebiet möchten Sie etwas sagen?",
  sources: "Quellen und Stichtage",
};
export type DistrictText = typeof district;
