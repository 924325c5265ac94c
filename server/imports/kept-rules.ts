import type { Indicator } from "#domain/indicator/indicator.ts";
import type { ImportSpec } from "../datasets/import-spec.ts";
import type { Store } from "../store/store.ts";

type IndicatorSpec = Extract<ImportSpec, { as: "indicator" }>;
type Definition = IndicatorSpec["indicators"][number]["definition"];

/** What new figures of a known indicator leave as it is. */
const kept = [
  "shortName",
  "theme",
  "numerator",
  "denominator",
  "direction",
  "minDenominator",
  "suppression",
  "links",
  "cycle",
  "referenceDay",
  "interpretationNote",
  "contentBreaks",
  "diverging",
  "breaks",
] as const satisfies readonly (keyof Indicator)[];

/**
 * The order with what the database already says of its indicators: a page brings figures, names and units, and never
 * takes away a rule of disclosure control or a ban on publication that somebody decided.
 */
export async function withKeptRules(store: Pick<Store, "releases">, spec: ImportSpec): Promise<ImportSpec> {
  if (spec.as !== "indicator") return spec;
  const known = new Map<string, Indicator>();
  for (const { details } of await store.releases({ kind: "observations" })) {
    const indicator = details.indicator as Indicator | undefined;
    if (indicator) known.set(indicator.code, indicator);
  }
  const indicators = spec.indicators.map((one) => {
    const before = known.get(one.definition.code);
    return before ? { ...one, definition: mergedWith(one.definition, before) } : one;
  });
  return { ...spec, indicators };
}

function mergedWith(given: Definition, before: Indicator): Definition {
  const rules = Object.fromEntries(
    kept.flatMap((field) => (before[field] === undefined ? [] : [[field, before[field]]])),
  );
  return {
    ...given,
    ...rules,
    publicationAllowed: given.publicationAllowed && before.publicationAllowed,
  };
}
