import type { AreaAnswer } from "#domain/contract/contract.ts";
import { type Figures, useShown } from "../../data/figures.tsx";
import { useOpened } from "../../data/opened.ts";
import { useLanguage } from "../../i18n/language.tsx";
import { neighboursInOrder } from "../../state/selectors/siblings.ts";
import { usePageStore } from "../../state/use-page.ts";
import { useShownValue } from "./shown-value.ts";

/** How many siblings fit without turning the sheet into a table. */
const mostBars = 8;

/** The indicator here, in the city and in sibling areas, as bars on one scale. */
export function ComparisonBars({ area, figures }: { area: AreaAnswer; figures: Figures }) {
  const { text, say, formats } = useLanguage();
  const { city } = useOpened();
  const { areas } = useShown();
  const store = usePageStore();
  const shownValue = useShownValue();
  const { indicator, values, cityValue, maximum } = figures;
  const siblings = neighboursInOrder(areas, area, mostBars);
  const singular = city.levels.find((one) => one.level === area.level)?.singular;
  // Bars start at zero; an index around a middle has no zero to start from.
  const isBarred = !indicator.diverging && maximum > 0;
  const width = (value: number | null | undefined) =>
    `${Math.max(0, Math.min(100, ((value ?? 0) / maximum) * 100))}%`;

  return (
    <section className="area-comparison">
      <h4>{text.area.comparison(say(indicator.name), singular ? say(singular) : area.level)}</h4>
      <table className="bars">
        <tbody>
          {cityValue !== null && indicator.kind !== "count" && (
            <tr className="bar-city">
              <th scope="row">{text.indicator.city}</th>
              <td className="bar-cell">
                {isBarred && <span className="bar" style={{ width: width(cityValue) }} />}
              </td>
              <td className="bar-value">{formats.value(cityValue, indicator)}</td>
            </tr>
          )}
          {siblings.map((sibling) => {
            const value = values.get(sibling.number);
            const isSelf = sibling.number === area.number;
            return (
              <tr key={sibling.number} className={isSelf ? "bar-self" : undefined}>
                <th scope="row">
                  {isSelf ? (
                    (sibling.name ?? sibling.number)
                  ) : (
                    <button
                      type="button"
                      className="link-button quiet"
                      onClick={() =>
                        store
                          .getState()
                          .select({ kind: "area", level: sibling.level, number: sibling.number })
                      }
                    >
                      {sibling.name ?? sibling.number}
                    </button>
                  )}
                </th>
                <td className="bar-cell">
                  {isBarred && value?.value !== null && value !== undefined && (
                    <span className="bar" style={{ width: width(value.value) }} />
                  )}
                </td>
                <td className="bar-value">{shownValue(value, indicator)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
