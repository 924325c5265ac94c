import { z } from "zod";
import { defaultMinDenominator } from "../disclosure/suppression.ts";
import { formatsOf } from "../text/formats.ts";
import type { Language, Text } from "../text/text.ts";
import { isComputedCode } from "./computed-code.ts";
import type { Indicator } from "./indicator.ts";

const termSchema = z.strictObject({
  code: z.string().regex(/^[a-z0-9][a-z0-9-]{0,79}$/),
  sign: z.enum(["PLUS", "MINUS"]),
});
export type FormulaTerm = z.infer<typeof termSchema>;

export const formulaFactors = [1, 100, 1000] as const;

/**
 * Formel of a computed indicator: a sum over another sum, times a factor; without denominator just the sum. Structured, so
 * that units can be checked before anything is reckoned.
 */
export const formulaSchema = z.strictObject({
  numerator: z.array(termSchema).min(1).max(10),
  denominator: z.array(termSchema).max(10),
  factor: z.literal(formulaFactors),
});
export type Formula = z.infer<typeof formulaSchema>;

/** What a formula has to know of the indicators it names. */
export type FormulaPart = Pick<Indicator, "code" | "name" | "unit" | "kind" | "denominator">;

/** What comes out of a formula whose units fit. */
export type FormulaResult = Pick<Indicator, "unit" | "kind" | "minDenominator"> & {
  /** Around nought: more or less of one than of the other. */
  isDiverging: boolean;
};

/** Why a formula yields nothing, and where in it (JSON pointer within the formula). */
export interface FormulaProblem {
  pointer: string;
  text: Text;
}

export type CheckedFormula =
  | { kind: "result"; result: FormulaResult }
  | { kind: "problem"; problem: FormulaProblem };

/** Codes a formula names, each once. */
export function formulaCodes({ numerator, denominator }: Formula): string[] {
  return [...new Set([...numerator, ...denominator].map(({ code }) => code))];
}

/**
 * Unit and kind of what a formula yields, or why it yields nothing. Counts of one unit add up and divide each other; shares
 * of one whole add up; two shares or two means of one unit have a difference. Everything else would be a number without
 * meaning. Computed indicators are no parts, so no formula ever comes back to itself.
 */
export function checkFormula(
  formula: Formula,
  partOf: (code: string) => FormulaPart | undefined,
): CheckedFormula {
  for (const side of ["numerator", "denominator"] as const) {
    const seen: FormulaPart[] = [];
    for (const [index, { code, sign }] of formula[side].entries()) {
      const pointer = `/${side}/${index}/code`;
      if (isComputedCode(code)) return problem(pointer, texts.computed());
      const part = partOf(code);
      if (!part) return problem(pointer, texts.unknown(code));
      if (seen.includes(part)) return problem(pointer, texts.twice(part));
      seen.push(part);
      if (index === 0 && sign === "MINUS") return problem(`/${side}/0/sign`, texts.startsWithMinus());
      if (part.unit !== seen[0]!.unit) return problem(pointer, texts.otherUnit(seen[0]!, part));
    }
  }
  const partsOf = (side: "numerator" | "denominator") => formula[side].map(({ code }) => partOf(code)!);
  return formula.denominator.length > 0
    ? checkRatio(formula, partsOf("numerator"), partsOf("denominator"))
    : checkSum(formula, partsOf("numerator"));
}

function checkRatio(
  { factor }: Formula,
  above: readonly FormulaPart[],
  below: readonly FormulaPart[],
): CheckedFormula {
  for (const [side, parts] of [["numerator", above] as const, ["denominator", below] as const]) {
    const index = parts.findIndex(({ kind }) => kind !== "count");
    if (index >= 0) return problem(`/${side}/${index}/code`, texts.noCount(parts[index]!));
  }
  const [own, per] = [above[0]!.unit, below[0]!.unit];
  // A quotient of few people says nothing, as with measured rates (METHODS §10).
  const few = per === "persons" ? { minDenominator: defaultMinDenominator } : {};
  if (own !== per) {
    return factor === 1
      ? result({ unit: `${own}/${per}`, kind: "mean", ...few })
      : result({ unit: factor === 100 ? "per-100" : "per-1000", kind: "supply", ...few });
  }
  if (factor === 1) return problem("/factor", texts.factorMissing());
  return result({ unit: factor === 100 ? "%" : "per-1000", kind: "rate", ...few });
}

