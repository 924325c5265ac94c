import { useMemo } from "react";
import { classColours, coloursAroundMiddle } from "#domain/classification/palette.ts";
import type { ValueState } from "#domain/indicator/observation.ts";
import type { AreaValue } from "#domain/indicator/period-values.ts";
import type { IndexClassification } from "#domain/priority-index/index-classification.ts";
import { leastSameShare } from "#domain/priority-index/index-robustness.ts";
import type { AreaScore } from "#domain/priority-index/priority-index.ts";
import type { Text } from "#domain/text/text.ts";
import type { IndexShows } from "#domain/view/view-words.ts";
import { useOpened } from "../../data/opened.ts";
import { monitoring as german } from "../../i18n/de/monitoring.ts";
import { monitoring as english } from "../../i18n/en/monitoring.ts";
import { useLanguage } from "../../i18n/language.tsx";
import type { ShownIndex } from "../../monitoring/use-index.ts";
import type { ComputedColumn, ComputedFigures } from "../../state/monitoring-slice.ts";
import { usePage } from "../../state/use-page.ts";
import { computedDynamics } from "./computed-dynamics.ts";
import { indexIndicator, stateOf } from "./index-indicator.ts";
import { useMonitoringText } from "./use-monitoring-text.ts";

/** Certainty in fifths of what lies above and below the limit of METHODS §4.6. */
const certaintyBreaks = [0.5, leastSameShare, 0.95];

const inBoth = (of: (words: typeof german) => string): Text => ({ de: of(german), en: of(english) });

/** The index as figures of map, legend and table: its classes, or how certain they are. */
export function useComputedIndex(index: ShownIndex | null): ComputedFigures | null {
  const { text, say, formats } = useLanguage();
  const words = useMonitoringText();
  const { city } = useOpened();
  const shows = usePage((state) => state.indexShows);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the wordings change with the language, which formats stands for
  return useMemo(() => {
    if (!index) return null;
    if (shows === "dynamics") return computedDynamics(index, { isDemo: city.isDemo, say });
    const { scores, robustnessOf, indicators, question } = index;
    const { classification } = question.definition;
    const { labels } = classification;
    const period = index.periods.toSorted().at(-1) ?? "";
    const figureOf = (area: AreaScore): AreaValue => {
      const value = shows === "class" ? area.score : (robustnessOf.get(area.areaNumber)?.sameShare ?? null);
      if (value === null) return { value, state: stateOf(area) };
      return { value: shows === "class" ? value : 100 * value, state: "VALUE" };
    };
    const classOf = (area: AreaScore): number | ValueState => {
      if (area.classIndex === null) return stateOf(area);
      if (shows === "class") return area.classIndex;
      const share = robustnessOf.get(area.areaNumber)?.sameShare;
      return share === undefined ? "UNKNOWN" : certaintyBreaks.filter((limit) => share >= limit).length;
    };
    const certaintyColumn = (): ComputedColumn => ({
      ...{ id: "certainty", name: words.index.sameClass, isNumber: true, width: 130 },
      cells: new Map(
        index.robustness.areas.map(({ areaNumber, sameShare, isUncertain }) => [
          areaNumber,
          {
            text: `${formats.share(sameShare)}${isUncertain ? ` (${words.index.uncertain})` : ""}`,
            sort: sameShare,
          },
        ]),
      ),
    });
    const columns: ComputedColumn[] = [
      ...(shows === "class" ? [certaintyColumn()] : []),
      {
        ...{ id: "range", name: words.index.classRange, isNumber: false, width: 190 },
        cells: new Map(
          index.robustness.areas.map(({ areaNumber, classMin, classMax }) => {
            const [low, high] = [labels[classMin], labels[classMax]].map((label) =>
              label ? say(label) : "",
            );
            return [
              areaNumber,
              { text: low === high ? low! : `${low} – ${high}`, sort: classMax - classMin },
            ];
          }),
        ),
      },
      ...indicators.map(
        (indicator, place): ComputedColumn => ({
          ...{
            id: indicator.code,
            name: say(indicator.shortName ?? indicator.name),
            isNumber: true,
            width: 130,
          },
          cells: new Map(
            scores.areas.map(({ areaNumber, contributions }) => {
              const part = contributions?.[place] ?? null;
              return [
                areaNumber,
                part === null
                  ? { text: words.index.noFigure, sort: null }
                  : { text: formats.change(part, 2), sort: part },
              ];
            }),
          ),
        }),
      ),
    ];
    return {
      indicator: indexIndicator(index, {
        isDemo: city.isDemo,
        aspect: shows === "class" ? null : inBoth((one) => one.index.certainty),
        ...(shows === "class" ? { unit: "", decimals: 2 } : { unit: "%", decimals: 0 }),
      }),
      period,
      values: new Map(scores.areas.map((area) => [area.areaNumber, figureOf(area)])),
      classes: new Map(scores.areas.map((area) => [area.areaNumber, classOf(area)])),
      scale: scaleOf(shows, classification),
      labels: shows === "class" ? labels : certaintyLabels,
      method: inBoth(({ index: one }) => (shows === "class" ? one.classMethod : one.certaintyMethod)),
      columns,
    };
  }, [index, shows, city, formats, text]);
}

/** The middle class, which holds the mean or the middle area, has the colour of the middle. */
function scaleOf(shows: IndexShows, { breaks, method }: IndexClassification): ComputedFigures["scale"] {
  const middle = method === "QUANTILES" ? 0.5 : 0;
  const below = breaks.filter((limit) => limit <= middle).length;
  return shows === "class"
    ? { breaks: [...breaks], colours: coloursAroundMiddle(below, breaks.length - below) }
    : { breaks: certaintyBreaks.map((share) => 100 * share), colours: classColours("blue", 4).reverse() };
}

const percent = (share: number) => Math.round(100 * share);
const certaintyLabels: readonly Text[] = [
  {
    de: `unsicher: unter ${percent(certaintyBreaks[0]!)} %`,
    en: `uncertain: below ${percent(certaintyBreaks[0]!)} %`,
  },
  {
    de: `unsicher: ${percent(certaintyBreaks[0]!)} bis unter ${percent(leastSameShare)} %`,
    en: `uncertain: ${percent(certaintyBreaks[0]!)} to below ${percent(leastSameShare)} %`,
  },
  {
    de: `sicher: ${percent(leastSameShare)} bis unter ${percent(certaintyBreaks[2]!)} %`,
    en: `certain: ${percent(leastSameShare)} to below ${percent(certaintyBreaks[2]!)} %`,
  },
  {
    de: `sicher: ${percent(certaintyBreaks[2]!)} % und mehr`,
    en: `certain: ${percent(certaintyBreaks[2]!)} % and more`,
  },
];
