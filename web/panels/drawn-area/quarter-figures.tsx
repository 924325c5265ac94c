import type { ReactNode } from "react";
import type { IndicatorAnswer } from "#domain/contract/contract.ts";
import { useLanguage } from "../../i18n/language.tsx";
import { ScrollRegion } from "../../ui/scroll-region.tsx";
import { useShownValue } from "../selection/shown-value.ts";
import { type ProfileSources, SourceNumber } from "./profile-sources.tsx";
import { useProfileText, useShareText } from "./use-profile-text.ts";
import type { QuarterFigure } from "./use-quarter-figures.ts";
import type { NamedPart } from "./use-quarter-parts.ts";

/** Areas in one table: more columns would not fit an A4 page. */
const mostColumns = 5;
/** More would be a table of the city, which the map has. */
const mostAreas = 20;

/** Counts of a quarter as estimates, and for every indicator what each area tells beside its share; nothing is averaged. */
export function QuarterFigures({
  figures,
  parts,
  sources,
}: {
  figures: readonly QuarterFigure[];
  parts: readonly NamedPart[];
  sources: ProfileSources;
}) {
  const { formats } = useLanguage();
  const words = useProfileText();
  const shown = parts.slice(0, mostAreas);
  const tables = inPieces(shown, mostColumns);
  const counts = figures.filter(({ estimate }) => estimate !== null);
  return (
    <>
      <section aria-labelledby="quarter-estimates">
        <h2 id="quarter-estimates">{words.estimates}</h2>
        {counts.length === 0 ? (
          <p>{words.noEstimates}</p>
        ) : (
          <>
            <Estimates counts={counts} sources={sources} />
            <p className="small">{words.estimateMethod}</p>
            <p className="small">{words.estimateSafe}</p>
          </>
        )}
      </section>
      <section>
        <h2 id="quarter-figures">{words.figures}</h2>
        {figures.length === 0 && <p>{words.noFigures}</p>}
        {figures.length > 0 && <p className="small">{words.neverAveraged}</p>}
        {parts.length > shown.length && <p className="small">{words.most(formats.number(shown.length))}</p>}
        {figures.length > 0 &&
          tables.map((columns, at) => {
            const id = `quarter-figures-${at}`;
            return (
              <ScrollRegion key={columns[0]?.number} labelledBy={id} className="quarter-values">
                <AreaFigures figures={figures} columns={columns} sources={sources}>
                  <caption id={id} className={tables.length === 1 ? "for-ears" : ""}>
                    {tables.length === 1
                      ? words.figures
                      : words.figuresPart(formats.number(at + 1), formats.number(tables.length))}
                  </caption>
                </AreaFigures>
              </ScrollRegion>
            );
          })}
      </section>
    </>
  );
}

function Estimates({ counts, sources }: { counts: readonly QuarterFigure[]; sources: ProfileSources }) {
  const { formats } = useLanguage();
  const words = useProfileText();
  const shownValue = useShownValue();
  return (
    <table aria-labelledby="quarter-estimates">
      <thead>
        <tr>
          <th scope="col">{words.indicator}</th>
          <th scope="col" className="number">
            {words.estimate}
          </th>
        </tr>
      </thead>
      <tbody>
        {counts.map(({ indicator, period, estimate }) => (
          <tr key={indicator.code}>
            <IndicatorHead {...{ indicator, period, sources }} />
            <td className="number">
              {estimate?.kind === "estimated"
                ? words.about(formats.value(estimate.value, indicator))
                : shownValue({ value: null, state: estimate?.state ?? "UNKNOWN" }, indicator)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function AreaFigures({
  figures,
  columns,
  sources,
  children,
}: {
  figures: readonly QuarterFigure[];
  columns: readonly NamedPart[];
  sources: ProfileSources;
  /** Its caption. */
  children: ReactNode;
}) {
  const words = useProfileText();
  const shareText = useShareText();
  const shownValue = useShownValue();
  return (
    <table>
      {children}
      <thead>
        <tr>
          <th scope="col">{words.indicator}</th>
          {columns.map(({ number, name, ofQuarter }) => (
            <th key={number} scope="col" className="number">
              {name}
              <small>
                {words.ofQuarter}: {shareText(ofQuarter)}
              </small>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {figures.map(({ indicator, period, values }) => (
          <tr key={indicator.code}>
            <IndicatorHead {...{ indicator, period, sources }} />
            {columns.map(({ number }) => (
              <td key={number} className="number">
                {shownValue(values.get(number), indicator)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function IndicatorHead({
  indicator,
  period,
  sources,
}: {
  indicator: IndicatorAnswer;
  period: string;
  sources: ProfileSources;
}) {
  const { say, formats } = useLanguage();
  const words = useProfileText();
  return (
    <th scope="row">
      {say(indicator.name)}
      <small>
        {words.period} {formats.period(period)} ·{" "}
        <SourceNumber sources={sources} of={[indicator.provenance]} />
      </small>
    </th>
  );
}

function inPieces<T>(all: readonly T[], size: number): T[][] {
  const pieces: T[][] = [];
  for (let at = 0; at < all.length; at += size) pieces.push(all.slice(at, at + size));
  return pieces;
}
