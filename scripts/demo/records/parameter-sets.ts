import { demoWarningThresholds } from "#domain/early-warning/warning-rules.ts";
import type { ProfileParameters } from "#domain/network/profile.ts";
import type { ParameterSet } from "#domain/parameter-set/parameter-set.ts";
import type { Combination } from "#domain/parameter-set/standard.ts";
import type { Text } from "#domain/text/text.ts";
import type { DemoRecord } from "../types.ts";
import { inventedSource } from "./setting.ts";
import { demoStandards } from "./standards.ts";

const profiles: readonly ProfileParameters[] = [
  { profile: "ADULT", speedMmPerSecond: 1300, usesSteps: true, maxSlopePerMille: null },
  { profile: "CHILD", speedMmPerSecond: 1000, usesSteps: true, maxSlopePerMille: null },
  { profile: "OLDER_PERSON", speedMmPerSecond: 900, usesSteps: false, maxSlopePerMille: 120 },
  { profile: "BARRIER_FREE", speedMmPerSecond: 900, usesSteps: false, maxSlopePerMille: 60 },
];

const noise: Text = {
  de: "Lärm gegenüber Wohnungen und Ruhezeiten",
  en: "noise beside flats and rest hours",
};
const evenings: Text = { de: "Öffnung am Abend", en: "open in the evening" };

/** Kinds that may share a roof, the floor area they could share in m², and what may stand in the way. */
const combinations: readonly Combination[] = [
  combined("KITA", "TREFFPUNKT", 120, null),
  combined("KITA", "GRUNDSCHULE", 150, null),
  combined("KITA", "PFLEGEHEIM", 60, { de: "Ruhezeiten", en: "rest hours" }),
  combined("KITA", "JUGENDHAUS", 40, noise),
  combined("KITA", "BEGEGNUNG_AELTERE", 80, null),
  combined("KITA", "SPIELPLATZ_KLEIN", null, {
    de: "Außenfläche der Kita bleibt eigene Fläche",
    en: "outdoor area of the day care stays its own",
  }),
  combined("GRUNDSCHULE", "GANZTAG", 300, null),
  combined("GRUNDSCHULE", "JUGENDHAUS", 150, evenings),
  combined("GRUNDSCHULE", "SPIELPLATZ", null, {
    de: "Pausenhof nur außerhalb der Schulzeit",
    en: "school yard outside school hours only",
  }),
  combined("TREFFPUNKT", "BEGEGNUNG_AELTERE", 150, null),
  combined("TREFFPUNKT", "JUGENDHAUS", 120, evenings),
  combined("TREFFPUNKT", "HAUSARZT", 30, null),
  combined("BEGEGNUNG_AELTERE", "TAGESPFLEGE", 80, null),
  combined("BEGEGNUNG_AELTERE", "PFLEGEHEIM", 100, null),
  combined("PFLEGEHEIM", "TAGESPFLEGE", 100, null),
  combined("PFLEGEHEIM", "JUGENDHAUS", null, noise),
  combined("HAUSARZT", "KINDERARZT", 60, null),
];

function combined(one: string, other: string, sharedM2: number | null, conflict: Text | null): Combination {
  return { kinds: [one, other], sharedM2, conflict };
}

const demoSet: ParameterSet = {
  name: "Demo-Kennwertsatz (nicht abgestimmt)",
  validFrom: "2022-12-31",
  source: `${inventedSource}; Größenordnungen aus dem Gedächtnis, von niemandem abgestimmt`,
  standards: [...demoStandards],
  profiles: [...profiles],
  combinations: [...combinations],
  rules: { gapShareOfTarget: 0.8, duplicateOverlap: 0.6, duplicateUtilisation: 0.7, synergyWayM: 400 },
  warnings: demoWarningThresholds,
  note: "Nur zum Ausprobieren. Gehgeschwindigkeiten und größte Steigungen sind zu prüfen, bevor damit geplant wird.",
};

const citySet: ParameterSet = {
  name: "Kennwertsatz Stuttgart (abzustimmen)",
  validFrom: "2022-12-31",
  source: "Noch leer: Kennwerte sind transparent zu machen und abzustimmen",
  standards: [],
  profiles: [],
  combinations: [],
};

/** A set to try things out with, and the empty one the city would fill. */
export function makeParameterSets(): DemoRecord[] {
  return [demoSet, citySet].map((properties) => ({
    type: "parameter-sets",
    state: "ENTWURF",
    visibility: "INTERNAL",
    owner: "demo:SECRETARIAT",
    participants: [],
    department: null,
    districts: [],
    geometry: null,
    properties,
  }));
}
