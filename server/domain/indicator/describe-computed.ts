import { mostClosed } from "../access/visibility.ts";
import { areaLevels } from "../area/area.ts";
import type { IndicatorAnswer } from "../contract/contract.ts";
import type { StoredRecord } from "../record/record.ts";
import { formatsOf } from "../text/formats.ts";
import type { Language, Text } from "../text/text.ts";
import { commonPeriods } from "./common-periods.ts";
import { computedCode } from "./computed-code.ts";
import { type ComputedIndicator, computedIndicatorSchema } from "./computed-indicator.ts";
import {
  type CheckedFormula,
  checkFormula,
  type Formula,
  type FormulaPart,
  formulaCodes,
} from "./formula.ts";
import { formulaText, termsText } from "./formula-text.ts";
import { isCohesion } from "./is-cohesion.ts";

/**
 * A kept definition as an indicator, from the indicators one audience reads; undefined where a part is not among them, or
 * where the formula does not work out any more because a part is measured otherwise by now. It is as closed as its most
 * closed part, and says of itself what its parts say: sources, licences, breaks.
 */
export function describeComputed(
  record: Pick<StoredRecord, "id" | "state" | "visibility" | "properties">,
  measured: ReadonlyMap<string, IndicatorAnswer>,
): IndicatorAnswer | undefined {
  const definition = computedIndicatorSchema.parse(record.properties);
  const { formula, theme, direction, decimals, note, version } = definition;
  const checked = checkComputed(formula, measured);
  if (checked.kind === "problem") return undefined;
  const parts = formulaCodes(formula).map((code) => measured.get(code)!);
  const { unit, kind, isDiverging, minDenominator } = checked.result;
  const sides = sidesOf(formula, measured);
  return {
    code: computedCode(record.id),
    name: nameOf(definition),
    ...{ theme, kind, unit, direction, decimals, ...sides },
    ...(minDenominator !== undefined && { minDenominator }),
    ...(isDiverging && { diverging: true }),
    ...(note !== undefined && { interpretationNote: { de: note, en: note } }),
    levels: areaLevels.filter((level) => parts.every(({ levels }) => levels.includes(level))),
    periods: commonPeriods(parts.map(({ periods }) => periods)).map(({ period }) => period),
    source: joined(parts, ({ source }) => source),
    licence: joined(parts, ({ licence }) => licence),
    publicationAllowed: parts.every(({ publicationAllowed }) => publicationAllowed),
    breaks: parts.flatMap(({ name, breaks }) =>
      breaks.map(({ date, text }) => ({
        date,
        text: { de: `${name.de}: ${text.de}`, en: `${name.en}: ${text.en}` },
      })),
    ),
    visibility: mostClosed([record.visibility, ...parts.map(({ visibility }) => visibility)]),
    isDemo: parts.some(({ isDemo }) => isDemo),
    provenance: {
      source: joined(parts, ({ provenance }) => provenance.source),
      licence: joined(parts, ({ provenance }) => provenance.licence),
      // The result is no newer than its oldest part.
      referenceDate: parts.map(({ provenance }) => provenance.referenceDate).sort()[0]!,
    },
    computed: { id: record.id, state: record.state, version, formula },
  };
}

/** `checkFormula` against the measured indicators of one audience; what was surveyed about cohesion is no part of anything. */
export function checkComputed(
  formula: Formula,
  measured: ReadonlyMap<string, FormulaPart & Pick<IndicatorAnswer, "theme">>,
): CheckedFormula {
  for (const side of ["numerator", "denominator"] as const) {
    for (const [index, { code }] of formula[side].entries()) {
      const part = measured.get(code);
      if (!part || !isCohesion(part)) continue;
      const text = {
        de: `„${part.name.de}“ gehört zur Zusammenhaltsstudie. Ihre Werte stehen für sich und werden nicht verrechnet.`,
        en: `“${part.name.en}” belongs to the cohesion study. Its figures stand for themselves and are not computed with.`,
      };
      return { kind: "problem", problem: { pointer: `/${side}/${index}/code`, text } };
    }
  }
  return checkFormula(formula, (code) => measured.get(code));
}

/** The formula in the names of its parts, in both languages. */
export function formulaInWords(
  formula: Formula,
  measured: ReadonlyMap<string, Pick<FormulaPart, "name">>,
): Text {
  const said = (language: Language) =>
    formulaText(formula, {
      nameOf: (code) => measured.get(code)?.name[language] ?? code,
      formats: formatsOf(language),
    });
  return { de: said("de"), en: said("en") };
}

function sidesOf({ numerator, denominator }: Formula, measured: ReadonlyMap<string, IndicatorAnswer>) {
  const said = (terms: Formula["numerator"]): Text => ({
    de: termsText(terms, (code) => measured.get(code)!.name.de),
    en: termsText(terms, (code) => measured.get(code)!.name.en),
  });
  return denominator.length > 0 ? { numerator: said(numerator), denominator: said(denominator) } : {};
}

function nameOf({ name, nameInEnglish }: ComputedIndicator): Text {
  return { de: name, en: nameInEnglish ?? name };
}

function joined(parts: readonly IndicatorAnswer[], read: (part: IndicatorAnswer) => string): string {
  return [...new Set(parts.map(read).filter(Boolean))].join("; ");
}
