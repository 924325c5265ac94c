import type { Indicator } from "../indicator/indicator.ts";
import type { ValueState } from "../indicator/observation.ts";
import type { Formats } from "../text/formats.ts";
import type { ChoroplethScale } from "./choropleth-scale.ts";
import type { ClassRow } from "./class-rows.ts";

/** What a legend says around numbers, in the language of the reader. */
export interface ClassWords {
  below: (to: string) => string;
  between: (from: string, to: string) => string;
  above: (from: string) => string;
  all: string;
  states: Readonly<Record<ValueState, string>>;
}

/** "unter 25 %", "25 bis unter 35 %", "55 % und mehr", or the name of a state. */
export function classLabeller(
  indicator: Pick<Indicator, "unit">,
  { breaks }: Pick<ChoroplethScale, "breaks">,
  { words, formats }: { words: ClassWords; formats: Formats },
): (row: Pick<ClassRow, "kept" | "from" | "to">) => string {
  // Breaks may need more decimals than values so that neighbouring classes do not read the same.
  const decimals = Math.max(0, ...breaks.map(decimalsOf));
  const bare = (value: number) => formats.number(value, decimals);
  const unit = isShortUnit(formats.unit(indicator.unit)) ? indicator.unit : "";
  const withUnit = (value: number) => formats.value(value, { unit, decimals });
  return ({ kept, from, to }) => {
    if (typeof kept === "string") return words.states[kept];
    if (from === null && to === null) return words.all;
    if (from === null) return words.below(withUnit(to ?? 0));
    if (to === null) return words.above(withUnit(from));
    return words.between(bare(from), withUnit(to));
  };
}

/** Signs stand in every row of a legend; words stand once above it. */
export function isShortUnit(unit: string): boolean {
  return unit.length <= 4;
}

function decimalsOf(value: number): number {
  for (let decimals = 0; decimals < 6; decimals++) {
    if (Number(value.toFixed(decimals)) === value) return decimals;
  }
  return 6;
}
