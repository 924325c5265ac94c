import { describe, expect, it } from "vitest";
import { checkComputed, formulaInWords } from "#domain/indicator/describe-computed.ts";
import type { Formula, FormulaPart } from "#domain/indicator/formula.ts";
import type { Indicator } from "#domain/indicator/indicator.ts";

type Part = FormulaPart & Pick<Indicator, "theme">;

const part = (code: string, de: string, facts: Partial<Part> = {}): Part => ({
  ...{ code, name: { de, en: de }, unit: "persons", kind: "count", theme: "demography" },
  ...facts,
});
const share = (code: string, de: string, of: string, facts: Partial<Part> = {}): Part =>
  part(code, de, { unit: "%", kind: "rate", denominator: { de: of, en: of }, ...facts });

const known = new Map(
  [
    part("residents", "Einwohner*innen"),
    part("children", "Kinder"),
    part("dwellings", "Wohnungen", { unit: "dwellings" }),
    part("grants", "Fördermittel", { unit: "EUR" }),
    part("playground", "Spielfläche", { unit: "m2" }),
    share("women", "Arbeitslose Frauen", "Frauen"),
    share("men", "Arbeitslose Männer", "Männer"),
    share("under-3", "unter 3", "Einwohner*innen"),
    share("three-to-five", "3 bis 5", "Einwohner*innen"),
    part("age", "Durchschnittsalter", { unit: "years", kind: "mean" }),
    part("old", "Alter der Häuser", { unit: "years", kind: "mean" }),
    part("score", "Punktzahl", { unit: "index", kind: "index" }),
    part("other-score", "Andere Punktzahl", { unit: "index", kind: "index" }),
    share("trust", "Vertrauen", "Befragte", { theme: "cohesion" }),
  ].map((one) => [one.code, one]),
);

/** "a + b - c / d * 100" as a formula. */
function formula(written: string): Formula {
  const [ratio = "", factor = "1"] = written.split(" * ");
  const [above = "", below = ""] = ratio.split(" / ");
  const terms = (side: string): Formula["numerator"] =>
    side === ""
      ? []
      : [...` + ${side}`.replace(" + - ", " - ").matchAll(/ ([+-]) (\S+)/g)].map(([, sign, code]) => ({
          code: code!,
          sign: sign === "+" ? "PLUS" : "MINUS",
        }));
  return { numerator: terms(above), denominator: terms(below), factor: Number(factor) as Formula["factor"] };
}

const yieldOf = (written: string) => {
  const checked = checkComputed(formula(written), known);
  return checked.kind === "result"
    ? [checked.result.kind, checked.result.unit, checked.result.isDiverging]
    : checked.problem.text.de;
};

describe("the units of a formula", () => {
  it("of counts divided by counts are a share, so many per 1,000, or one unit per another", () => {
    expect(yieldOf("children / residents * 100")).toEqual(["rate", "%", false]);
    expect(yieldOf("children / residents * 1000")).toEqual(["rate", "per-1000", false]);
    expect(yieldOf("residents - children / residents * 100")).toEqual(["rate", "%", false]);
    expect(yieldOf("dwellings / residents * 1000")).toEqual(["supply", "per-1000", false]);
    expect(yieldOf("playground / children")).toEqual(["mean", "m2/persons", false]);
  });

  it("of sums stay what they were, and of differences are points around nought", () => {
    expect(yieldOf("residents + children")).toEqual(["count", "persons", false]);
    expect(yieldOf("under-3 + three-to-five")).toEqual(["rate", "%", false]);
    expect(yieldOf("women - men")).toEqual(["mean", "percentage-points", true]);
    expect(yieldOf("age - old")).toEqual(["mean", "years", true]);
  });

  it("that do not fit are refused with both names and both units", () => {
    expect(yieldOf("residents + grants")).toBe(
      "„Einwohner*innen“ wird in „Personen“ gemessen, „Fördermittel“ in „€“: das lässt sich nicht miteinander verrechnen.",
    );
    expect(yieldOf("women + men")).toBe(
      "„Arbeitslose Frauen“ und „Arbeitslose Männer“ haben verschiedene Nenner: nur Anteile an demselben Ganzen lassen sich zusammenzählen.",
    );
    expect(yieldOf("women / residents * 100")).toContain("„Arbeitslose Frauen“ ist keine Anzahl");
    expect(yieldOf("children / under-3 * 100")).toContain("„unter 3“ ist keine Anzahl");
    expect(yieldOf("age + old")).toContain("lässt sich nicht zusammenzählen");
    expect(yieldOf("score - other-score")).toContain("hat keine Bedeutung");
    expect(yieldOf("residents - children")).toContain("braucht einen Nenner");
    expect(yieldOf("children / residents")).toContain("bitte je 100 oder je 1.000 wählen");
    expect(yieldOf("under-3 + three-to-five * 100")).toContain("Ohne Nenner ist der Faktor 1");
    expect(yieldOf("women - men - under-3")).toContain("genau zwei Bestandteile");
    expect(yieldOf("residents")).toContain("mindestens zwei Bestandteile");
    expect(yieldOf("residents + residents")).toContain("steht zweimal");
    expect(yieldOf("- women + men")).toContain("wird nicht abgezogen");
  });

  it("is never asked of what is not there, of computed indicators, or of the cohesion study", () => {
    expect(yieldOf("residents + nobody-knows")).toBe("Den Indikator „nobody-knows“ gibt es hier nicht.");
    expect(yieldOf("computed-1 / residents * 100")).toContain("rechnet nicht mit anderen berechneten");
    expect(yieldOf("trust - women")).toContain("gehört zur Zusammenhaltsstudie");
  });
});

describe("a formula in words", () => {
  it("names its parts, brackets its sums and groups its thousands in each language", () => {
    expect(formulaInWords(formula("residents - children / residents * 1000"), known)).toEqual({
      de: "(Einwohner*innen − Kinder) / Einwohner*innen × 1.000",
      en: "(Einwohner*innen − Kinder) / Einwohner*innen × 1,000",
    });
    expect(formulaInWords(formula("women - men"), known).de).toBe("Arbeitslose Frauen − Arbeitslose Männer");
  });
});
