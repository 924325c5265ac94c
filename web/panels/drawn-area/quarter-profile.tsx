import { useEffect, useMemo, useRef, useState } from "react";
import type { AreaLevel } from "#domain/area/area.ts";
import type { Layer } from "#domain/contract/contract.ts";
import type { DrawnAreaAnswer } from "#domain/contract/drawn-area-contract.ts";
import { useOpened } from "../../data/opened.ts";
import { problemText } from "../../data/problem-text.ts";
import { useLanguage } from "../../i18n/language.tsx";
import type { Place } from "../../map/sketch/sketch.ts";
import { usePage, usePageStore } from "../../state/use-page.ts";
import { Notice } from "../../ui/notice.tsx";
import { Skeleton } from "../../ui/progress.tsx";
import { ThreeFigures } from "../../ui/three-figures.tsx";
import "../../styles/district.css";
import "../../styles/quarter-profile.css";
import { DataNotice } from "../frame/data-notice.tsx";
import { ProfileSources, SourceList, SourceNumber } from "./profile-sources.tsx";
import { QuarterAreas } from "./quarter-areas.tsx";
import { QuarterFigures } from "./quarter-figures.tsx";
import { QuarterMap } from "./quarter-map.tsx";
import { quarterOf } from "./quarter-of.ts";
import { QuarterPlaces } from "./quarter-places.tsx";
import { QuarterVoices } from "./quarter-voices.tsx";
import { useDrawnAreaAnswer } from "./use-drawn-area-answer.ts";
import { useDrawnAreaText } from "./use-drawn-area-text.ts";
import { useProfileText } from "./use-profile-text.ts";
import { useQuarterFigures } from "./use-quarter-figures.ts";
import { useQuarterParts } from "./use-quarter-parts.ts";
import { useQuarterRecords } from "./use-quarter-records.ts";

/**
 * The profile of a drawn quarter, in the place of the map. It is put together here from what this person reads through
 * the routes of areas, figures, records and drawn areas, so it opens no further way out.
 */
export default function QuarterProfile({ ring }: { ring: readonly Place[] }) {
  const { text, language } = useLanguage();
  const words = useProfileText();
  const store = usePageStore();
  const { me, city, layers } = useOpened();
  const sight = usePage((state) => state.sight);
  const quarter = useMemo(() => quarterOf(ring), [ring]);
  const { level, levels, chooseLevel } = useLevel();
  const overlap = useQuarterParts(quarter, level);
  const { figures, error: figuresError } = useQuarterFigures(level, overlap?.parts);
  const { records, error: recordsError } = useQuarterRecords(quarter);
  const residents = useDrawnAreaAnswer(ring).data;
  const names = city.levels.find((one) => one.level === level)?.plural;
  const areas = names?.[language] ?? "";
  const sources = useMemo(() => {
    const found = records
      ? [records.facilities, ...records.renewal, ...records.projects, ...records.sites]
      : [];
    const types = new Set(found.filter(({ items }) => items.length > 0).map(({ type }) => type.type));
    return new ProfileSources([
      ...(residents ? [residents] : []),
      ...layers.filter(({ layer }) => layer === `areas-${level}`).flatMap(sourcesOf),
      ...(figures ?? []).map(({ indicator }) => indicator.provenance),
      ...layers.filter(({ layer }) => types.has(layer)).flatMap(sourcesOf),
    ]);
  }, [residents, layers, level, figures, records]);
  const page = useTitleAndFocus();
  const visible = sight ?? me.ceilings.at(-1) ?? "PUBLIC";
  const error = figuresError ?? recordsError;

  return (
    <div className="data-view quarter-profile" id="map" tabIndex={-1} ref={page}>
      <div className="district-page">
        <article className="district-report">
          <header className="district-head">
            <div>
              <h1>{words.title}</h1>
              <p className="small">{words.sight(text.levels[visible])}</p>
              <p className="small">{words.notKept}</p>
              <DataNotice />
            </div>
            <p className="button-row on-screen">
              <button type="button" className="button button-main" onClick={() => window.print()}>
                {words.print}
              </button>
              <button type="button" className="button" onClick={() => store.getState().profileQuarter(false)}>
                {words.back}
              </button>
            </p>
          </header>
          <div className="quarter-top">
            <div>
              {overlap && <Lead residents={residents} groundM2={overlap.quarterM2} sources={sources} />}
              <label className="field-inline on-screen">
                <span>{words.level}</span>
                <select value={level} onChange={(event) => chooseLevel(event.target.value as AreaLevel)}>
                  {levels.map((one) => (
                    <option key={one.level} value={one.level}>
                      {one.plural[language]}
                    </option>
                  ))}
                </select>
              </label>
              {residents && <CountMethod answer={residents} />}
            </div>
            {overlap && <QuarterMap quarter={quarter} parts={overlap.parts} areas={areas} />}
          </div>
          {error !== null && <Notice kind="problem">{problemText(error, text, language)}</Notice>}
          {overlap ? (
            <QuarterAreas key={level} quarter={quarter} overlap={overlap} areas={areas}>
              <SourceNumber
                sources={sources}
                of={layers.filter(({ layer }) => layer === `areas-${level}`).flatMap(sourcesOf)}
              />
            </QuarterAreas>
          ) : (
            <Skeleton lines={6} label={text.app.working} />
          )}
          {figures && overlap ? (
            <QuarterFigures figures={figures} parts={overlap.parts} sources={sources} />
          ) : (
            !figuresError && <Skeleton lines={8} label={text.app.working} />
          )}
          {records ? (
            <QuarterPlaces records={records} sources={sources} />
          ) : (
            !recordsError && <Skeleton lines={8} label={text.app.working} />
          )}
          {overlap && overlap.parts.length > 0 && (
            <QuarterVoices quarter={quarter} level={level} parts={overlap.parts} />
          )}
          <SourceList sources={sources} />
        </article>
      </div>
    </div>
  );
}

