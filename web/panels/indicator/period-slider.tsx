import { useEffect, useState } from "react";
import type { Figures } from "../../data/figures.tsx";
import { useLanguage } from "../../i18n/language.tsx";
import { usePageStore } from "../../state/use-page.ts";
import { IconButton } from "../../ui/icon-button.tsx";
import { shortPeriod, usePeriodLabel } from "./use-period-label.ts";

/** Long enough to look at one year before the next comes. */
const playMs = 1400;

/** Years one can step through, drag through or play; it never starts by itself. */
export function PeriodSlider({ figures: { indicator, period } }: { figures: Figures }) {
  const { text } = useLanguage();
  const store = usePageStore();
  const periodLabel = usePeriodLabel();
  const [isPlaying, setPlaying] = useState(false);
  const { periods } = indicator;
  const place = periods.indexOf(period);
  const go = (to: number) => {
    const next = periods[to];
    if (next) store.getState().choosePeriod(next);
  };

  useEffect(() => {
    if (!isPlaying) return;
    const timer = setInterval(() => {
      const now = periods.indexOf(store.getState().period ?? "");
      const next = periods[now + 1];
      if (next) store.getState().choosePeriod(next);
      else setPlaying(false);
    }, playMs);
    return () => clearInterval(timer);
  }, [isPlaying, periods, store]);

  if (periods.length < 2) return null;
  const play = () => {
    if (!isPlaying && place === periods.length - 1) go(0);
    setPlaying(!isPlaying);
  };
  return (
    <fieldset className="period" aria-label={text.period.label}>
      <IconButton
        icon={isPlaying ? "stop" : "play"}
        label={isPlaying ? text.period.stop : text.period.play}
        onClick={play}
      />
      <IconButton
        icon="left"
        label={text.period.previous}
        disabled={place <= 0}
        onClick={() => go(place - 1)}
      />
      <input
        type="range"
        min={0}
        max={periods.length - 1}
        value={Math.max(0, place)}
        aria-label={text.period.label}
        aria-valuetext={periodLabel(period)}
        onChange={(event) => go(Number(event.target.value))}
      />
      <IconButton
        icon="right"
        label={text.period.next}
        disabled={place >= periods.length - 1}
        onClick={() => go(place + 1)}
      />
      <output>{shortPeriod(period)}</output>
    </fieldset>
  );
}
