import type { Formats } from "../text/formats.ts";
import type { Formula, FormulaTerm } from "./formula.ts";

/** One side of a formula in names: "A + B − C". */
export function termsText(terms: readonly FormulaTerm[], nameOf: (code: string) => string): string {
  return terms
    .map(({ code, sign }, index) =>
      index === 0 ? nameOf(code) : `${sign === "PLUS" ? "+" : "−"} ${nameOf(code)}`,
    )
    .join(" ");
}

/** A formula as people read it: "(A + B) / C × 1.000". */
export function formulaText(
  { numerator, denominator, factor }: Formula,
  { nameOf, formats }: { nameOf: (code: string) => string; formats: Pick<Formats, "number"> },
): string {
  const side = (terms: readonly FormulaTerm[]) =>
    terms.length > 1 ? `(${termsText(terms, nameOf)})` : termsText(terms, nameOf);
  if (denominator.length === 0) return termsText(numerator, nameOf);
  const ratio = `${side(numerator)} / ${side(denominator)}`;
  return factor === 1 ? ratio : `${ratio} × ${formats.number(factor)}`;
}
