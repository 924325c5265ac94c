import type { z } from "zod";
import type { ScreeningCondition } from "#domain/area-choice/screening.ts";
import type { IndexComponent } from "#domain/priority-index/index-definition.ts";
import type { monitoringViewParts } from "#domain/view/view-parts.ts";
import type { ChoiceQuestion, IndexShows } from "#domain/view/view-words.ts";
import { type IndexTrial, type MonitoringFacts, untouchedMonitoring } from "./monitoring-slice.ts";
import type { PageState } from "./page-state.ts";

/**
 * The part of an address that belongs to the tab "Monitoring":
 * `&tab=monitoring&monitor=index&index=unemployment~2,green-share~1~resource&rules=300~winsorized&shows=certainty`,
 * or `&tab=monitoring&definition=9b1f…` for a definition that is kept.
 */
type Written = { [P in keyof typeof monitoringViewParts]: string | undefined };
type Read = { [P in keyof typeof monitoringViewParts]: z.infer<(typeof monitoringViewParts)[P]> | undefined };

export function monitoringAddress(state: PageState): Partial<Written> {
  if (state.tab !== "monitoring") return {};
  const { indexTrial: trial, indexShows: shows } = state;
  return {
    monitor: state.monitoringView === untouchedMonitoring.monitoringView ? undefined : state.monitoringView,
    group: state.mixGroup ?? undefined,
    definition: state.indexDefinition ?? undefined,
    index: trial?.components.map(componentWord).join(","),
    rules: trial ? rulesWord(trial) : undefined,
    choose: state.choiceQuestion === untouchedMonitoring.choiceQuestion ? undefined : state.choiceQuestion,
    conditions: state.screening.conditions.map(conditionWord).join(",") || undefined,
    join: state.screening.join === "ANY" ? "any" : undefined,
    alike: state.alikeArea ?? undefined,
    by: state.alikeBy?.join(",") || undefined,
    shows: shows === untouchedMonitoring.indexShows ? undefined : shows,
  };
}

export function monitoringOf(read: Read): Omit<MonitoringFacts, "computed"> {
  return {
    monitoringView: read.monitor ?? untouchedMonitoring.monitoringView,
    mixGroup: read.group ?? null,
    choiceQuestion: (read.choose as ChoiceQuestion | undefined) ?? untouchedMonitoring.choiceQuestion,
    screening: {
      conditions: read.conditions?.split(",").map(conditionOf) ?? [],
      join: read.join ? "ANY" : "ALL",
    },
    alikeArea: read.alike ?? null,
    alikeBy: read.by?.split(",") ?? null,
    indexDefinition: read.definition ?? null,
    indexTrial: trialOf(read.index, read.rules),
    indexShows: (read.shows as IndexShows | undefined) ?? untouchedMonitoring.indexShows,
  };
}

function conditionWord({ indicatorCode, bound, value }: ScreeningCondition): string {
  return [indicatorCode, bound === "AT_LEAST" ? "min" : "max", value].join("~");
}

function conditionOf(word: string): ScreeningCondition {
  const [indicatorCode = "", bound, value] = word.split("~");
  return { indicatorCode, bound: bound === "min" ? "AT_LEAST" : "AT_MOST", value: Number(value) };
}

function componentWord({ indicatorCode, weight, direction }: IndexComponent): string {
  return [indicatorCode, weight, ...(direction === "HIGH_IS_RESOURCE" ? ["resource"] : [])].join("~");
}

function rulesWord({ minResidents, winsorize, isPopulationWeighted, years }: IndexTrial): string {
  return [
    minResidents,
    ...(winsorize ? ["winsorized"] : []),
    ...(isPopulationWeighted ? ["by-residents"] : []),
    ...(years === null ? [] : [`${years}y`]),
  ].join("~");
}

/** Both parts or none: weights without their rules would be another index. */
function trialOf(index: string | undefined, rules: string | undefined): IndexTrial | null {
  if (!index || !rules) return null;
  const components = index.split(",").map((word): IndexComponent => {
    const [indicatorCode = "", weight = "1", direction] = word.split("~");
    return {
      indicatorCode,
      weight: Number(weight),
      direction: direction ? "HIGH_IS_RESOURCE" : "HIGH_IS_BURDEN",
      transform: "Z",
    };
  });
  if (components.some(({ weight }) => !(weight > 0))) return null;
  const [minResidents, ...words] = rules.split("~");
  const years = words.find((word) => word.endsWith("y"));
  return {
    components,
    minResidents: Number(minResidents),
    winsorize: words.includes("winsorized"),
    isPopulationWeighted: words.includes("by-residents"),
    years: years === undefined ? null : Number.parseInt(years, 10),
  };
}
