import { describe, expect, it } from "vitest";
import { hiddenNoteOf } from "#domain/disclosure/hidden-note.ts";
import { defaultSuppression } from "#domain/disclosure/suppression.ts";
import type { AreaValue } from "#domain/indicator/period-values.ts";

const told: AreaValue = { value: 3, state: "VALUE" };
const hidden: AreaValue = { value: null, state: "SUPPRESSED" };
const forFew: AreaValue = { ...told, isConfidential: true };

describe("what a legend has to say of hidden figures", () => {
  it("is nothing where none is hidden, from anybody", () => {
    const note = hiddenNoteOf({ suppression: defaultSuppression }, "district", [told]);
    expect(note).toEqual({ hidden: null, confidential: null });
  });

  it("names the smallest count told on this level", () => {
    const rule = { suppression: { ...defaultSuppression, threshold: 7 } };
    expect(hiddenNoteOf(rule, "subdistrict", [hidden, told]).hidden).toEqual({ threshold: 7 });
    expect(hiddenNoteOf(rule, "block", [hidden, told]).hidden).toEqual({ threshold: 10 });
  });

  it("names no count where the source hides", () => {
    expect(hiddenNoteOf({}, "district", [hidden]).hidden).toEqual({ threshold: null });
  });

  it("counts what only this reader is shown", () => {
    const note = hiddenNoteOf({ suppression: defaultSuppression }, "district", [forFew, forFew, told]);
    expect(note).toEqual({ hidden: null, confidential: 2 });
  });
});
