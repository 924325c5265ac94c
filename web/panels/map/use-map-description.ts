import { useShown } from "../../data/figures.tsx";
import { useOpened } from "../../data/opened.ts";
import { useLanguage } from "../../i18n/language.tsx";
import { usePage } from "../../state/use-page.ts";

/** What the map says, as a sentence: how many areas, the range, the lowest and the highest. */
export function useMapDescription(title: string): string {
  const { text, say, formats } = useLanguage();
  const { city } = useOpened();
  const { figures, areas } = useShown();
  const level = usePage((state) => state.level);
  if (figures.kind !== "ready") return title;
  const ranked = areas
    .flatMap((area) => {
      const value = figures.values.get(area.number)?.value;
      return value === null || value === undefined ? [] : [{ name: area.name ?? area.number, value }];
    })
    .sort((a, b) => a.value - b.value);
  const [lowest] = ranked;
  const highest = ranked.at(-1);
  if (!lowest || !highest) return title;
  const plural = city.levels.find((one) => one.level === level)?.plural;
  const value = (figure: number) => formats.value(figure, figures.indicator);
  return text.map.description(
    title,
    `${formats.number(ranked.length)} ${plural ? say(plural) : level}`,
    text.indicator.range(value(lowest.value), value(highest.value)),
    `${lowest.name} (${value(lowest.value)})`,
    `${highest.name} (${value(highest.value)})`,
  );
}
