import { readFileSync } from "node:fs";
import type { Polygon } from "geojson";
import type { z } from "zod";
import type { RenewalArea } from "#domain/renewal/renewal-area.ts";
import type { renewalPriorityAreaSchema } from "#domain/renewal/renewal-priority-area.ts";
import { between, pick, pickWeighted, randomFor } from "../random.ts";
import type { DemoRecord } from "../types.ts";
import { numbered, type Setting, schematicSource } from "./setting.ts";
import { districtsOf, quarterNear, type Redrawing, redrawn } from "./shapes.ts";

type RenewalPriorityArea = z.infer<typeof renewalPriorityAreaSchema>;

interface PriorityAreaFact {
  number: number;
  name: string;
  near: string[];
  areaHa: number;
  edition?: string;
  validFrom?: string;
  councilPaper?: string;
}

/** An edition that a later one replaced: areas of the later one, some drawn otherwise, and some that ended with it. */
interface EarlierEdition {
  edition: string;
  validFrom: string;
  validTo: string;
  continued: ({ number: number } & Partial<Redrawing>)[];
  ended: PriorityAreaFact[];
}

interface RenewalAreaFact {
  code: string;
  near: string[];
  areaHa: number;
  state: string;
  programme?: RenewalArea["programmes"][number]["programme"];
  admittedYear?: number;
  fundingPeriodEnd?: string;
  procedure?: RenewalArea["procedure"];
  councilPaper?: string;
  inForceSince?: string;
  fromPriorityArea?: number;
}

export interface QuarterProjectFact {
  title: string;
  near: string[];
  areaHa: number;
  kind: "COMPREHENSIVE" | "FOCUSED";
  state: string;
  department: string;
  plannedEnd?: string;
}

/** The published names and dates of renewal and quarter projects with the demo's assumptions about their place. */
export function readRenewalFacts(): {
  priorityAreas: PriorityAreaFact[];
  earlierEdition: EarlierEdition;
  renewalAreas: RenewalAreaFact[];
  quarterProjects: QuarterProjectFact[];
} {
  return JSON.parse(readFileSync(new URL("../../../geodata/demo/renewal.json", import.meta.url), "utf8"));
}

/** Largest number a priority area may carry. */
const lastNumber = 999;

const deficitKinds: RenewalPriorityArea["deficits"][number]["kind"][] = [
  "URBAN",
  "SOCIAL",
  "ECONOMIC",
  "TRAFFIC",
  "OPEN_SPACE",
];

/** A subdistrict drawn by its residents. */
export function drawnSubdistrict(setting: Setting, ...seeds: (string | number)[]): string {
  const random = randomFor(setting.seed, ...seeds);
  const weights = setting.subdistricts.map(({ residents }) => (residents < 400 ? 0 : residents));
  return setting.subdistricts[pickWeighted(random, weights)]!.number;
}

const inRenewal = { owner: "demo:PLANNER:61", participants: [], department: "61" };

/** The 22 priority areas and the earlier edition; a larger scale adds invented ones up to number 999. */
export function makePriorityAreas(setting: Setting): DemoRecord[] {
  const present = presentPriorityAreas(setting);
  return [...present, ...earlierPriorityAreas(setting, present)];
}

function earlierPriorityAreas(setting: Setting, present: readonly DemoRecord[]): DemoRecord[] {
  const { edition, validFrom, validTo, continued, ended } = readRenewalFacts().earlierEdition;
  const record = (
    { number, name }: { number: number; name: string },
    state: string,
    geometry: Polygon,
  ): DemoRecord => ({
    type: "renewal-priority-areas",
    state,
    visibility: "PUBLIC",
    ...inRenewal,
    districts: districtsOf(geometry, setting),
    geometry,
    properties: {
      ...{ number, name, edition, validFrom, validTo, councilPapers: [], deficits: [] },
      source: `Ausgabe erfunden; ${schematicSource}`,
    } satisfies RenewalPriorityArea,
  });
  return [
    ...continued.map(({ number, factor = 1, east = 0, north = 0 }) => {
      const later = present.find(({ properties }) => properties.number === number)!;
      const outline = redrawn(later.geometry as Polygon, { factor, east, north });
      return record({ number, name: String(later.properties.name) }, "FORTGEFUEHRT", outline);
    }),
    ...ended.map((fact) => {
      const random = randomFor(setting.seed, "ended priority area", fact.number);
      return record(fact, "AUFGEHOBEN", quarterNear(setting, fact.near, fact.areaHa, random));
    }),
  ];
}

