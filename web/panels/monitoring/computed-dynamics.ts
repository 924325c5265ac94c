import { pairColoursOf } from "#domain/classification/palette.ts";
import type { ValueState } from "#domain/indicator/observation.ts";
import type { AreaScore } from "#domain/priority-index/priority-index.ts";
import type { Text } from "#domain/text/text.ts";
import { monitoring as german } from "../../i18n/de/monitoring.ts";
import { monitoring as english } from "../../i18n/en/monitoring.ts";
import type { ShownIndex } from "../../monitoring/use-index.ts";
import type { ComputedColumn, ComputedFigures } from "../../state/monitoring-slice.ts";
import { indexIndicator, stateOf } from "./index-indicator.ts";

/** Place of a class of status and of dynamics among all combinations, as `statusDynamics` orders them. */
export function combinationOf(status: number, dynamics: number, dynamicsClasses: number): number {
  return status * dynamicsClasses + dynamics;
}

/** Status and dynamics together as figures of map, legend and table; null where the definition knows no dynamics. */
export function computedDynamics(
  index: ShownIndex,
  { isDemo, say }: { isDemo: boolean; say: (text: Text) => string },
): ComputedFigures | null {
  const { scores, question } = index;
  const dynamics = scores.dynamics;
  const asked = question.definition.dynamics;
  if (!dynamics || !asked) return null;
  const status = question.definition.classification.labels;
  const movement = asked.classification.labels;
  const moved = new Map(dynamics.areas.map((area) => [area.areaNumber, area]));
  const classOf = (area: AreaScore): number | ValueState => {
    if (area.classIndex === null) return stateOf(area);
    const change = moved.get(area.areaNumber)?.classIndex ?? null;
    return change === null ? "UNKNOWN" : combinationOf(area.classIndex, change, movement.length);
  };
  const column = (
    id: string,
    name: Text,
    { areas, labels }: { areas: readonly AreaScore[]; labels: readonly Text[] },
  ): ComputedColumn => ({
    ...{ id, name: say(name), isNumber: false, width: 130 },
    cells: new Map(
      areas.map(({ areaNumber, classIndex }) => {
        const label = classIndex === null ? undefined : labels[classIndex];
        return [areaNumber, { text: label ? say(label) : "", sort: classIndex }];
      }),
    ),
  });
  return {
    indicator: indexIndicator(index, {
      ...{ isDemo, unit: "", decimals: 2 },
      aspect: { de: german.dynamics.over(asked.years), en: english.dynamics.over(asked.years) },
    }),
    period: index.periods.toSorted().at(-1) ?? "",
    values: new Map(
      scores.areas.map((area) => [
        area.areaNumber,
        area.score === null
          ? { value: null, state: stateOf(area) }
          : { value: area.score, state: "VALUE" as const },
      ]),
    ),
    classes: new Map(scores.areas.map((area) => [area.areaNumber, classOf(area)])),
    scale: { breaks: [], colours: pairColoursOf(status.length, movement.length) },
    labels: status.flatMap((one) =>
      movement.map((change) => ({
        de: german.dynamics.combination(one.de, change.de),
        en: english.dynamics.combination(one.en, change.en),
      })),
    ),
    method: { de: german.dynamics.method, en: english.dynamics.method },
    columns: [
      column(
        "status",
        { de: german.dynamics.status, en: english.dynamics.status },
        {
          areas: scores.areas,
          labels: status,
        },
      ),
      column(
        "dynamics",
        { de: german.dynamics.name, en: english.dynamics.name },
        {
          areas: dynamics.areas,
          labels: movement,
        },
      ),
    ],
  };
}
