import { lazy } from "react";
import type { IndicatorAnswer } from "#domain/contract/contract.ts";
import { isCohesion } from "#domain/indicator/is-cohesion.ts";
import { type Figures, useShown } from "../../data/figures.tsx";
import { useOpened } from "../../data/opened.ts";
import { problemText } from "../../data/problem-text.ts";
import { useLanguage } from "../../i18n/language.tsx";
import { usePage, usePageStore } from "../../state/use-page.ts";
import { Notice } from "../../ui/notice.tsx";
import { OpeningDetails } from "../../ui/opening-details.tsx";
import { Part } from "../../ui/part.tsx";
import { Skeleton } from "../../ui/progress.tsx";
import { ClassSettings } from "./class-settings.tsx";
import { Legend } from "./legend.tsx";
import { LevelSwitch } from "./level-switch.tsx";
import { PeriodSlider } from "./period-slider.tsx";
import { ReadingSwitch } from "./reading-switch.tsx";
import { usePeriodLabel } from "./use-period-label.ts";
import { useReadingName } from "./use-reading-name.ts";
import { ValueStrip } from "./value-strip.tsx";

const PairView = lazy(() => import("../reading/pair-view.tsx"));
const NeighbourNote = lazy(() => import("../reading/neighbour-note.tsx"));
const Definition = lazy(() => import("./definition.tsx"));

/** The indicator on the map: choice, years, distribution, legend, meaning. */
export function IndicatorSection() {
  const { text } = useLanguage();
  const store = usePageStore();
  const { figures } = useShown();
  return (
    <section className="layer-group indicator" aria-labelledby="group-indicator">
      <header className="group-head">
        <h3 id="group-indicator">{text.indicator.heading}</h3>
        <button type="button" className="link-button" onClick={() => store.getState().open("indicator")}>
          {figures.kind === "none" ? text.indicator.chooseFirst : text.indicator.choose}
        </button>
      </header>
      <LevelSwitch />
      {figures.kind === "none" && <p className="small">{text.indicator.noneShown}</p>}
      {figures.kind === "ready" && <ReadingHead figures={figures} />}
      {figures.kind !== "none" && figures.kind !== "ready" && <IndicatorHead indicator={figures.indicator} />}
      {figures.kind === "ready" && <ReadingSwitch figures={figures} />}
      {figures.kind === "loading" && <Skeleton lines={7} label={text.app.working} />}
      {figures.kind === "failed" && <FailedFigures error={figures.error} />}
      {figures.kind === "not-on-level" && <NotOnLevel indicator={figures.indicator} />}
      {figures.kind === "ready" && (
        <>
          <PeriodSlider figures={figures} />
          {figures.pair ? (
            <Part lines={14}>
              <PairView figures={figures} pair={figures.pair} />
            </Part>
          ) : (
            <>
              <ValueStrip figures={figures} />
              <Legend figures={figures} />
              <OpeningDetails className="definition" summary={text.indicator.neighbours}>
                {() => <NeighbourNote figures={figures} />}
              </OpeningDetails>
            </>
          )}
          <ClassSettings figures={figures} />
        </>
      )}
      {figures.kind !== "none" && (
        <OpeningDetails className="definition" summary={text.indicator.definition}>
          {() => (
            <Definition indicator={figures.kind === "ready" ? figures.series.indicator : figures.indicator} />
          )}
        </OpeningDetails>
      )}
    </section>
  );
}

/** The name of what is read, and the period it is told for. */
function ReadingHead({ figures }: { figures: Figures }) {
  const { formats } = useLanguage();
  const nameOf = useReadingName();
  const periodLabel = usePeriodLabel();
  const { indicator, period, pair } = figures;
  const parts = [pair ? "" : formats.unit(indicator.unit), periodLabel(period)].filter(Boolean);
  return (
    <p className="indicator-name">
      <strong>{nameOf(figures)}</strong>
      <small>{parts.join(" · ")}</small>
    </p>
  );
}

function IndicatorHead({ indicator }: { indicator: IndicatorAnswer }) {
  const { say, formats } = useLanguage();
  const period = usePage((state) => state.period);
  const periodLabel = usePeriodLabel();
  const parts = [formats.unit(indicator.unit), period ? periodLabel(period) : ""].filter(Boolean);
  return (
    <p className="indicator-name">
      <strong>{say(indicator.name)}</strong>
      <small>{parts.join(" · ")}</small>
    </p>
  );
}

function FailedFigures({ error }: { error: unknown }) {
  const { text, language } = useLanguage();
  return <Notice kind="problem">{problemText(error, text, language)}</Notice>;
}

function NotOnLevel({ indicator }: { indicator: IndicatorAnswer }) {
  const { text, say } = useLanguage();
  const { city } = useOpened();
  const store = usePageStore();
  const level = usePage((state) => state.level);
  const nameOf = (one: string) => {
    const found = city.levels.find((entry) => entry.level === one);
    return found ? say(found.plural) : one;
  };
  const others = indicator.levels.filter((one) =>
    city.levels.some((entry) => entry.level === one && one !== "city"),
  );
  return (
    <Notice>
      <p>{text.indicator.notOnLevel(nameOf(level))}</p>
      {isCohesion(indicator) && <p>{text.indicator.cohesionOnlyDistricts}</p>}
      {others.map((other) => (
        <button
          key={other}
          type="button"
          className="button small-button"
          onClick={() => store.getState().switchLevel(other)}
        >
          {text.indicator.switchTo(nameOf(other))}
        </button>
      ))}
    </Notice>
  );
}