function presentPriorityAreas(setting: Setting): DemoRecord[] {
  const { priorityAreas } = readRenewalFacts();
  const total = Math.min(lastNumber, priorityAreas.length * setting.scale);
  const invented = Array.from({ length: total - priorityAreas.length }, (_, k): PriorityAreaFact => {
    const number = priorityAreas.length + k + 1;
    const near = [drawnSubdistrict(setting, "priority area place", number)];
    return {
      number,
      name: numbered("Demo-SVG", number, total),
      near,
      areaHa: 10 + (number % 40),
      edition: "Demo",
    };
  });
  return [...priorityAreas, ...invented].map((fact): DemoRecord => {
    const random = randomFor(setting.seed, "priority area", fact.number);
    const geometry = quarterNear(setting, fact.near, fact.areaHa, random);
    const is2012 = fact.edition === undefined;
    const kinds = new Set([
      pick(random, deficitKinds),
      pick(random, deficitKinds),
      pick(random, deficitKinds),
    ]);
    const properties: RenewalPriorityArea = {
      number: fact.number,
      name: fact.name,
      edition: fact.edition ?? "Fortschreibung 2012",
      councilPapers: fact.councilPaper ? [fact.councilPaper] : is2012 ? ["GRDrs 322/2012"] : [],
      ...(is2012
        ? { statute: { resolvedOn: "2012-11-22", inForceSince: "2012-12-06" }, validFrom: "2012-12-06" }
        : {}),
      ...(fact.validFrom ? { validFrom: fact.validFrom } : {}),
      deficits: [...kinds].map((kind) => ({ kind, text: "Demo-Angabe" })),
      source: `Landeshauptstadt Stuttgart (Name, Ausgabe); ${schematicSource}`,
    };
    return {
      type: "renewal-priority-areas",
      state: "BESCHLOSSEN",
      visibility: "PUBLIC",
      ...inRenewal,
      districts: districtsOf(geometry, setting),
      geometry,
      properties,
    };
  });
}

/** The twelve renewal areas times the scale. */
export function makeRenewalAreas(setting: Setting): DemoRecord[] {
  const { renewalAreas } = readRenewalFacts();
  const total = renewalAreas.length * setting.scale;
  const invented = Array.from({ length: total - renewalAreas.length }, (_, k): RenewalAreaFact => {
    const number = renewalAreas.length + k + 1;
    const near = [drawnSubdistrict(setting, "renewal area place", number)];
    return {
      code: numbered("Demo-Sanierungsgebiet", number, total),
      near,
      areaHa: 15 + (number % 40),
      state: "IN_DURCHFUEHRUNG",
    };
  });
  return [...renewalAreas, ...invented].map((fact): DemoRecord => {
    const random = randomFor(setting.seed, "renewal area", fact.code);
    const geometry = quarterNear(setting, fact.near, fact.areaHa, random);
    const { programme, admittedYear, fundingPeriodEnd, procedure, councilPaper, inForceSince } = fact;
    const properties: RenewalArea = {
      code: fact.code,
      programmes: programme
        ? [
            {
              programme,
              ...(admittedYear ? { admittedYear } : {}),
              ...(fundingPeriodEnd ? { fundingPeriodEnd } : {}),
              fundingFrameEur: between(random, 30, 240) * 100_000,
              federalStateShare: 0.6,
            },
          ]
        : [],
      ...(procedure ? { procedure } : {}),
      ...(inForceSince ? { statute: { inForceSince, extensions: [] } } : {}),
      councilPapers: councilPaper ? [councilPaper] : [],
      goals: ["Demo-Ziel: Wohnumfeld aufwerten", "Demo-Ziel: Treffpunkte schaffen"].slice(
        0,
        between(random, 1, 2),
      ),
      fromPriorityAreaNumbers: fact.fromPriorityArea ? [fact.fromPriorityArea] : [],
      source: `Landeshauptstadt Stuttgart (Bezeichnung); Verfahrensstand und Summen erfunden; ${schematicSource}`,
    };
    return {
      type: "renewal-areas",
      state: fact.state,
      visibility: fact.state === "VU_ABGESCHLOSSEN" ? "INTERNAL" : "PUBLIC",
      ...inRenewal,
      districts: districtsOf(geometry, setting),
      geometry,
      properties,
    };
  });
}
