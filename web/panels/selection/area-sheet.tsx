import { lazy, Suspense } from "react";
import type { AreaAnswer } from "#domain/contract/contract.ts";
import { isCohesion } from "#domain/indicator/is-cohesion.ts";
import { type Figures, useShown } from "../../data/figures.tsx";
import { useOpened } from "../../data/opened.ts";
import { useAreas } from "../../data/queries.ts";
import { useLanguage } from "../../i18n/language.tsx";
import type { SceneSelection } from "../../map/map-scene.ts";
import { indexCode } from "../../state/monitoring-slice.ts";
import { usePage, usePageStore } from "../../state/use-page.ts";
import { Notice } from "../../ui/notice.tsx";
import { Part } from "../../ui/part.tsx";
import { Skeleton } from "../../ui/progress.tsx";
import { ThreeFigures } from "../../ui/three-figures.tsx";
import { Term } from "../glossary/term.tsx";
import { termsOfLevels } from "../glossary/terms-of-levels.ts";
import { useJump } from "../map/map-handle.ts";
import { ComparisonBars } from "./comparison-bars.tsx";
import { InThisArea } from "./in-this-area.tsx";
import { MadeOf } from "./made-of.tsx";
import { useShownValue } from "./shown-value.ts";
import { Sparkline } from "./sparkline.tsx";

const CohesionOfArea = lazy(() => import("../cohesion/cohesion-of-area.tsx"));
const AssessmentSection = lazy(() => import("../assessment/assessment-section.tsx"));
const EvidenceSection = lazy(() => import("../evidence/evidence-section.tsx"));
const FigureVoices = lazy(() => import("../assessment/figure-voices.tsx"));
const InterpretationSection = lazy(() => import("../interpretation/interpretation-section.tsx"));
const IndexOfArea = lazy(() => import("../monitoring/index-of-area.tsx"));
const ResponsibleForArea = lazy(() => import("../contacts/responsible-for-area.tsx"));

/** An area: who it is, three figures, the indicator beside its siblings and over time, what lies in it. */
export default function AreaSheet({ selection }: { selection: SceneSelection & { kind: "area" } }) {
  const { text, say, formats } = useLanguage();
  const { city, indicators } = useOpened();
  const areas = useAreas(selection.level);
  const districts = useAreas("district").data ?? [];
  const { figures } = useShown();
  const level = usePage((state) => state.level);
  const store = usePageStore();
  const jump = useJump();
  const shownValue = useShownValue();

  if (areas.isPending) return <Skeleton lines={8} label={text.selection.loading} />;
  const area = areas.data?.find((one) => one.number === selection.number);
  if (!area) return <Notice>{text.selection.notFound}</Notice>;
  const names = city.levels.find((one) => one.level === area.level);
  const parent = districts.find((one) => one.number === area.parentNumber);
  const levelName = names ? say(names.singular) : area.level;
  const term = termsOfLevels[area.level];
  const ready = figures.kind === "ready" && area.level === level ? figures : null;

  return (
    <article className="sheet">
      <header>
        <p className="kind">
          {term ? <Term name={term}>{levelName}</Term> : levelName} {area.number}
          {parent && ` · ${text.area.parent} ${parent.name ?? parent.number}`}
        </p>
        <h3 className="sheet-title">{area.name ?? `${names ? say(names.singular) : ""} ${area.number}`}</h3>
        <p className="status-line">
          <Term name="gebietsstand">
            {text.area.boundaryVersion(names?.boundaryVersion ?? area.boundaryVersion)}
          </Term>
        </p>
      </header>
      <ThreeFigures
        figures={[
          {
            name: text.area.residents,
            label: <Term name="einwohner">{text.area.residents}</Term>,
            value: area.residents === null ? text.record.unknown : formats.number(area.residents),
            note: densityOf(area, (value) => `${formats.number(value, 1)} ${text.area.density}`),
          },
          { name: text.area.areaHa, value: text.area.hectares(formats.number(area.areaHa)) },
          ...(ready
            ? [
                {
                  name: say(ready.indicator.shortName ?? ready.indicator.name),
                  value: shownValue(ready.values.get(area.number), ready.indicator),
                  note: (
                    <>
                      {ready.cityValue !== null &&
                        text.area.cityCompared(formats.value(ready.cityValue, ready.indicator))}
                      <Suspense>
                        <FigureVoices area={area} indicatorCode={ready.indicator.code} />
                      </Suspense>
                    </>
                  ),
                },
              ]
            : []),
        ]}
      />
      {ready?.computed?.indicator.code === indexCode && (
        <Part lines={6}>
          <IndexOfArea area={area} />
        </Part>
      )}
      {ready && !ready.computed && <IndicatorOfArea area={area} figures={ready} />}
      {area.level === "district" && indicators.some(isCohesion) && (
        <Part lines={4}>
          <CohesionOfArea area={area} />
        </Part>
      )}
      <Part lines={3}>
        <AssessmentSection area={area} />
      </Part>
      <Part lines={3}>
        <EvidenceSection area={area} />
      </Part>
      <Part lines={3}>
        <ResponsibleForArea area={area} />
      </Part>
      <InThisArea area={area} district={area.level === "district" ? area : parent} />
      <footer className="sheet-actions">
        {area.bounds && (
          <button
            type="button"
            className="button button-main"
            onClick={() => area.bounds && jump({ bounds: area.bounds })}
          >
            {text.selection.show}
          </button>
        )}
        <button type="button" className="button" onClick={() => store.getState().openTable("areas")}>
          {text.area.all}
        </button>
      </footer>
    </article>
  );
}

function IndicatorOfArea({ area, figures }: { area: AreaAnswer; figures: Figures }) {
  const { text, say, formats } = useLanguage();
  const { indicator } = figures;
  return (
    <>
      <ComparisonBars area={area} figures={figures} />
      <Sparkline area={area} figures={figures} />
      <MadeOf area={area} figures={figures} />
      <p className="small source">
        {text.layers.source}: {indicator.provenance.source}, {text.layers.asOf}{" "}
        {formats.date(indicator.provenance.referenceDate)}
        {indicator.interpretationNote && (
          <>
            <br />
            {say(indicator.interpretationNote)}
          </>
        )}
      </p>
      <Part lines={2}>
        <InterpretationSection indicator={indicator} area={area} />
      </Part>
    </>
  );
}

function densityOf(area: AreaAnswer, show: (residentsPerHa: number) => string): string | undefined {
  return area.residents === null || area.areaHa === 0 ? undefined : show(area.residents / area.areaHa);
}
