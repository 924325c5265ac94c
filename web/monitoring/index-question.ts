import type { AreaLevel } from "#domain/area/area.ts";
import type { IndicatorAnswer } from "#domain/contract/contract.ts";
import {
  demoDynamicsClassification,
  demoStatusClassification,
} from "#domain/priority-index/index-classification.ts";
import type { IndexComponent, IndexDefinition } from "#domain/priority-index/index-definition.ts";
import type { IndexTrial } from "../state/monitoring-slice.ts";
import { comparableYears, usualYearsOf } from "./comparable-years.ts";
import { indexIndicators, trialOf, usualTrial } from "./index-trial.ts";
import type { KeptDefinition } from "./use-definitions.ts";

/** Why there is no answer; `MISSING` names what this person or level does not have. */
export type Hindrance =
  | { kind: "LOADING" }
  | { kind: "UNKNOWN" }
  | { kind: "OTHER_LEVEL" }
  | { kind: "MISSING"; codes: readonly string[] };

/** What is asked of an index: a kept definition as it is, or a trial that nobody keeps. */
export interface IndexQuestion {
  trial: IndexTrial;
  /** Everything that decides a score. Of a trial it has no name. */
  definition: IndexDefinition;
  /** The kept definition that is open, or that the trial started from. */
  base: KeptDefinition | null;
  isTrial: boolean;
  hindrance: Hindrance | null;
}

export interface Asked {
  level: AreaLevel;
  period: string | null;
  indexTrial: IndexTrial | null;
  indexDefinition: string | null;
}

/** Of a kept definition nothing is left out silently; a trial is made of what the level and this person have. */
export function indexQuestion(
  { level, period, indexTrial, indexDefinition }: Asked,
  indicators: readonly IndicatorAnswer[],
  kept: readonly KeptDefinition[] | null,
): IndexQuestion {
  const base = kept?.find(({ id }) => id === indexDefinition) ?? null;
  if (base && !indexTrial) return keptQuestion(base, level, indicators);
  const known = base?.definition;
  // An address has no room for what cannot be tried out: it comes from the definition the trial started from.
  const whole = (one: IndexComponent): IndexComponent => {
    const given = known?.components.find(({ indicatorCode }) => indicatorCode === one.indicatorCode);
    return given ? { ...given, ...one, transform: given.transform } : one;
  };
  const offered = indexIndicators(indicators, level);
  const start = indexTrial ?? usualTrial(offered);
  const components = start.components
    .map(whole)
    .filter(
      ({ indicatorCode, resolution }) =>
        offered.some(({ code }) => code === indicatorCode) ||
        (resolution !== undefined && isOnLevel(indicators, indicatorCode, level)),
    );
  const trial = { ...start, components };
  const years = trial.years ?? usualYearsOf(comparableYears(components, indicators, period));
  return {
    ...{ trial, base, isTrial: true },
    definition: {
      ...{ name: "", version: 1, purpose: "", author: "", levels: [level], components },
      minResidents: trial.minResidents,
      winsorize: trial.winsorize,
      standardisation: trial.isPopulationWeighted ? "POPULATION_WEIGHTED" : "UNWEIGHTED",
      classification: known?.classification ?? demoStatusClassification,
      dynamics: { years, classification: known?.dynamics?.classification ?? demoDynamicsClassification },
    },
    hindrance: indexDefinition === null || base ? null : { kind: kept === null ? "LOADING" : "UNKNOWN" },
  };
}

function keptQuestion(
  base: KeptDefinition,
  level: AreaLevel,
  indicators: readonly IndicatorAnswer[],
): IndexQuestion {
  const { definition } = base;
  const codes = definition.components
    .map(({ indicatorCode }) => indicatorCode)
    .filter((code) => !isOnLevel(indicators, code, level));
  return {
    ...{ trial: trialOf(definition), base, isTrial: false },
    definition: { ...definition, author: definition.author ?? "" },
    hindrance: !definition.levels.includes(level)
      ? { kind: "OTHER_LEVEL" }
      : codes.length > 0
        ? { kind: "MISSING", codes }
        : null,
  };
}

function isOnLevel(indicators: readonly IndicatorAnswer[], wanted: string, level: AreaLevel): boolean {
  return indicators.some(({ code, levels }) => code === wanted && levels.includes(level));
}
