import { useMemo } from "react";
import { classColours } from "#domain/classification/palette.ts";
import type { ToldWarning, WarningAnswer } from "#domain/early-warning/warning-answer.ts";
import type { Text } from "#domain/text/text.ts";
import { useOpened } from "../../data/opened.ts";
import { useAreas } from "../../data/queries.ts";
import { monitoring as german } from "../../i18n/de/monitoring.ts";
import { monitoring as english } from "../../i18n/en/monitoring.ts";
import type { ComputedFigures } from "../../state/monitoring-slice.ts";

const inBoth = (of: (words: typeof german) => string): Text => ({ de: of(german), en: of(english) });

const classes = 4;

/** Open Prüfanlässe by area as figures of map, legend and table: how many indicators ask to be looked at. */
export function useComputedWarnings(
  open: readonly ToldWarning[],
  { result: { level }, ingredients }: WarningAnswer,
): ComputedFigures {
  const { city } = useOpened();
  const areas = useAreas(level).data;
  return useMemo(() => {
    const counts = new Map<string, number>((areas ?? []).map(({ number }) => [number, 0]));
    for (const { areaNumber } of open) counts.set(areaNumber, (counts.get(areaNumber) ?? 0) + 1);
    const { parameterSet } = ingredients;
    const period =
      open
        .map((one) => one.period)
        .sort()
        .at(-1) ?? parameterSet.validFrom;
    return {
      indicator: {
        code: "early-warnings",
        name: inBoth(({ warnings }) => warnings.perArea),
        shortName: inBoth(({ warnings }) => warnings.perAreaShort),
        ...{ theme: "other", kind: "index", direction: "NEUTRAL", unit: "", decimals: 0, breaks: [] },
        ...{ levels: [level], licence: "", publicationAllowed: false, visibility: "INTERNAL" },
        source: parameterSet.name,
        periods: [period],
        isDemo: city.isDemo,
        provenance: {
          source: parameterSet.name,
          licence: "",
          referenceDate: parameterSet.validFrom,
        },
      },
      period,
      values: new Map([...counts].map(([number, value]) => [number, { value, state: "VALUE" }])),
      classes: new Map([...counts].map(([number, count]) => [number, Math.min(count, classes - 1)])),
      scale: { breaks: [0.5, 1.5, 2.5], colours: classColours("blue", classes) },
      labels: Array.from({ length: classes }, (_, place) =>
        inBoth(({ warnings }) => warnings.classes[place] ?? ""),
      ),
      method: inBoth(({ warnings }) => warnings.method),
      columns: [],
    };
  }, [open, level, ingredients, areas, city]);
}
