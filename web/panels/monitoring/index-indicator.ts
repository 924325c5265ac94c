import type { IndicatorAnswer } from "#domain/contract/contract.ts";
import type { ValueState } from "#domain/indicator/observation.ts";
import type { AreaScore } from "#domain/priority-index/priority-index.ts";
import type { Language, Text } from "#domain/text/text.ts";
import { monitoring as german } from "../../i18n/de/monitoring.ts";
import { monitoring as english } from "../../i18n/en/monitoring.ts";
import type { ShownIndex } from "../../monitoring/use-index.ts";
import { indexCode } from "../../state/monitoring-slice.ts";
import { questionName } from "./use-definition-text.ts";

/** Why an area has no class, as legends say it. */
export function stateOf({ state }: Pick<AreaScore, "state">): ValueState {
  return state === "TOO_FEW_RESIDENTS" ? "TOO_FEW_RESIDENTS" : "UNKNOWN";
}

/** How an index is named and told, with the definition it is of; it belongs to nobody's data set. */
export function indexIndicator(
  { indicators, periods, question }: ShownIndex,
  {
    aspect,
    isDemo,
    ...told
  }: { aspect: Text | null; isDemo: boolean } & Pick<IndicatorAnswer, "unit" | "decimals">,
): IndicatorAnswer {
  const which = questionName(question);
  const named = (language: Language, { index }: typeof german) =>
    [aspect ? `${index.name}, ${aspect[language]}` : index.name, which[language]].join(": ");
  const period = periods.toSorted().at(-1) ?? "";
  return {
    code: indexCode,
    name: { de: named("de", german), en: named("en", english) },
    shortName: aspect ?? { de: german.index.shortName, en: english.index.shortName },
    ...{ theme: "other", kind: "index", direction: "HIGH_IS_BURDEN", diverging: true, breaks: [] },
    ...told,
    minDenominator: question.definition.minResidents,
    levels: indicators[0]?.levels ?? [],
    source: german.index.source,
    licence: "",
    publicationAllowed: false,
    periods: [period],
    visibility: "INTERNAL",
    isDemo,
    provenance: {
      source: `${german.index.name}: ${which.de}. ${german.index.source}: ${indicators.map(({ name }) => name.de).join(", ")}`,
      licence: "",
      referenceDate: period,
    },
  };
}