const sourcesOf = ({ provenance }: Layer) => provenance;

function Lead({
  residents,
  groundM2,
  sources,
}: {
  residents: DrawnAreaAnswer | undefined;
  groundM2: number;
  sources: ProfileSources;
}) {
  const { formats } = useLanguage();
  const words = useProfileText();
  const told = !residents
    ? words.counting
    : residents.kind === "answered"
      ? formats.number(residents.residents)
      : words.withheld;
  return (
    <ThreeFigures
      figures={[
        {
          name: words.residents,
          value: told,
          note: residents && <SourceNumber sources={sources} of={[residents]} />,
        },
        { name: words.size, value: words.hectares(formats.number(groundM2 / 10_000, 1)) },
      ]}
    />
  );
}

/** How residents were counted, or why no number is told, as the sheet on the map says it. */
function CountMethod({ answer }: { answer: DrawnAreaAnswer }) {
  const { formats } = useLanguage();
  const words = useDrawnAreaText();
  return (
    <p className="small">
      {answer.kind === "withheld" && `${words.withheld} `}
      {answer.cellSizeM === null ? words.pointSum : words.cellSum(formats.number(answer.cellSizeM))}
    </p>
  );
}

/** Levels with borders; the one on the map first, or the largest where the map shows the city as a whole. */
function useLevel() {
  const { city } = useOpened();
  const onMap = usePage((state) => state.level);
  const levels = city.levels.filter(({ level, isDrawn }) => isDrawn && level !== "city");
  const [chosen, chooseLevel] = useState<AreaLevel | null>(null);
  const wanted = chosen ?? onMap;
  const level = levels.find((one) => one.level === wanted)?.level ?? levels[0]?.level ?? "city";
  return { level, levels, chooseLevel };
}

/** The window is called after the profile as long as it is open, and reading begins at its head. */
function useTitleAndFocus() {
  const { text } = useLanguage();
  const words = useProfileText();
  const store = usePageStore();
  const page = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const before = document.title;
    document.title = text.app.pageTitle([words.title]);
    return () => {
      document.title = before;
    };
  }, [text, words]);
  useEffect(() => {
    page.current?.focus();
    store.getState().announce(words.opened);
  }, [store, words]);
  return page;
}
