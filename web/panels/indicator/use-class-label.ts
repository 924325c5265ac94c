import type { ChoroplethScale } from "#domain/classification/choropleth-scale.ts";
import { classLabeller } from "#domain/classification/class-label.ts";
import type { ClassRow } from "#domain/classification/class-rows.ts";
import type { Indicator } from "#domain/indicator/indicator.ts";
import { useLanguage } from "../../i18n/language.tsx";

/** "unter 25 %", "25 bis unter 35 %", "55 % und mehr", or the name of a state. */
export function useClassLabel(
  indicator: Pick<Indicator, "unit">,
  scale: Pick<ChoroplethScale, "breaks">,
): (row: Pick<ClassRow, "kept" | "from" | "to">) => string {
  const { text, formats } = useLanguage();
  return classLabeller(indicator, scale, { words: text.classes, formats });
}
