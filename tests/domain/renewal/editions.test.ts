import { describe, expect, it } from "vitest";
import { editionsOf } from "#domain/renewal/editions.ts";

const area = (id: string, edition: string, dates: object = {}, state = "BESCHLOSSEN") => ({
  id,
  state,
  properties: { edition, ...dates },
});
const areas = [
  area("single", "Einzelbeschluss 2017", { validFrom: "2017-12-31" }),
  area("old", "Fortschreibung 2005", { validFrom: "2005-07-01", validTo: "2012-12-06" }, "AUFGEHOBEN"),
  area("first", "Fortschreibung 2012", { validFrom: "2012-12-06" }),
  area("second", "Fortschreibung 2012", { statute: { inForceSince: "2013-01-01" } }),
  area("planned", "Fortschreibung 2027", {}, "ENTWURF"),
  area("dated draft", "Entwurf von 2010", { validFrom: "2010-01-01" }, "VORGESCHLAGEN"),
];
const told = editionsOf(areas).map(({ areas: own, ...edition }) => ({
  ...edition,
  areas: own.map(({ id }) => id),
}));

describe("editions of renewal priority areas", () => {
  it("stand by their first day, those without one last", () => {
    expect(told.map(({ name, since }) => [name, since])).toEqual([
      ["Fortschreibung 2005", "2005-07-01"],
      ["Entwurf von 2010", "2010-01-01"],
      ["Fortschreibung 2012", "2012-12-06"],
      ["Einzelbeschluss 2017", "2017-12-31"],
      ["Fortschreibung 2027", null],
    ]);
  });

  it("hold what held on that day: a single resolution adds, what it replaced on the same day is over", () => {
    const held = (name: string) => told.find((edition) => edition.name === name);
    expect(held("Fortschreibung 2012")).toMatchObject({ areas: ["first", "second"], fromOthers: 0 });
    expect(held("Einzelbeschluss 2017")).toMatchObject({
      areas: ["single", "first", "second"],
      fromOthers: 2,
    });
  });

  it("count drafts in their own edition only and say that there are some", () => {
    expect(told.filter(({ hasDrafts }) => hasDrafts).map(({ name, areas: own }) => [name, own])).toEqual([
      ["Entwurf von 2010", ["dated draft", "old"]],
      ["Fortschreibung 2027", ["planned"]],
    ]);
  });
});
