import { describe, expect, it } from "vitest";
import { type Actor, actor, actorSchema } from "#domain/actor/actor.ts";
import { actorsFor, responsibleFor, themeOfRecord } from "#domain/actor/responsible.ts";
import { facility } from "#domain/facility/facility.ts";
import { quarterProject } from "#domain/quarter-project/quarter-project.ts";
import type { StoredRecord } from "#domain/record/record.ts";

const made = (name: string, parts: Partial<Actor>): Actor =>
  actorSchema.parse({ name, kind: "AMT", areas: ["city"], roles: ["THEME_LEAD"], ...parts });

const actors = [
  made("Jugendamt", { themes: ["early-childhood", "youth"] }),
  made("Gesundheitsamt", { themes: ["health"] }),
  made("Geschäftsstelle", { roles: ["NAVIGATOR"] }),
  made("Bezirksvorstehung Ost", { areas: ["district:02"], roles: ["AREA_LEAD"] }),
  made("Bezirksvorstehung West", { areas: ["district:01"], roles: ["AREA_LEAD"] }),
  made("Träger im Westen", { areas: ["district:01"], roles: ["PROVIDER"], themes: ["youth"] }),
  made("Quartiersarbeit", { areas: ["subdistrict:011"], roles: ["AREA_LEAD"], themes: ["quarter"] }),
];
const named = (found: Actor[]) => found.map(({ name }) => name);
const itself = (one: Actor) => one;

describe("who is responsible", () => {
  it("is whoever answers for the area or for one it lies in, the nearest first", () => {
    const areaKeys = ["subdistrict:011", "district:01", "city"];
    expect(named(responsibleFor(actors, itself, { areaKeys, theme: null }))).toEqual([
      "Quartiersarbeit",
      "Bezirksvorstehung West",
      "Geschäftsstelle",
      "Gesundheitsamt",
      "Jugendamt",
    ]);
  });

  it("for a theme leaves out offices of other themes, and names those of the theme before those of all", () => {
    const areaKeys = ["district:01", "city"];
    expect(named(responsibleFor(actors, itself, { areaKeys, theme: "youth" }))).toEqual([
      "Bezirksvorstehung West",
      "Jugendamt",
      "Geschäftsstelle",
    ]);
  });

  it("is nobody who merely takes part, though the contact view names them too", () => {
    const areaKeys = ["district:01"];
    expect(named(responsibleFor(actors, itself, { areaKeys, theme: "youth" }))).toEqual([
      "Bezirksvorstehung West",
    ]);
    expect(named(actorsFor(actors, itself, { areaKeys, theme: "youth" }))).toEqual([
      "Träger im Westen",
      "Bezirksvorstehung West",
    ]);
  });
});

describe("the theme of a record", () => {
  const record = (properties: Record<string, unknown>) => ({ properties }) as StoredRecord;

  it("is the family of a facility", () => {
    expect(themeOfRecord(facility, record({ type: "KITA_MIX" }))).toBe("early-childhood");
  });

  it("is that of its type for plans", () => {
    expect(themeOfRecord(quarterProject, record({}))).toBe("quarter");
  });

  it("is none for an actor", () => {
    expect(themeOfRecord(actor, record({}))).toBeNull();
  });
});

describe("an actor", () => {
  it("names areas by level and number, or the whole city, and nothing else", () => {
    const areas = (keys: string[]) =>
      actorSchema.safeParse({ name: "Amt", kind: "AMT", areas: keys }).success;
    expect(areas(["city"])).toBe(true);
    expect(areas(["district:06", "statistical-quarter:146-2"])).toBe(true);
    expect(areas(["block:1"])).toBe(false);
    expect(areas(["06"])).toBe(false);
    expect(areas([])).toBe(false);
  });

  it("has a website of the web, never a script", () => {
    const website = (url: string) =>
      actorSchema.safeParse({ name: "Amt", kind: "AMT", areas: ["city"], website: url }).success;
    expect(website("https://stadt.example/jugendamt")).toBe(true);
    expect(website("javascript:alert(1)")).toBe(false);
  });

  it("who invests can never be released", () => {
    expect(actor.isProtected?.({ kind: "INVESTOR" })).toBe(true);
    expect(actor.isProtected?.({ kind: "VEREIN" })).toBe(false);
  });
});
