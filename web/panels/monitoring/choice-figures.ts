import type { ChoroplethScale } from "#domain/classification/choropleth-scale.ts";
import type { IndicatorAnswer } from "#domain/contract/contract.ts";
import type { ValueState } from "#domain/indicator/observation.ts";
import type { Text } from "#domain/text/text.ts";
import { areaChoice as german } from "../../i18n/de/area-choice.ts";
import { areaChoice as english } from "../../i18n/en/area-choice.ts";
import type { ToldFigures } from "../../monitoring/use-told-figures.ts";
import type { ComputedColumn, ComputedFigures } from "../../state/monitoring-slice.ts";

export const inBoth = (of: (words: typeof german) => string): Text => ({ de: of(german), en: of(english) });

/** What an area is told as: a count or a distance with its class, or why it has none. */
export interface ChosenArea {
  areaNumber: string;
  value: number | null;
  shown: number | ValueState;
}

/** A choice of areas as figures of map, legend and table, with what it was made of. */
export function choiceFigures(
  told: readonly ToldFigures[],
  areas: readonly ChosenArea[],
  {
    isDemo,
    ...shown
  }: {
    isDemo: boolean;
    name: Text;
    shortName: Text;
    decimals: number;
    scale: ChoroplethScale;
    labels: readonly Text[];
    method: Text;
    columns: readonly ComputedColumn[];
  },
): ComputedFigures {
  const period =
    told
      .map((one) => one.period ?? "")
      .sort()
      .at(-1) ?? "";
  const names = told.map(({ indicator }) => indicator.name.de).join(", ");
  const { name, shortName, decimals, ...rest } = shown;
  const indicator: IndicatorAnswer = {
    code: "area-choice",
    ...{ name, shortName, decimals, isDemo, unit: "", theme: "other", kind: "index", direction: "NEUTRAL" },
    ...{ breaks: [], levels: told[0]?.indicator.levels ?? [], periods: [period], licence: "" },
    ...{ publicationAllowed: false, visibility: "INTERNAL", source: german.source },
    provenance: { source: `${german.source}: ${names}`, licence: "", referenceDate: period },
  };
  return {
    ...{ ...rest, indicator, period },
    values: new Map(
      areas.map(({ areaNumber, value, shown: one }) => [
        areaNumber,
        value === null
          ? { value, state: typeof one === "string" && one !== "VALUE" ? one : ("UNKNOWN" as const) }
          : { value, state: "VALUE" as const },
      ]),
    ),
    classes: new Map(areas.map(({ areaNumber, shown: one }) => [areaNumber, one])),
  };
}

/** A column with the figures of one indicator, and what is said beside each. */
export function figureColumn(
  { indicator, byArea }: ToldFigures,
  areaNumbers: readonly string[],
  {
    name,
    tell,
    missing,
  }: { name: string; tell: (value: number, areaNumber: string) => string; missing: string },
): ComputedColumn {
  return {
    ...{ id: indicator.code, name, isNumber: true, width: 150 },
    cells: new Map(
      areaNumbers.map((number) => {
        const value = byArea.get(number);
        return [
          number,
          value === undefined ? { text: missing, sort: null } : { text: tell(value, number), sort: value },
        ];
      }),
    ),
  };
}
