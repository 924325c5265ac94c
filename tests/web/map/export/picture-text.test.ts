import { describe, expect, it } from "vitest";
import { wrapped } from "../../../../web/map/export/picture-text.ts";

/** A context whose letters are 10 units wide. */
const context = { measureText: (text: string) => ({ width: text.length * 10 }) } as CanvasRenderingContext2D;

describe("wrapped", () => {
  it("breaks between words where the line is full", () => {
    expect(wrapped(context, "Kinder unter sechs Jahren", 130)).toEqual(["Kinder unter", "sechs Jahren"]);
  });

  it("leaves a word that is too long in one piece", () => {
    expect(wrapped(context, "Stadterneuerungsvorranggebiet", 50)).toEqual(["Stadterneuerungsvorranggebiet"]);
  });

  it("has no lines for nothing", () => {
    expect(wrapped(context, "", 50)).toEqual([]);
  });
});
