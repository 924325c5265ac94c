import { beforeEach, describe, expect, it } from "vitest";
import type { ImportSpecInput } from "../../../server/datasets/import-spec.ts";
import { areas, districts, importHarness, origin } from "./import-harness.ts";

const harness = importHarness();
const { folder, done, refused } = harness;

describe("records", () => {
  const schools = [
    "id;name;art;bezirk;lon;lat",
    "S1;Schule am Markt;Gymnasium;Mitte;9,15;48,75",
    "S2;Schule am Neckar;Realschule;Mitte;9,25;48,75",
    "S3;Schule ohne Ort;Gymnasium;Mitte;;",
    "S4;Rätselschule;Klippschule;Mitte;9,15;48,75",
    "S1;Doppelt;Gymnasium;Mitte;9,15;48,75",
  ].join("\n");
  const records = (csv: string, more: object = {}): ImportSpecInput =>
    ({
      as: "records",
      type: "facilities",
      file: folder.write(csv),
      key: "id",
      map: { name: "name", type: "art" },
      values: { type: { Gymnasium: "SEK", Realschule: "SEK" } },
      district: "bezirk",
      dataset: "schools",
      skipBadRows: true,
      ...origin,
      ...more,
    }) as ImportSpecInput;

  beforeEach(async () => {
    await done(areas(folder.write(districts)));
  });

  it("are mapped to the declaration's fields, with districts by location", async () => {
    const report = await done(records(schools));
    expect(report.setAside.map(({ row, code }) => [row, code])).toEqual([
      [4, "no-coordinates"],
      [5, "unknown-value"],
      [6, "duplicate-key"],
    ]);
    expect(report.notes.map(({ code, facts, rows }) => [code, facts, rows])).toEqual([
      ["district-differs", { located: "Bad Cannstatt", given: "Mitte" }, [3]],
    ]);
    const { items } = await harness.store.records({ type: "facilities", scope: "everything", limit: 10 });
    expect(
      items.map(({ properties, districts: of, state, visibility }) => [
        properties.name,
        of,
        state,
        visibility,
      ]),
    ).toEqual(
      expect.arrayContaining([
        ["Schule am Markt", ["01"], "IN_BETRIEB", "PUBLIC"],
        ["Schule am Neckar", ["02"], "IN_BETRIEB", "PUBLIC"],
      ]),
    );
    expect(items[0]!.properties).toMatchObject({
      type: "SEK",
      source: "Statistisches Amt",
      sourceDate: "2024-12-31",
    });
  });

  it("have values without a translation of their own translated by the one for all others", async () => {
    const report = await done(records(schools, { values: { type: { Gymnasium: "SEK", "*": "SBBZ" } } }));
    expect(report.setAside.map(({ row }) => row)).toEqual([4, 6]);
    const { items } = await harness.store.records({ type: "facilities", scope: "everything", limit: 10 });
    const types = Object.fromEntries(items.map(({ properties }) => [properties.name, properties.type]));
    expect(types).toEqual({ "Schule am Markt": "SEK", "Schule am Neckar": "SBBZ", Rätselschule: "SBBZ" });
  });

  it("I-21 imported twice are 0 new and 0 changed; one changed row is one changed record", async () => {
    const first = await done(records(schools));
    expect(first.datasets).toMatchObject([{ outcome: "published", created: 2, changed: 0 }]);
    const second = await done(records(schools));
    expect(second.datasets).toMatchObject([{ outcome: "unchanged", created: 0, changed: 0, unchanged: 2 }]);
    const third = await done(records(schools.replace("Schule am Markt", "Marktschule")));
    expect(third.datasets).toMatchObject([{ outcome: "published", created: 0, changed: 1, unchanged: 1 }]);
  });

  it("with a protected location are RESTRICTED whatever release is stated", async () => {
    const more = { set: { locationProtection: "HIDDEN" }, released: "Amt, 2026-01-01" };
    await done(records(schools, more));
    const { items } = await harness.store.records({ type: "facilities", scope: "everything", limit: 10 });
    expect(new Set(items.map(({ visibility }) => visibility))).toEqual(new Set(["RESTRICTED"]));
  });

  it("are refused with a field or a type nobody declared", async () => {
    expect((await refused(records(schools, { map: { nmae: "name" } }))).sentence).toContain(
      "„nmae“ gibt es nicht",
    );
    expect((await refused(records(schools, { type: "castles" }))).sentence).toContain(
      "„castles“ gibt es nicht",
    );
    expect((await refused(records(schools, { map: { name: "titel" } }))).sentence).toContain(
      "vorhanden: id, name, art",
    );
  });

  it("I-06 with columns named like object members change nothing but the record", async () => {
    const csv = "__proto__;constructor;lon;lat\nHaus;x;9.15;48.75\n";
    const map = { name: "__proto__", address: "constructor" };
    await done(records(csv, { key: undefined, district: undefined, map, set: { type: "SEK" }, values: {} }));
    const { items } = await harness.store.records({ type: "facilities", scope: "everything", limit: 10 });
    expect(items[0]!.properties).toMatchObject({ name: "Haus", address: "x" });
    expect(({} as Record<string, unknown>).x).toBeUndefined();
  });

  it("I-16 without a coordinate system that can be known are refused, and asked for it", async () => {
    const csv = "id;name;art;rechtswert;hochwert\nS1;Schule;Gymnasium;3513305;5404271\n";
    expect((await refused(records(csv, { district: undefined }))).code).toBe("crs-missing");
    const report = await done(records(csv, { district: undefined, crs: "31467" }));
    expect(report.notes.map(({ code }) => code)).toContain("datum-shift");
    const { items } = await harness.store.records({ type: "facilities", scope: "everything", limit: 10 });
    const { geometry } = items[0]!;
    expect(geometry?.type === "Point" && geometry.coordinates[0]).toBeCloseTo(9.18, 4);
  });

  it("G-04 with swapped coordinates are set aside with the right order named", async () => {
    const csv = "id;name;art;lat;lon\nS1;Schule;Gymnasium;9.18;48.77\n";
    const outcome = await refused(records(csv, { district: undefined, skipBadRows: false }));
    expect(outcome.sentence).toContain("Reihenfolge ist Länge, Breite");
  });

  it("are refused where another record has already what there is only once, and the file says it twice", async () => {
    const terms = (lines: string[]): ImportSpecInput =>
      ({
        ...{ as: "records", type: "glossary-terms", key: "id", keepWithoutGeometry: true, ...origin },
        file: folder.write(["id;key;text", ...lines].join("\n")),
        map: { key: "key", plainLanguage: "text" },
        set: { name: { de: "Teil", en: "Part" }, definition: { de: "Teil", en: "Part" } },
      }) as ImportSpecInput;
    const twice = await refused(terms(["1;quartier;Teil", "2;quartier;Teil"]));
    expect(twice.sentence).toContain("Zeile 3: Schlüssel „quartier“ kommt schon in Zeile 2 vor");
    await done(terms(["1;quartier;Teil"]));
    expect((await done(terms(["1;quartier;Ein Teil"]))).datasets[0]).toMatchObject({ changed: 1 });
    const again = await refused(terms(["9;kiez;Teil", "10;quartier;Teil"]));
    expect(again.sentence).toContain("Den Schlüssel „quartier“ hat schon ein anderer Begriff.");
    const { total } = await harness.store.records({ type: "glossary-terms", scope: "everything", limit: 1 });
    expect(total).toBe(1);
  });
});
