import { describe, expect, it } from "vitest";
import { formatsOf } from "#domain/text/formats.ts";

const german = formatsOf("de");
const english = formatsOf("en");

describe("formats", () => {
  it("write numbers the German way", () => {
    expect(german.number(70850)).toBe("70.850");
    expect(german.number(1234.5, 1)).toBe("1.234,5");
  });

  it("give what rounds to nothing no sign", () => {
    expect(german.number(-0.04, 1)).toBe("0,0");
    expect(german.number(-0.05, 1)).toBe("−0,1");
  });

  it("write numbers the English way", () => {
    expect(english.number(1234.5, 1)).toBe("1,234.5");
  });

  it("keep a value and its unit on one line", () => {
    expect(german.value(43.4, { unit: "%", decimals: 1 })).toBe("43,4\u00a0%");
    expect(german.value(12, { unit: "per-1000", decimals: 0 })).toBe("12\u00a0je 1.000");
    expect(english.value(12, { unit: "per-1000", decimals: 0 })).toBe("12\u00a0per 1,000");
  });

  it("say of a quotient how much there is for each of the other, and leave units alone that only look like one", () => {
    expect(german.unit("m2/persons")).toBe("m² je Person");
    expect(english.unit("dwellings/households")).toBe("dwellings per household");
    expect(german.unit("EUR/m2")).toBe("€/m²");
    expect(german.unit("km/h")).toBe("km/h");
  });

  it("give an index no unit", () => {
    expect(german.value(61.2, { unit: "index", decimals: 1 })).toBe("61,2");
  });

  it("show the direction of a change, and that there was none", () => {
    expect(german.change(1.24, 1)).toBe("+1,2");
    expect(german.change(-4.4, 1)).toBe("−4,4");
    expect(german.change(0.04, 1)).toBe("±0,0");
    expect(german.change(-0.04, 1)).toBe("±0,0");
  });

  it("write a Stichtag as a day and leave a year or school year alone", () => {
    expect(german.date("2024-12-31")).toBe("31.12.2024");
    expect(german.date("2024")).toBe("2024");
    expect(german.date("2024/25")).toBe("2024/25");
    expect(english.date("2024-12-31")).toBe("31 Dec 2024");
  });

  it("list things in a sentence", () => {
    expect(german.list(["Bad Cannstatt", "Ost", "Nord"])).toBe("Bad Cannstatt, Ost und Nord");
  });
});
