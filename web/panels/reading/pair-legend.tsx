import { pairSteps } from "#domain/reading/pair-reading.ts";
import type { Figures, Pair } from "../../data/figures.tsx";
import { useLanguage } from "../../i18n/language.tsx";
import { usePage, usePageStore } from "../../state/use-page.ts";
import { StateSwatch } from "../../symbols/state-pattern.tsx";
import { useClassLabel } from "../indicator/use-class-label.ts";
import { useReadingText } from "./use-reading-text.ts";

const steps = Array.from({ length: pairSteps }, (_, step) => step);

/** The nine classes as a square, the first indicator to the right and the second upwards, with what they hold. */
export function PairLegend({ figures, pair }: { figures: Figures; pair: Pair }) {
  const { text, say, formats } = useLanguage();
  const words = useReadingText();
  const store = usePageStore();
  const kept = usePage((state) => state.keptClass);
  const labelOf = useClassLabel()(figures);
  const rowOf = new Map(figures.rows.map((row) => [row.kept, row]));
  const states = figures.rows.filter(({ kept: one }) => typeof one === "string");
  const keep = (one: (typeof states)[number]["kept"], label: string) => {
    const isKept = kept === one;
    store.getState().keepClass(isKept ? null : one);
    if (!isKept) store.getState().announce(text.classes.kept(label));
  };
  const peek = (one: (typeof states)[number]["kept"] | null) => store.getState().peekAtClass(one);
  const nameOf = (indicator: Figures["indicator"]) => say(indicator.shortName ?? indicator.name);
  const bounds = (breaks: readonly number[], indicator: Figures["indicator"]) =>
    words.bounds(...(breaks.map((value) => formats.value(value, indicator)) as [string, string]));

  return (
    <div className="legend">
      <div className="pair-square">
        <p className="pair-up" aria-hidden="true">
          {nameOf(pair.indicator)}
        </p>
        <table className="pair-classes" aria-label={text.layers.legend}>
          <tbody>
            {steps.toReversed().map((second) => (
              <tr key={second}>
                <th scope="row">{text.reading.steps[second]}</th>
                {steps.map((first) => {
                  const row = rowOf.get(pairSteps * first + second);
                  if (!row) return <td key={first} />;
                  const label = labelOf(row);
                  return (
                    <td key={first}>
                      <button
                        type="button"
                        className="pair-class"
                        style={{ background: row.colour ?? undefined }}
                        aria-pressed={kept === row.kept}
                        aria-label={words.classOf(label, row.areas)}
                        title={words.classOf(label, row.areas)}
                        onPointerEnter={() => peek(row.kept)}
                        onPointerLeave={() => peek(null)}
                        onFocus={() => peek(row.kept)}
                        onBlur={() => peek(null)}
                        onClick={() => keep(row.kept, label)}
                      >
                        <span data-dark={first + second > 2}>{formats.number(row.areas)}</span>
                      </button>
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <td />
              {steps.map((first) => (
                <th key={first} scope="col">
                  {text.reading.steps[first]}
                </th>
              ))}
            </tr>
          </tfoot>
        </table>
        <p className="pair-right" aria-hidden="true">
          {nameOf(figures.indicator)}
        </p>
      </div>
      {states.length > 0 && (
        <ul className="legend-rows">
          {states.map((row) => {
            const label = labelOf(row);
            return (
              <li key={row.kept}>
                <button
                  type="button"
                  className="legend-row"
                  aria-pressed={kept === row.kept}
                  onPointerEnter={() => peek(row.kept)}
                  onPointerLeave={() => peek(null)}
                  onClick={() => keep(row.kept, label)}
                >
                  {typeof row.kept === "string" && row.kept !== "VALUE" && <StateSwatch state={row.kept} />}
                  <span className="legend-label">{label}</span>
                  <span className="legend-count">{formats.number(row.areas)}</span>
                </button>
              </li>
            );
          })}
        </ul>
      )}
      <dl className="facts pair-bounds">
        <div>
          <dt>{nameOf(figures.indicator)}</dt>
          <dd>{bounds(pair.breaks.first, figures.indicator)}</dd>
        </div>
        <div>
          <dt>{nameOf(pair.indicator)}</dt>
          <dd>{bounds(pair.breaks.second, pair.indicator)}</dd>
        </div>
      </dl>
    </div>
  );
}