function checkSum({ numerator, factor }: Formula, parts: readonly FormulaPart[]): CheckedFormula {
  const first = parts[0]!;
  if (factor !== 1) return problem("/factor", texts.factorAlone());
  if (parts.length < 2) return problem("/numerator", texts.oneAlone());
  const otherKind = parts.findIndex(({ kind }) => kind !== first.kind);
  if (otherKind >= 0)
    return problem(`/numerator/${otherKind}/code`, texts.otherKind(first, parts[otherKind]!));
  const minus = numerator.findIndex(({ sign }) => sign === "MINUS");
  if (minus >= 0) {
    // Counts are drawn as symbols by their size, and there is none for less than nothing.
    if (first.kind === "count") return problem(`/numerator/${minus}/sign`, texts.countLess());
    if (first.kind === "index") return problem(`/numerator/${minus}/code`, texts.noDifference(first));
    if (parts.length > 2) return problem(`/numerator/${minus}/sign`, texts.twoOnly());
    return result({
      unit: first.unit === "%" ? "percentage-points" : first.unit,
      kind: "mean",
      isDiverging: true,
    });
  }
  if (first.kind === "count") return result({ unit: first.unit, kind: "count" });
  if (first.kind !== "rate") return problem("/numerator/0/code", texts.noSum(first));
  const otherWhole = parts.findIndex(
    ({ denominator }) => !denominator || denominator.de !== first.denominator?.de,
  );
  if (otherWhole >= 0)
    return problem(`/numerator/${otherWhole}/code`, texts.otherWhole(first, parts[otherWhole]!));
  return result({ unit: first.unit, kind: "rate" });
}

function result(facts: Omit<FormulaResult, "isDiverging"> & { isDiverging?: boolean }): CheckedFormula {
  return { kind: "result", result: { isDiverging: false, ...facts } };
}

function problem(pointer: string, text: Text): CheckedFormula {
  return { kind: "problem", problem: { pointer, text } };
}

const unitIn = (language: Language, { unit }: FormulaPart) => formatsOf(language).unit(unit);

const texts = {
  unknown: (code: string) => ({
    de: `Den Indikator „${code}“ gibt es hier nicht.`,
    en: `There is no indicator “${code}” here.`,
  }),
  computed: () => ({
    de: "Ein berechneter Indikator rechnet nicht mit anderen berechneten. Bitte nehmen Sie deren Bestandteile.",
    en: "A computed indicator is not computed from other computed ones. Please take their parts.",
  }),
  twice: ({ name }: FormulaPart) => ({
    de: `„${name.de}“ steht zweimal auf einer Seite der Formel.`,
    en: `“${name.en}” stands twice on one side of the formula.`,
  }),
  otherUnit: (one: FormulaPart, other: FormulaPart) => ({
    de: `„${one.name.de}“ wird in „${unitIn("de", one)}“ gemessen, „${other.name.de}“ in „${unitIn("de", other)}“: das lässt sich nicht miteinander verrechnen.`,
    en: `“${one.name.en}” is measured in “${unitIn("en", one)}”, “${other.name.en}” in “${unitIn("en", other)}”: they cannot be computed with each other.`,
  }),
  otherKind: (one: FormulaPart, other: FormulaPart) => ({
    de: `„${one.name.de}“ und „${other.name.de}“ sind verschiedene Arten von Zahlen und lassen sich nicht miteinander verrechnen.`,
    en: `“${one.name.en}” and “${other.name.en}” are different kinds of figures and cannot be computed with each other.`,
  }),
  otherWhole: (one: FormulaPart, other: FormulaPart) => ({
    de: `„${one.name.de}“ und „${other.name.de}“ haben verschiedene Nenner: nur Anteile an demselben Ganzen lassen sich zusammenzählen.`,
    en: `“${one.name.en}” and “${other.name.en}” have different denominators: only shares of one whole add up.`,
  }),
  noCount: ({ name }: FormulaPart) => ({
    de: `„${name.de}“ ist keine Anzahl. Geteilt werden nur Zahlen, die zählen, keine Anteile und Mittelwerte.`,
    en: `“${name.en}” is not a count. Only counts are divided, not shares or means.`,
  }),
  noSum: ({ name }: FormulaPart) => ({
    de: `„${name.de}“ ist ein Mittelwert oder Index und lässt sich nicht zusammenzählen.`,
    en: `“${name.en}” is a mean or an index and cannot be added up.`,
  }),
  noDifference: ({ name }: FormulaPart) => ({
    de: `„${name.de}“ ist ein Index: der Abstand zu einem anderen Index hat keine Bedeutung.`,
    en: `“${name.en}” is an index: its distance from another index has no meaning.`,
  }),
  countLess: () => ({
    de: "Eine Anzahl weniger eine andere braucht einen Nenner, denn für weniger als nichts gibt es auf der Karte kein Zeichen.",
    en: "One count less another needs a denominator, since the map has no symbol for less than nothing.",
  }),
  twoOnly: () => ({
    de: "Eine Differenz hat genau zwei Bestandteile.",
    en: "A difference has exactly two parts.",
  }),
  oneAlone: () => ({
    de: "Eine Summe oder Differenz braucht mindestens zwei Bestandteile.",
    en: "A sum or difference needs at least two parts.",
  }),
  startsWithMinus: () => ({
    de: "Der erste Bestandteil wird nicht abgezogen, es gibt noch nichts, wovon.",
    en: "The first part is not subtracted, there is nothing yet to subtract it from.",
  }),
  factorAlone: () => ({
    de: "Malnehmen lässt sich nur ein Verhältnis. Ohne Nenner ist der Faktor 1.",
    en: "Only a ratio is multiplied. Without a denominator the factor is 1.",
  }),
  factorMissing: () => ({
    de: "Zähler und Nenner haben dieselbe Einheit: bitte je 100 oder je 1.000 wählen.",
    en: "Numerator and denominator have the same unit: please choose per 100 or per 1,000.",
  }),
};
