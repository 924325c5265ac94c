import { type FormEvent, useState } from "react";
import type { Figures, Pair } from "../../data/figures.tsx";
import { useLanguage } from "../../i18n/language.tsx";
import { usePage, usePageStore } from "../../state/use-page.ts";
import { areasWithin, type FigureRange, type PairPoint } from "./pair-points.ts";
import { readFigure } from "./read-figure.ts";
import { useReadingText } from "./use-reading-text.ts";

const open = { firstFrom: "", firstTo: "", secondFrom: "", secondTo: "" };

/** The range of figures for those who type it: the same as drawing it over the dots. */
export function RangeForm({
  figures,
  pair,
  points,
}: {
  figures: Figures;
  pair: Pair;
  points: readonly PairPoint[];
}) {
  const { say, formats } = useLanguage();
  const words = useReadingText();
  const store = usePageStore();
  const keptAreas = usePage((state) => state.keptAreas);
  const [typed, setTyped] = useState(open);
  const [isRefused, setRefused] = useState(false);
  const nameOf = (indicator: Figures["indicator"]) =>
    [say(indicator.shortName ?? indicator.name), formats.unit(indicator.unit)].filter(Boolean).join(", ");

  const keep = (event: FormEvent) => {
    event.preventDefault();
    const range = readRange(typed);
    setRefused(range === null);
    if (!range) return;
    const kept = areasWithin(points, range);
    store.getState().read({ keptAreas: kept });
    store.getState().announce(words.pickedAreas(kept.size));
  };
  const clear = () => {
    setTyped(open);
    store.getState().read({ keptAreas: null });
  };
  const field = (name: keyof typeof open, label: string) => (
    <label className="field">
      <span>{label}</span>
      <input
        inputMode="decimal"
        value={typed[name]}
        aria-invalid={isRefused && readFigure(typed[name]) === undefined}
        onChange={(event) => setTyped({ ...typed, [name]: event.target.value })}
      />
    </label>
  );

  return (
    <>
      {keptAreas && (
        <p className="picked" role="status">
          {words.pickedAreas(keptAreas.size)}
          <button type="button" className="link-button" onClick={clear}>
            {words.showAll}
          </button>
        </p>
      )}
      <details>
        <summary>{words.typeRange}</summary>
        <form className="range-form" onSubmit={keep}>
          <fieldset>
            <legend>{nameOf(figures.indicator)}</legend>
            {field("firstFrom", words.from)}
            {field("firstTo", words.to)}
          </fieldset>
          <fieldset>
            <legend>{nameOf(pair.indicator)}</legend>
            {field("secondFrom", words.from)}
            {field("secondTo", words.to)}
          </fieldset>
          {isRefused && (
            <p className="field-problem" role="alert">
              {words.noNumber}
            </p>
          )}
          <button type="submit" className="button small-button">
            {words.pick}
          </button>
        </form>
      </details>
    </>
  );
}

function readRange({ firstFrom, firstTo, secondFrom, secondTo }: typeof open): FigureRange | null {
  const [a, b, c, d] = [firstFrom, firstTo, secondFrom, secondTo].map(readFigure);
  if (a === undefined || b === undefined || c === undefined || d === undefined) return null;
  return { first: [a, b], second: [c, d] };
}
