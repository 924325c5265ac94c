import type { Layer } from "#domain/contract/contract.ts";
import { facilityFamilies } from "#domain/facility/facility-families.ts";
import { useShown } from "../../data/figures.tsx";
import { useOpened } from "../../data/opened.ts";
import { useLanguage } from "../../i18n/language.tsx";
import { usePage } from "../../state/use-page.ts";
import { shortPeriod } from "../indicator/use-period-label.ts";
import { useReadingName } from "../indicator/use-reading-name.ts";

const mostFamilies = 2;

/** "Versiegelte Fläche · 2024 · Stadtbezirke" and what else is shown. */
export function useMapTitle(): { title: string; subtitle: string | null } {
  const { text, say, formats } = useLanguage();
  const { city, indicators, layers } = useOpened();
  const level = usePage((state) => state.level);
  const code = usePage((state) => state.indicator);
  const chosenPeriod = usePage((state) => state.period);
  const { figures } = useShown();
  const readingName = useReadingName();
  const settings = usePage((state) => state.layers);
  const families = usePage((state) => state.families);
  const planning = usePage((state) => state.planningShown);

  if (planning) return { title: planning.title, subtitle: planning.subtitle };

  // Facilities are named by what is shown of them, as long as that fits into a sentence.
  const nameOf = (layer: Layer) =>
    layer.layer === "facilities" && families.length <= mostFamilies
      ? formats.list(families.map((family) => say(facilityFamilies[family])))
      : say(layer.name);

  // The figures say what is read from the indicator; until they are there, it stands for itself.
  const ready = figures.kind === "ready" ? figures : null;
  const indicator = indicators.find((one) => one.code === code);
  const period = ready?.period ?? chosenPeriod;
  // What a tab computed needs no indicator beside it.
  const name = ready ? readingName(ready) : indicator && say(indicator.name);
  const levelNames = city.levels.find((one) => one.level === level);
  const plural = levelNames ? say(levelNames.plural) : level;
  const shown = settings
    .filter((setting) => setting.isVisible)
    .flatMap((setting) => layers.find((layer) => layer.layer === setting.layer) ?? [])
    .filter((layer) => isThing(layer) && (layer.layer !== "facilities" || families.length > 0))
    .map((layer) => nameOf(layer));
  return {
    title:
      name && period
        ? text.map.title([name, shortPeriod(period), plural])
        : text.map.title([say(city.name), plural]),
    subtitle: shown.length > 0 ? text.map.with(shown.join(", ")) : null,
  };
}

function isThing(layer: Layer): boolean {
  return layer.kind === "records" || layer.kind === "features";
}
