import { useId } from "react";
import { contrast } from "#domain/classification/palette.ts";
import { breaksBetween } from "#domain/series/method-break.ts";
import { useShown } from "../../data/figures.tsx";
import { useOpened } from "../../data/opened.ts";
import { useLanguage } from "../../i18n/language.tsx";
import { comparableYears } from "../../monitoring/comparable-years.ts";
import type { ShownIndex } from "../../monitoring/use-index.ts";
import { usePage, usePageStore } from "../../state/use-page.ts";
import { AreaNames } from "./area-names.tsx";
import { combinationOf } from "./computed-dynamics.ts";
import { useMonitoringText } from "./use-monitoring-text.ts";

/** Areas by class of status and of dynamics; a cell keeps its areas on the map and lists them by name. */
export function DynamicsTable({ index }: { index: ShownIndex }) {
  const { text, say, formats } = useLanguage();
  const { dynamics: words } = useMonitoringText();
  const { figures, areas } = useShown();
  const store = usePageStore();
  const kept = usePage((state) => state.keptClass);
  const caption = useId();
  const { definition } = index.question;
  const { dynamics } = index.scores;
  if (!dynamics || !definition.dynamics) return <p className="small">{words.none}</p>;
  const status = definition.classification.labels;
  const movement = definition.dynamics.classification.labels;
  const colours = figures.kind === "ready" && figures.computed ? figures.computed.scale.colours : [];
  const counted = dynamics.combinations.reduce((sum, { areaNumbers }) => sum + areaNumbers.length, 0);
  const chosen = typeof kept === "number" ? dynamics.combinations[kept] : undefined;
  const labelOf = (place: number) =>
    words.combination(
      say(status[Math.floor(place / movement.length)]!),
      say(movement[place % movement.length]!),
    );

  return (
    <>
      <YearsField index={index} />
      <table className="dynamics-table" aria-labelledby={caption}>
        <caption id={caption} className="small">
          {words.table}
        </caption>
        <thead>
          <tr>
            <td />
            {movement.map((one) => (
              <th key={one.de} scope="col">
                {say(one)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {status.map((one, row) => (
            <tr key={one.de}>
              <th scope="row">{say(one)}</th>
              {movement.map((change, column) => {
                const place = combinationOf(row, column, movement.length);
                const count = dynamics.combinations[place]?.areaNumbers.length ?? 0;
                const colour = colours[place] ?? "#FFFFFF";
                return (
                  <td key={change.de}>
                    <button
                      type="button"
                      className="dynamics-cell"
                      style={{ background: colour }}
                      aria-pressed={kept === place}
                      aria-label={words.cell(labelOf(place), count)}
                      onClick={() => {
                        store.getState().keepClass(kept === place ? null : place);
                        if (kept !== place) store.getState().announce(text.classes.kept(labelOf(place)));
                      }}
                    >
                      <span data-dark={contrast(colour, "#FFFFFF") > contrast(colour, "#000000")}>
                        {formats.number(count)}
                      </span>
                    </button>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
      <p className="small">{words.directions}</p>
      {counted < areas.length && <p className="small">{words.without(areas.length - counted)}</p>}
      {chosen && typeof kept === "number" && (
        <AreaNames heading={labelOf(kept)} numbers={chosen.areaNumbers} />
      )}
      <NotCompared index={index} />
    </>
  );
}

/** How many years the dynamics look back, and how much can be compared over so long. */
function YearsField({ index }: { index: ShownIndex }) {
  const { dynamics: words } = useMonitoringText();
  const { indicators } = useOpened();
  const store = usePageStore();
  const wanted = usePage((state) => state.period);
  const { trial, definition } = index.question;
  const reach = comparableYears(definition.components, indicators, wanted);
  const years = definition.dynamics?.years ?? 1;
  return (
    <label className="field">
      <span>{words.years}</span>
      <select
        value={years}
        onChange={(event) => {
          store.getState().keepClass(null);
          store.getState().monitor({ indexTrial: { ...trial, years: Number(event.target.value) } });
        }}
      >
        {!reach.some((one) => one.years === years) && <option value={years}>{words.yearsOf(years)}</option>}
        {reach.map((one) => (
          <option key={one.years} value={one.years}>
            {words.comparable(words.yearsOf(one.years), one.count, definition.components.length)}
          </option>
        ))}
      </select>
    </label>
  );
}

/** Components that count in the status alone, each with the reason. */
function NotCompared({ index }: { index: ShownIndex }) {
  const { say, formats } = useLanguage();
  const { dynamics: words } = useMonitoringText();
  const { components } = index.answer.ingredients;
  const left = components.filter(({ period, comparedWith }) => period !== null && comparedWith === null);
  const years = index.question.definition.dynamics?.years ?? 0;
  if (left.length === 0) return <p className="small">{words.allCompared(spans(components))}</p>;
  return (
    <>
      <p className="small">{words.notCompared}</p>
      <ul className="small">
        {left.map((one) => {
          const before = `${Number(one.period?.slice(0, 4)) - years}`;
          const crossed = breaksBetween(one, before, one.period ?? "");
          return (
            <li key={one.indicatorCode}>
              {crossed.length === 0
                ? words.noEarlier(say(one.name), before)
                : words.broken(
                    say(one.name),
                    formats.list(crossed.map(({ date, text }) => `${formats.date(date)}: ${say(text)}`)),
                  )}
            </li>
          );
        })}
      </ul>
    </>
  );
}

/** "2022 → 2024" of each component, every span once. */
function spans(components: readonly { period: string | null; comparedWith: string | null }[]): string {
  const all = components.flatMap(({ period, comparedWith }) =>
    period && comparedWith ? [`${comparedWith.slice(0, 4)} → ${period.slice(0, 4)}`] : [],
  );
  return [...new Set(all)].join(", ");
}
