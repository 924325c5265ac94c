import { describe, expect, it } from "vitest";
import { evidenceSchema } from "#domain/evidence/evidence.ts";
import {
  draftOf,
  emptyDraft,
  geometryOf,
  problemsOf,
  propertiesOf,
} from "../../../../web/panels/evidence/evidence-draft.ts";

const begun = emptyDraft("district:06", "2026-11-27");
const full = {
  ...begun,
  ...{ title: " Rundgang ", summary: "Viel Schatten.", to: "2026-11-28", participants: "12" },
  link: "https://stadt.example/bericht",
};

describe("the draft of an Erhebung", () => {
  it("sends what the record type takes, without what was left empty", () => {
    const properties = propertiesOf(full, "Jugendamt");
    expect(properties).toEqual({
      ...{ title: "Rundgang", method: "STADTTEILERKUNDUNG", from: "2026-11-27", to: "2026-11-28" },
      ...{ office: "Jugendamt", summary: "Viel Schatten.", areas: ["district:06"], participants: 12 },
      link: "https://stadt.example/bericht",
    });
    const parsed = evidenceSchema.parse(properties);
    expect(propertiesOf(draftOf(parsed, null), "Jugendamt")).toEqual(properties);
  });

  it("names every field that cannot be saved, in the order of the form", () => {
    expect(problemsOf(propertiesOf(begun, "Jugendamt"), null)).toEqual(["title", "summary"]);
    const wrong = { ...full, areas: [], to: "2026-11-01", participants: "viele", link: "stadt.example" };
    expect(problemsOf(propertiesOf(wrong, "Jugendamt"), "unreadable")).toEqual([
      "participants",
      "areas",
      "link",
      "position",
    ]);
    expect(problemsOf(propertiesOf({ ...full, to: "2026-11-01" }, "Jugendamt"), null)).toEqual(["to"]);
  });

  it("has no place, the one it had, the area drawn on the map, or a point as it was typed", () => {
    const ring = [
      [9, 48],
      [9.1, 48],
      [9, 48.1],
      [9, 48],
    ] as const;
    const at = (place: (typeof begun)["place"], position = "") => geometryOf({ place, position }, ring);
    expect(at("NONE")).toBeNull();
    expect(at("KEPT")).toBeUndefined();
    expect(at("DRAWN")).toEqual({ type: "Polygon", coordinates: [ring.map((corner) => [...corner])] });
    expect(at("POINT", "48,775 9,182")).toEqual({ type: "Point", coordinates: [9.182, 48.775] });
    expect(at("POINT", "am Markt")).toBe("unreadable");
  });
});
