import { hiddenNoteOf } from "#domain/disclosure/hidden-note.ts";
import type { Figures } from "../../data/figures.tsx";
import { useLanguage } from "../../i18n/language.tsx";
import { usePage } from "../../state/use-page.ts";

/** Why areas on the map have no figure, and which figures are for this reader alone; sentences for a legend. */
export function useHiddenNote(): (figures: Figures) => string[] {
  const { text, formats } = useLanguage();
  const level = usePage((state) => state.level);
  return ({ indicator, values }) => {
    const { hidden, confidential } = hiddenNoteOf(indicator, level, values.values());
    const below = hidden?.threshold;
    return [
      ...(hidden ? [below == null ? text.classes.hiddenBySource : text.classes.hiddenBelow(below)] : []),
      ...(confidential === null
        ? []
        : [text.classes.confidential(formats.number(confidential), confidential)]),
    ];
  };
}
