import type { IndicatorAnswer } from "#domain/contract/contract.ts";
import type { Formula, FormulaTerm } from "#domain/indicator/formula.ts";
import { isCohesion } from "#domain/indicator/is-cohesion.ts";

export const formulaKinds = ["RATIO", "SUM", "DIFFERENCE"] as const;
export type FormulaKind = (typeof formulaKinds)[number];

/** A formula while it is being written: terms of both sides, of which a sum and a difference only use the first. */
export interface FormulaDraft {
  kind: FormulaKind;
  above: readonly FormulaTerm[];
  below: readonly FormulaTerm[];
  factor: Formula["factor"];
}

export const emptyDraft: FormulaDraft = { kind: "RATIO", above: [], below: [], factor: 100 };

export function draftOf({ numerator, denominator, factor }: Formula): FormulaDraft {
  const terms = { above: numerator, below: denominator };
  if (denominator.length > 0) return { kind: "RATIO", ...terms, factor };
  const isDifference = numerator.some(({ sign }) => sign === "MINUS");
  return { kind: isDifference ? "DIFFERENCE" : "SUM", ...terms, factor: emptyDraft.factor };
}

/** The formula of a draft; null while a side is empty. */
export function formulaOf({ kind, above, below, factor }: FormulaDraft): Formula | null {
  if (kind === "RATIO") {
    const isWhole = above.length > 0 && below.length > 0;
    return isWhole ? { numerator: [...above], denominator: [...below], factor } : null;
  }
  if (above.length < 2) return null;
  const numerator = above.map(({ code }, index) => ({
    code,
    sign: kind === "DIFFERENCE" && index > 0 ? ("MINUS" as const) : ("PLUS" as const),
  }));
  return { numerator, denominator: [], factor: 1 };
}

/** Indicators a formula of this kind can be made of; whether they fit together the formula itself is asked. */
export function partsFor(kind: FormulaKind, indicators: readonly IndicatorAnswer[]): IndicatorAnswer[] {
  const measured = indicators.filter((one) => !one.computed && !isCohesion(one));
  const kinds = { RATIO: ["count"], SUM: ["count", "rate"], DIFFERENCE: ["rate", "mean", "supply"] }[kind];
  return measured.filter((one) => kinds.includes(one.kind));
}

/** The same draft as another kind of computation: what cannot be a part of it any more goes. */
export function asKind(
  draft: FormulaDraft,
  kind: FormulaKind,
  indicators: readonly IndicatorAnswer[],
): FormulaDraft {
  const fitting = new Set(partsFor(kind, indicators).map(({ code }) => code));
  const kept = (terms: readonly FormulaTerm[]) =>
    terms.filter(({ code }) => fitting.has(code)).map(({ code }) => ({ code, sign: "PLUS" as const }));
  const above = kept(draft.above);
  return {
    ...draft,
    kind,
    above: kind === "DIFFERENCE" ? above.slice(0, 2) : above,
    below: kept(draft.below),
  };
}
