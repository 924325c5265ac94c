import { useEffect, useId } from "react";
import { indexShows } from "#domain/view/view-words.ts";
import { useShown } from "../../data/figures.tsx";
import { useLanguage } from "../../i18n/language.tsx";
import { useIndex, useIndexQuestion } from "../../monitoring/use-index.ts";
import { usePage, usePageStore } from "../../state/use-page.ts";
import { Notice } from "../../ui/notice.tsx";
import { Skeleton } from "../../ui/progress.tsx";
import { Legend } from "../indicator/legend.tsx";
import { ComponentFields } from "./component-fields.tsx";
import { CorrelationDetails } from "./correlation-details.tsx";
import { DefinitionBar } from "./definition-bar.tsx";
import { DynamicsTable } from "./dynamics-table.tsx";
import { IndexRulesForm } from "./index-rules-form.tsx";
import { useComputedIndex } from "./use-computed-index.ts";
import { useMonitoringText } from "./use-monitoring-text.ts";

/** Components and weights to try out, what comes of them, and how far that can be relied on. */
export function IndexSection() {
  const { formats } = useLanguage();
  const words = useMonitoringText();
  const store = usePageStore();
  const { figures } = useShown();
  const question = useIndexQuestion();
  const { trial, hindrance } = question;
  const index = useIndex();
  const computed = useComputedIndex(index);
  const shows = usePage((state) => state.indexShows);
  const isOwn = usePage((state) => state.indexTrial !== null);

  useEffect(() => store.getState().monitor({ computed }), [store, computed]);
  useEffect(() => () => store.getState().monitor({ computed: null }), [store]);

  const sure = index?.robustness.areas.filter(({ isUncertain }) => !isUncertain).length ?? 0;
  return (
    <section className="stack" aria-labelledby="monitoring-index">
      <h3 id="monitoring-index">{words.index.name}</h3>
      <p className="small">{words.index.about}</p>
      <DefinitionBar question={question} />
      {trial.components.length === 0 && <Notice>{words.index.empty}</Notice>}
      {trial.components.length > 0 && !index && (!hindrance || hindrance.kind === "LOADING") && (
        <Skeleton lines={6} label={words.heading} />
      )}
      {index && (
        <>
          <ShowsSwitch />
          {shows === "dynamics" && <DynamicsTable index={index} />}
          {shows !== "dynamics" && figures.kind === "ready" && figures.computed && (
            <Legend figures={figures} />
          )}
          <p>{words.index.robust(formats.number(sure), formats.number(index.robustness.areas.length))}</p>
          <p className="small">{words.index.robustHow(formats.number(index.robustness.variants))}</p>
        </>
      )}
      <ComponentFields trial={trial} />
      <IndexRulesForm question={question} />
      {index && <CorrelationDetails index={index} />}
      {isOwn && (
        <button
          type="button"
          className="button"
          onClick={() => store.getState().monitor({ indexTrial: null })}
        >
          {words.index.back}
        </button>
      )}
    </section>
  );
}

/** Which of the two the map shows. */
function ShowsSwitch() {
  const words = useMonitoringText();
  const store = usePageStore();
  const shows = usePage((state) => state.indexShows);
  const name = useId();
  const names = {
    class: words.index.showsClass,
    certainty: words.index.showsCertainty,
    dynamics: words.dynamics.shows,
  };
  return (
    <fieldset className="segments">
      <legend className="for-ears">{words.index.shows}</legend>
      {indexShows.map((one) => (
        <label key={one} className="segment">
          <input
            type="radio"
            name={name}
            checked={shows === one}
            onChange={() => {
              store.getState().keepClass(null);
              store.getState().monitor({ indexShows: one });
            }}
          />
          <span>{names[one]}</span>
        </label>
      ))}
    </fieldset>
  );
}
