import { describe, expect, it } from "vitest";
import { planning as germanPlanning } from "../../../web/i18n/de/planning.ts";
import { sketch as germanSketch } from "../../../web/i18n/de/sketch.ts";
import { de as germanPage } from "../../../web/i18n/de.ts";
import { planning as englishPlanning } from "../../../web/i18n/en/planning.ts";
import { sketch as englishSketch } from "../../../web/i18n/en/sketch.ts";
import { en as englishPage } from "../../../web/i18n/en.ts";

/** Planning and sketching bring their wording along when they are loaded. */
const de = { ...germanPage, planning: germanPlanning, sketch: germanSketch };
const en = { ...englishPage, planning: englishPlanning, sketch: englishSketch };

/** Every path to a text: "table.rows", "shortcuts.rows.3.1". */
function pathsOf(value: unknown, path = ""): string[] {
  if (typeof value !== "object" || value === null) return [path];
  return Object.entries(value).flatMap(([key, inner]) => pathsOf(inner, path ? `${path}.${key}` : key));
}

function textsOf(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(textsOf) : [];
}

describe("the wording", () => {
  it("has the same places in German and English", () => {
    expect(pathsOf(en).sort()).toEqual(pathsOf(de).sort());
  });

  it("leaves no place empty", () => {
    for (const text of [...textsOf(de), ...textsOf(en)]) expect(text.trim()).not.toBe("");
  });

  it("does not shout", () => {
    for (const text of [...textsOf(de), ...textsOf(en)]) expect(text).not.toContain("!");
  });

  it("never calls an area a hot spot or a problem", () => {
    expect(textsOf(de).join(" ")).not.toMatch(/Brennpunkt|Problemgebiet|Fehler/);
  });

  it("has no sentence of more than 20 words", () => {
    const sentences = [...textsOf(de), ...textsOf(en)].flatMap((text) => text.split(/[.:?]\s/));
    for (const sentence of sentences) expect(sentence.split(/\s+/).length, sentence).toBeLessThanOrEqual(20);
  });
});
