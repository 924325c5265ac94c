import type { AreaAnswer, Value } from "#domain/contract/contract.ts";
import { shareFactor } from "#domain/indicator/share-factor.ts";
import { type CompositionEffect, compositionEffect } from "#domain/series/composition-effect.ts";
import type { Figures } from "../../data/figures.tsx";
import { useLanguage } from "../../i18n/language.tsx";
import { usePeriodLabel } from "../indicator/use-period-label.ts";

/**
 * Count beside rate: what the figure is made of and how sure it is, and where both moved in opposite directions what
 * that means. Only those who read finer values are told the counts; nothing is shown to others.
 */
export function MadeOf({ area, figures }: { area: AreaAnswer; figures: Figures }) {
  const { text, formats } = useLanguage();
  const periodLabel = usePeriodLabel();
  const { indicator, allValues } = figures.series;
  const factor = shareFactor(indicator.unit);
  const told = allValues
    .filter((value) => value.areaNumber === area.number && value.parts && value.period <= figures.period)
    .sort((a, b) => a.period.localeCompare(b.period));
  const now = told.at(-1);
  if (!now?.parts || now.period !== figures.period || factor === null) return null;
  const { numerator, denominator, interval } = now.parts;
  const rate = (share: number) => formats.value(share * factor, indicator);
  const before = told[0];
  const effect = before?.parts && before !== now ? compositionEffect(before.parts, now.parts) : null;
  const since = (one: Value) => periodLabel(one.period);
  return (
    <section className="made-of">
      <p className="small">
        {text.area.madeOf(formats.number(numerator), formats.number(denominator))}
        {interval && ` ${text.area.interval(rate(interval.low), rate(interval.high))}`}
      </p>
      {before?.parts && effect?.isOpposed && (
        <p className="small">
          {text.area.composition({
            since: since(before),
            counts: [formats.number(before.parts.numerator), formats.number(numerator)],
            rates: [rate(before.parts.numerator / before.parts.denominator), rate(numerator / denominator)],
            isCountUp: isUp(effect),
          })}
        </p>
      )}
    </section>
  );
}

const isUp = ({ countChange }: CompositionEffect) => countChange > 0;
