import { departments, renewalDepartment } from "#domain/access/departments.ts";
import type { Visibility } from "#domain/access/visibility.ts";
import type { AreaSelectionDossier } from "#domain/area-selection/area-selection-dossier.ts";
import type { MatchRecommendation, SocialMatch } from "#domain/renewal/social-match.ts";
import type { DemoArea, DemoRecord } from "../types.ts";

interface MatchPlan {
  /** Number of the SVG within the edition that holds. */
  priorityArea: number;
  urban?: string;
  social?: string;
  agreed?: Required<Pick<SocialMatch, "recommendation" | "reason" | "meeting">>;
  state: "IN_BEWERTUNG" | "ABGESTIMMT" | "UEBERHOLT";
  visibility: Visibility;
}

const agreed = (recommendation: MatchRecommendation, reason: string, meeting: string) => ({
  ...{ recommendation, reason, meeting },
});

const matchPlans: readonly MatchPlan[] = [
  {
    priorityArea: 2,
    urban: "Die Höfe sind dicht überbaut, Wege enden an Mauern. Ein Platz fehlt.",
    social: "Viele Kinder in der Grundsicherung, kaum Räume für offene Angebote.",
    agreed: agreed(
      "INTEGRIERT",
      "Platz und Treffpunkt lassen sich nur zusammen planen.",
      "Demo-Begleitgremium 1/2025",
    ),
    state: "ABGESTIMMT",
    visibility: "PUBLIC",
  },
  {
    priorityArea: 4,
    urban: "Der Bestand ist ordentlich, nur die Nahversorgung ist weggefallen.",
    social: "Ältere Menschen leben oft allein; ein Besuchsdienst ist aufgelöst.",
    agreed: agreed(
      "NUR_SOZIAL",
      "Baulich besteht kein Anlass für eine Sanierung.",
      "Demo-Begleitgremium 1/2025",
    ),
    state: "ABGESTIMMT",
    visibility: "INTERNAL",
  },
  {
    priorityArea: 6,
    urban: "Ladenzeile steht halb leer, die Straße trennt das Quartier.",
    social: "Der Jugendtreff ist an drei Abenden offen und reicht nicht.",
    state: "IN_BEWERTUNG",
    visibility: "INTERNAL",
  },
  {
    priorityArea: 9,
    urban: "Versiegelte Flächen und wenig Schatten; Förderung wäre möglich.",
    state: "IN_BEWERTUNG",
    visibility: "INTERNAL",
  },
  {
    priorityArea: 11,
    social: "Vor dem Neubau am Rand geschrieben; die Familien sind inzwischen umgezogen.",
    state: "UEBERHOLT",
    visibility: "INTERNAL",
  },
];

/**
 * Abgleiche of SVG of the demo with the Stadtbezirk they lie in: both sides, one side, agreed, outdated. A record gets its
 * id when it is loaded, so `priorityAreaId` holds the place of the SVG among those of the demo, from 1.
 */
export function makeMatches(priorityAreas: readonly DemoRecord[]): DemoRecord[] {
  return matchPlans.flatMap(({ priorityArea, urban, social, agreed, state, visibility }): DemoRecord[] => {
    const place = priorityAreas.findIndex(
      ({ properties, state }) => properties.number === priorityArea && state === "BESCHLOSSEN",
    );
    const district = priorityAreas[place]?.districts[0];
    if (!district) return [];
    const said = (text: string, department: string) => ({
      ...{
        text: `Demo-Bewertung: ${text}`,
        office: departments[department]?.de ?? department,
        date: "2025-02-12",
      },
    });
    const properties = {
      ...{ priorityAreaId: String(place + 1), areaLevel: "district" as const, areaNumber: district },
      ...(urban && { urbanAssessment: said(urban, renewalDepartment) }),
      ...(social && { socialAssessment: said(social, "50") }),
      ...agreed,
    } satisfies SocialMatch;
    const department = urban ? renewalDepartment : "50";
    return [{ ...written("social-matches", department, district), state, visibility, properties }];
  });
}

const dossierPlans: readonly (Omit<AreaSelectionDossier, "areaLevel" | "areaNumber"> & {
  /** Place of the Stadtbezirk in their list. */
  at: number;
  state: string;
  visibility: Visibility;
})[] = [
  {
    at: 1,
    proposal: "UMFASSEND",
    reason: "Mehrere Zahlen liegen über denen der Stadt, und vor Ort gibt es einen Verein, der trägt.",
    meetingResult: "Demo-Begleitgremium 2/2025: einstimmig befürwortet.",
    state: "BESCHLOSSEN",
    visibility: "PUBLIC",
  },
  {
    at: 7,
    proposal: "FOKUSSIERT",
    reason: "Das Anliegen betrifft eine Gruppe: ältere Menschen, die allein leben.",
    state: "VORGESCHLAGEN",
    visibility: "INTERNAL",
  },
  {
    at: 10,
    proposal: "FOKUSSIERT",
    reason: "Für Jugendliche am Abend ist im Umkreis nichts offen.",
    state: "VORGESCHLAGEN",
    visibility: "INTERNAL",
  },
  {
    at: 13,
    mirrorNote: "Die Quote sinkt; die Beratungsstellen berichten das Gegenteil. Bitte zusammen ansehen.",
    state: "IN_ARBEIT",
    visibility: "INTERNAL",
  },
  {
    at: 16,
    proposal: "UMFASSEND",
    reason: "Vorgeschlagen wegen des Neubaus am Rand.",
    meetingResult: "Demo-Begleitgremium 1/2025: nicht aufgenommen, zuerst die Sanierung abwarten.",
    state: "ABGELEHNT",
    visibility: "INTERNAL",
  },
  { at: 19, mirrorNote: "Zahlen für 2025 abwarten.", state: "ZURUECKGESTELLT", visibility: "INTERNAL" },
];

/** Gebietsdossiers of the demo in every state, each for another Stadtbezirk: invented, without a score. */
export function makeDossiers(districts: readonly DemoArea[]): DemoRecord[] {
  return dossierPlans.flatMap(({ at, state, visibility, ...said }): DemoRecord[] => {
    const number = districts[at]?.number;
    if (!number) return [];
    const properties = { areaLevel: "district" as const, areaNumber: number, ...said };
    return [{ ...written("area-selection-dossiers", "50", number), state, visibility, properties }];
  });
}

/** What a record of words is like before it says anything: of one department about one district, without a place. */
function written(type: string, department: string, district: string) {
  return {
    ...{ type, owner: `demo:PLANNER:${department}`, participants: [], department },
    ...{ districts: [district], geometry: null },
  };
}
