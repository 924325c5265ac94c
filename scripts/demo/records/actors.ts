import { departments } from "#domain/access/departments.ts";
import type { Actor, ActorTheme } from "#domain/actor/actor.ts";
import type { DemoArea, DemoRecord } from "../types.ts";
import { inventedSource, numbered } from "./setting.ts";

/** Themes each Fachamt of the demo answers for in the whole city. */
const themesOfDepartments: Readonly<Record<string, ActorTheme[]>> = {
  "40": ["school"],
  "50": ["older-people", "inclusion", "neighbourhood"],
  "51": ["early-childhood", "youth"],
  "52": ["open-space"],
  "53": ["health"],
  "61": ["renewal", "quarter", "land"],
  "67": ["open-space"],
};

/** Addresses under a name nobody can register; functions instead of people. */
const contact = (office: string, mailbox: string) => ({
  function: office,
  email: `${mailbox}@stadt.example`,
});

function office(name: string, department: string | null, parts: Partial<Actor>): DemoRecord {
  return {
    type: "actors",
    state: "AKTIV",
    visibility: "PUBLIC",
    owner: department ? `demo:PLANNER:${department}` : "demo:SECRETARIAT",
    participants: [],
    department,
    districts: [],
    geometry: null,
    properties: {
      name,
      kind: "AMT",
      areas: ["city"],
      roles: [],
      themes: [],
      contacts: [],
      source: inventedSource,
      ...parts,
    } satisfies Actor,
  };
}

/** Who answers for what in the demo: offices and functions, never a person. Organisations are invented. */
export function makeActors(districts: readonly DemoArea[]): DemoRecord[] {
  const everywhere = districts.map(({ number }) => number);
  const leads = districts.map(({ number, name }) => ({
    ...office(`Bezirksvorstehung ${name ?? number}`, null, {
      areas: [`district:${number}`],
      roles: ["AREA_LEAD", "NAVIGATOR"],
      contacts: [contact("Geschäftszimmer", `bezirk-${number}`)],
    }),
    districts: [number],
  }));
  const themes = Object.entries(themesOfDepartments).map(([number, ofOffice]) => ({
    ...office(departments[number]?.de ?? number, number, {
      roles: ["THEME_LEAD"],
      themes: ofOffice,
      contacts: [contact("Sozialplanung, Funktionspostfach", `planung-${number}`)],
    }),
    districts: everywhere,
  }));
  const secretariat = {
    ...office("Geschäftsstelle Sozialraumplanung", null, {
      kind: "GREMIUM",
      roles: ["NAVIGATOR"],
      contacts: [contact("Geschäftsstelle, Funktionspostfach", "geschaeftsstelle")],
    }),
    districts: everywhere,
  };
  const quarters = districts
    .filter((_district, index) => index % 4 === 1)
    .map(({ number }, index, all) => ({
      ...office(numbered("Demo-Träger der Quartiersarbeit", index + 1, all.length), "61", {
        kind: "TRAEGER",
        areas: [`district:${number}`],
        roles: ["PROVIDER", "PARTNER"],
        themes: ["quarter", "neighbourhood"],
        contacts: [contact("Quartiersbüro", `quartier-${number}`)],
      }),
      districts: [number],
    }));
  const investor = {
    ...office("Demo-Vorhabenträgerin 01", "61", { kind: "INVESTOR", roles: ["PARTNER"], themes: ["land"] }),
    visibility: "RESTRICTED" as const,
    districts: everywhere,
  };
  return [...leads, ...themes, secretariat, ...quarters, investor];
}
