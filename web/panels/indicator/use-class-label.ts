import type { Indicator } from "#domain/indicator/indicator.ts";
import { useLanguage } from "../../i18n/language.tsx";
import type { ChoroplethScale } from "../../map/map-scene.ts";
import type { ClassRow } from "../../state/selectors/class-rows.ts";

/** "unter 25 %", "25 bis unter 35 %", "55 % und mehr", or the name of a state. */
export function useClassLabel(
  indicator: Pick<Indicator, "unit">,
  { breaks }: Pick<ChoroplethScale, "breaks">,
): (row: Pick<ClassRow, "kept" | "from" | "to">) => string {
  const { text, formats } = useLanguage();
  // Breaks may need more decimals than values so that neighbouring classes do not read the same.
  const decimals = Math.max(0, ...breaks.map(decimalsOf));
  const bare = (value: number) => formats.number(value, decimals);
  const unit = isShortUnit(formats.unit(indicator.unit)) ? indicator.unit : "";
  const withUnit = (value: number) => formats.value(value, { unit, decimals });
  return ({ kept, from, to }) => {
    if (typeof kept === "string") return text.classes.states[kept];
    if (from === null && to === null) return text.classes.all;
    if (from === null) return text.classes.below(withUnit(to ?? 0));
    if (to === null) return text.classes.above(withUnit(from));
    return text.classes.between(bare(from), withUnit(to));
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
