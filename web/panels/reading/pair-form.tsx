import { canPair } from "#domain/reading/pair-reading.ts";
import type { Figures } from "../../data/figures.tsx";
import { useOpened } from "../../data/opened.ts";
import { usePage, usePageStore } from "../../state/use-page.ts";
import { IndicatorOptions } from "../indicator/indicator-options.tsx";
import { useReadingText } from "./use-reading-text.ts";

/** The second indicator, by theme; only those that can colour the level shown. */
export default function PairForm({ figures }: { figures: Figures }) {
  const words = useReadingText();
  const { indicators } = useOpened();
  const store = usePageStore();
  const level = usePage((state) => state.level);
  const code = usePage((state) => state.pairedWith);
  const offered = indicators.filter(
    (one) => canPair(one) && one.levels.includes(level) && one.code !== figures.series.indicator.code,
  );
  return (
    <label className="field">
      <span>{words.with}</span>
      <select
        value={offered.some((one) => one.code === code) ? (code ?? "") : ""}
        onChange={(event) => store.getState().read({ pairedWith: event.target.value || null })}
      >
        <option value="">{words.chooseSecond}</option>
        <IndicatorOptions offered={offered} />
      </select>
    </label>
  );
}
