import { useEffect, useRef } from "react";
import { useShown } from "../../data/figures.tsx";
import { useLanguage } from "../../i18n/language.tsx";
import { usePageStore } from "../../state/use-page.ts";
import { usePeriodLabel } from "./use-period-label.ts";

/** While somebody steps through years, only the one they stay at is worth a sentence. */
const calmMs = 700;

/** Says what is shown after indicator, year or level changed: how many areas, which range, which date. */
export function FigureAnnouncer() {
  const { text, say, formats } = useLanguage();
  const store = usePageStore();
  const { figures } = useShown();
  const periodLabel = usePeriodLabel();
  const isFirst = useRef(true);

  // biome-ignore lint/correctness/useExhaustiveDependencies: only new figures are news, not a new way to say them
  useEffect(() => {
    if (figures.kind !== "ready") return;
    if (isFirst.current) {
      isFirst.current = false;
      return;
    }
    const timer = setTimeout(() => {
      const known = [...figures.values.values()].flatMap(({ value }) => (value === null ? [] : [value]));
      const show = (value: number) => formats.value(value, figures.indicator);
      const range =
        known.length === 0
          ? text.indicator.noFigures
          : text.indicator.range(show(Math.min(...known)), show(Math.max(...known)));
      const areas = `${formats.number(known.length)} ${text.classes.areasHeading}`;
      store
        .getState()
        .announce(
          text.indicator.announced(say(figures.indicator.name), periodLabel(figures.period), areas, range),
        );
    }, calmMs);
    return () => clearTimeout(timer);
  }, [figures.kind, figures.kind === "ready" ? figures.values : null]);
  return null;
}
