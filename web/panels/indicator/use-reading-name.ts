import type { Figures } from "../../data/figures.tsx";
import { useLanguage } from "../../i18n/language.tsx";

/** What is on the map: the indicator, its change, or two of them. */
export function useReadingName(): (figures: Figures) => string {
  const { text, say } = useLanguage();
  return ({ indicator, pair }) =>
    pair
      ? text.reading.pairName(
          say(indicator.shortName ?? indicator.name),
          say(pair.indicator.shortName ?? pair.indicator.name),
        )
      : say(indicator.name);
}
