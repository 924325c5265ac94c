import { classLabeller } from "#domain/classification/class-label.ts";
import type { ClassRow } from "#domain/classification/class-rows.ts";
import { pairSteps } from "#domain/reading/pair-reading.ts";
import type { Figures } from "../../data/figures.tsx";
import { useLanguage } from "../../i18n/language.tsx";

/** "unter 25 %", "25 bis unter 35 %", "55 % und mehr", "niedrig / hoch" of two indicators, or the name of a state. */
export function useClassLabel(): (
  figures: Pick<Figures, "indicator" | "scale" | "pair" | "computed">,
) => (row: Pick<ClassRow, "kept" | "from" | "to">) => string {
  const { text, say, formats } = useLanguage();
  return ({ indicator, scale, pair, computed }) => {
    const ofOne = classLabeller(indicator, scale, { words: text.classes, formats });
    if (computed) {
      const { labels } = computed;
      return (row) => {
        const name = typeof row.kept === "number" ? labels[row.kept] : undefined;
        return name ? say(name) : ofOne(row);
      };
    }
    if (!pair) return ofOne;
    return (row) =>
      typeof row.kept === "string"
        ? ofOne(row)
        : text.reading.pairClass(
            text.reading.steps[Math.floor(row.kept / pairSteps)] ?? "",
            text.reading.steps[row.kept % pairSteps] ?? "",
          );
  };
}
