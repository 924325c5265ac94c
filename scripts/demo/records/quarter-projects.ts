import type { fundDecisions, QuarterProject } from "#domain/quarter-project/quarter-project.ts";
import { between, pick, randomFor } from "../random.ts";
import type { DemoRecord } from "../types.ts";
import { drawnSubdistrict, type QuarterProjectFact, readRenewalFacts } from "./renewal.ts";
import { inventedSource, numbered, type Setting, schematicSource } from "./setting.ts";
import { districtsOf, quarterNear } from "./shapes.ts";

const projectCount = 25;

// The states of the invented projects, repeated: every state occurs, most are under way.
const inventedStates = [
  "UMSETZUNG",
  "ANTRAG",
  "ZWISCHENBERICHT",
  "UMSETZUNG",
  "VERSTETIGT",
  "KONZEPTPRUEFUNG",
  "BEWILLIGT",
  "UMSETZUNG",
  "AUSGELAUFEN",
  "EXPLORATION",
  "NACHBESSERUNG",
  "UMSETZUNG",
  "ABSCHLUSSEVALUATION",
  "ABGELEHNT",
  "UMSETZUNG",
  "VERSTETIGT",
  "IDEE",
  "ZWISCHENBERICHT",
  "UMSETZUNG",
  "BERATUNG",
];

/** From approval on a project is public; applications are known to few (MODEL §1). */
const notYetPublic = new Set(["IDEE", "BERATUNG", "ANTRAG", "KONZEPTPRUEFUNG", "NACHBESSERUNG", "ABGELEHNT"]);

const themes = [
  "Begegnung",
  "Gesundheit",
  "Bildung",
  "Wohnumfeld",
  "Beteiligung",
  "Engagement",
  "Älterwerden",
  "Klima",
];

function inventedProjects(setting: Setting, named: number): (QuarterProjectFact & { isPublic: boolean })[] {
  const total = projectCount * setting.scale;
  const drafts = Array.from({ length: total - named }, (_, k) => {
    const state = inventedStates[k % inventedStates.length]!;
    return { state, isPublic: !notYetPublic.has(state), k };
  });
  // Public ones carry the first numbers: a gap in the public list would tell of the rest.
  const ordered = drafts.toSorted((a, b) => Number(b.isPublic) - Number(a.isPublic));
  return ordered.map(({ state, isPublic, k }, index) => {
    const random = randomFor(setting.seed, "quarter project plan", k);
    return {
      title: numbered("Demo-Quartiersprojekt", named + index + 1, total),
      near: [drawnSubdistrict(setting, "quarter project place", k)],
      areaHa: between(random, 12, 55),
      kind: random() < 0.4 ? "COMPREHENSIVE" : "FOCUSED",
      state,
      department: pick(random, ["50", "51", "53", "61"]),
      isPublic,
    };
  });
}

/**
 * What the fund decided. Amounts are known of those it supports, and of every other one it has not decided about yet:
 * the rest stay without one, as they do in a real city.
 */
function fundOf(
  { seed }: Setting,
  { title, kind }: QuarterProjectFact,
  decision: keyof typeof fundDecisions,
): QuarterProject["fund"] {
  const random = randomFor(seed, "quarter project fund", title);
  const isKnown = decision === "GEPRUEFT_JA" || (decision === "OFFEN" && random() < 0.5);
  if (!isKnown) return { decision };
  const thousands = kind === "COMPREHENSIVE" ? between(random, 12, 30) * 5 : between(random, 3, 12) * 5;
  return { decision, annualAmountEur: thousands * 1000 };
}

/** 25 quarter projects times the scale, those with a published name first. */
export function makeQuarterProjects(setting: Setting): DemoRecord[] {
  const named = readRenewalFacts().quarterProjects.map((fact) => ({ ...fact, isPublic: true }));
  return [...named, ...inventedProjects(setting, named.length)].map((fact): DemoRecord => {
    const random = randomFor(setting.seed, "quarter project", fact.title);
    const geometry = quarterNear(setting, fact.near, fact.areaHa, random);
    const isComprehensive = fact.kind === "COMPREHENSIVE";
    const startYear = between(random, 2019, 2024);
    const hasOffice = isComprehensive || random() < 0.6;
    const position = setting.places.near(fact.near[0]!, setting.places.core(fact.near[0]!), 120, random);
    const properties: QuarterProject = {
      title: fact.title,
      kind: fact.kind,
      isIntegrated: isComprehensive && random() < 0.4,
      leadDepartment: fact.department,
      provider: numbered("Demo-Träger", between(random, 1, 24), 24),
      themes: [...new Set([pick(random, themes), pick(random, themes), pick(random, themes)])],
      targetGroups: isComprehensive
        ? []
        : [pick(random, ["FAMILIES", "OLDER_PEOPLE", "YOUNG_PEOPLE", "REFUGEES"] as const)],
      start: `${startYear}-${pick(random, ["01", "04", "07", "10"])}-01`,
      plannedEnd:
        fact.plannedEnd ??
        `${startYear + (isComprehensive ? between(random, 5, 8) : between(random, 3, 4))}-12-31`,
      ...(hasOffice
        ? {
            coordination: {
              office: `Quartiersbüro ${fact.title}`,
              position,
              openWeekdays: between(random, 3, 5),
              fte: between(random, 2, 6) / 4,
            },
          }
        : {}),
      fund: fundOf(setting, fact, pick(random, ["GEPRUEFT_JA", "GEPRUEFT_NEIN", "OFFEN"] as const)),
      steeringGroup: [
        "Jugendamt, Jugendhilfeplanung",
        "Amt für Soziales und Teilhabe, Sozialplanung",
        "Bezirksamt",
      ],
      goals: [
        {
          text: "Demo-Ziel: Ein offener Treffpunkt ist an drei Tagen in der Woche besetzt.",
          measurableBy: "Öffnungstage je Woche",
          status: pick(random, ["OPEN", "PARTLY", "REACHED"] as const),
        },
      ],
      source: `${inventedSource}; ${schematicSource}`,
    };
    return {
      type: "quarter-projects",
      state: fact.state,
      visibility: fact.isPublic ? "PUBLIC" : "RESTRICTED",
      owner: `demo:PLANNER:${fact.department}`,
      participants: fact.isPublic ? [] : ["department:61"],
      department: fact.department,
      districts: districtsOf(geometry, setting),
      geometry,
      properties,
    };
  });
}
