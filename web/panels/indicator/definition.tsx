import { lazy } from "react";
import type { IndicatorAnswer } from "#domain/contract/contract.ts";
import { useLanguage } from "../../i18n/language.tsx";
import { Part } from "../../ui/part.tsx";
import { Term } from "../glossary/term.tsx";

const ComputedFacts = lazy(() => import("../computed/computed-facts.tsx"));
const InterpretationSection = lazy(() => import("../interpretation/interpretation-section.tsx"));

/** Everything a reader must know about the figure: what is counted, by whom, how to read it. */
export default function Definition({ indicator }: { indicator: IndicatorAnswer }) {
  const { text, say, formats } = useLanguage();
  /** Name, what there is to say, and the word of the glossary that explains the name. */
  const facts: [string, string | undefined, string?][] = [
    [text.indicator.numerator, indicator.numerator && say(indicator.numerator)],
    [text.indicator.denominator, indicator.denominator && say(indicator.denominator)],
    [text.indicator.direction, text.indicator.directions[indicator.direction]],
    [
      text.indicator.referenceDate,
      indicator.referenceDay ?? formats.date(indicator.provenance.referenceDate),
      "stichtag",
    ],
    [text.indicator.cycle, indicator.cycle],
    [text.indicator.source, indicator.source],
    [text.indicator.licence, indicator.licence],
    [
      text.indicator.minDenominator,
      indicator.minDenominator === undefined ? undefined : formats.number(indicator.minDenominator),
    ],
    [
      text.indicator.breaks,
      indicator.breaks.map((one) => `${formats.date(one.date)}: ${say(one.text)}`).join("; ") || undefined,
      "bruch",
    ],
  ];
  return (
    <>
      {indicator.interpretationNote && (
        <p className="small">
          <strong>{text.indicator.note}: </strong>
          {say(indicator.interpretationNote)}
        </p>
      )}
      {indicator.computed && (
        <Part lines={4}>
          <ComputedFacts indicator={{ ...indicator, computed: indicator.computed }} />
        </Part>
      )}
      <dl className="facts">
        {facts.map(([name, value, term]) =>
          value ? (
            <div key={name}>
              <dt>{term ? <Term name={term}>{name}</Term> : name}</dt>
              <dd>{value}</dd>
            </div>
          ) : null,
        )}
      </dl>
      <Part lines={2}>
        <InterpretationSection indicator={indicator} area={null} />
      </Part>
    </>
  );
}
