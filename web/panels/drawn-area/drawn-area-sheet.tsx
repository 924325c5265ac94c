import { useEffect, useRef } from "react";
import type { DrawnAreaAnswer } from "#domain/contract/drawn-area-contract.ts";
import { areaInSquareMeters } from "#domain/geometry/ellipsoid.ts";
import { ApiError } from "../../data/api.ts";
import { problemText } from "../../data/problem-text.ts";
import { useLanguage } from "../../i18n/language.tsx";
import type { Place } from "../../map/sketch/sketch.ts";
import { usePageStore } from "../../state/use-page.ts";
import { Notice } from "../../ui/notice.tsx";
import { Skeleton } from "../../ui/progress.tsx";
import { Provenance } from "../../ui/provenance.tsx";
import { ThreeFigures } from "../../ui/three-figures.tsx";
import { quarterOf } from "./quarter-of.ts";
import { useDrawnAreaAnswer } from "./use-drawn-area-answer.ts";
import { useDrawnAreaText } from "./use-drawn-area-text.ts";

/** The people of a drawn area as the server tells them, or the sentence it tells instead. */
export function DrawnAreaSheet({ ring }: { ring: readonly Place[] }) {
  const { text, language, formats } = useLanguage();
  const words = useDrawnAreaText();
  const store = usePageStore();
  const { data, error } = useDrawnAreaAnswer(ring);

  // The form of drawing may have been scrolled down. In newer browsers scrolling returns a promise, which is no cleanup.
  const top = useRef<HTMLElement>(null);
  useEffect(() => {
    top.current?.scrollIntoView({ block: "nearest" });
  }, []);

  // One announcement per answer: wording and formats alone do not make it news.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  useEffect(() => {
    if (!data) return;
    const sentence = data.kind === "answered" ? words.told(formats.number(data.residents)) : words.withheld;
    store.getState().announce(sentence);
  }, [data, store]);

  return (
    <article className="sheet" aria-busy={!data && !error}>
      <header ref={top}>
        <p className="kind">{words.kind}</p>
        <h3 className="sheet-title">{words.heading}</h3>
      </header>
      {error && (
        <Notice kind="problem">
          {isLimit(error) ? words.dailyLimit : problemText(error, text, language)}
        </Notice>
      )}
      {!data && !error && <Skeleton lines={6} label={words.counting} />}
      {data?.isDemo && <p className="small">{text.app.demoNotice}</p>}
      {data?.kind === "withheld" && (
        <Notice>
          <p>{words.withheld}</p>
          <p className="small">{words.withheldHint(formats.number(data.minimumResidents))}</p>
        </Notice>
      )}
      {data?.kind === "answered" && <Figures answer={data} ring={ring} />}
      {data && (
        <section>
          <h4>{words.method}</h4>
          <p className="small">
            {data.cellSizeM === null ? words.pointSum : words.cellSum(formats.number(data.cellSizeM))}
          </p>
          <p className="small">{words.logged}</p>
          <Provenance entries={[data]} />
        </section>
      )}
      <footer className="sheet-actions">
        <button
          type="button"
          className="button button-main"
          onClick={() => store.getState().profileQuarter(true)}
        >
          {words.profile}
        </button>
        <button type="button" className="button" onClick={() => store.getState().beginArea()}>
          {words.again}
        </button>
        <button type="button" className="button" onClick={() => store.getState().changeArea(null)}>
          {words.remove}
        </button>
      </footer>
    </article>
  );
}

function Figures({
  answer,
  ring,
}: {
  answer: DrawnAreaAnswer & { kind: "answered" };
  ring: readonly Place[];
}) {
  const { formats } = useLanguage();
  const words = useDrawnAreaText();
  const { residents, cells, cellSizeM, ageGroups, threshold } = answer;
  return (
    <>
      <ThreeFigures
        figures={[
          { name: words.residents, value: formats.number(residents) },
          {
            name: words.size,
            value: words.hectares(formats.number(areaInSquareMeters(quarterOf(ring)) / 10_000, 1)),
          },
          { name: cellSizeM === null ? words.points : words.cells, value: formats.number(cells) },
        ]}
      />
      {ageGroups.length > 0 && (
        <table className="small-table">
          <caption>{words.ages}</caption>
          <thead>
            <tr>
              <th scope="col">{words.age}</th>
              <th scope="col" className="number">
                {words.people}
              </th>
              <th scope="col" className="number">
                {words.share}
              </th>
            </tr>
          </thead>
          <tbody>
            {ageGroups.map(({ from, to, people }) => (
              <tr key={from}>
                <th scope="row">{words.years(from, to)}</th>
                <td className="number">{people === null ? words.hidden : formats.number(people)}</td>
                <td className="number">
                  {people === null ? words.hidden : `${formats.number((100 * people) / residents, 1)} %`}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {ageGroups.some(({ people }) => people === null) && (
        <p className="small">{words.hiddenNote(formats.number(threshold))}</p>
      )}
    </>
  );
}

/** The server counts areas by the day here, which is no matter of a moment. */
function isLimit(error: unknown): boolean {
  return error instanceof ApiError && error.status === 429;
}
