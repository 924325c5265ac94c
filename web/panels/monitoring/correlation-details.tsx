import { useId } from "react";
import { useLanguage } from "../../i18n/language.tsx";
import type { ShownIndex } from "../../monitoring/use-index.ts";
import { ScrollRegion } from "../../ui/scroll-region.tsx";
import { useMonitoringText } from "./use-monitoring-text.ts";

/** From here on two components say much the same. */
const close = 0.8;

/** How the components go together, and which of them count the same thing twice (METHODS §4.1). */
export function CorrelationDetails({ index }: { index: ShownIndex }) {
  const { say, formats } = useLanguage();
  const words = useMonitoringText();
  const id = useId();
  const { correlation } = index.scores;
  const names = index.indicators.map((indicator) => say(indicator.shortName ?? indicator.name));
  const doubles = correlation.flatMap((row, one) =>
    row.flatMap((r, other) => (other > one && r !== null && Math.abs(r) >= close ? [{ one, other, r }] : [])),
  );
  return (
    <>
      {doubles.map(({ one, other, r }) => (
        <p key={`${one} ${other}`} className="small index-double">
          {words.index.double(names[one] ?? "", names[other] ?? "", formats.number(r, 2))}
        </p>
      ))}
      <details>
        <summary id={id}>{words.index.correlation}</summary>
        <ScrollRegion labelledBy={id}>
          <table className="small-table">
            <thead>
              <tr>
                <td />
                {names.map((name, place) => (
                  <th key={name} scope="col" className="number">
                    <abbr title={name}>{place + 1}</abbr>
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {correlation.map((row, one) => (
                <tr key={names[one]}>
                  <th scope="row">
                    {one + 1} {names[one]}
                  </th>
                  {row.map((r, other) => (
                    <td key={names[other]} className="number">
                      {r === null ? words.index.noFigure : formats.number(r, 2)}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollRegion>
        <p className="small">{words.index.correlationNote}</p>
      </details>
    </>
  );
}
