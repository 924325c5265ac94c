import type { SuggestedSite, Suggestion, WhyNot } from "#domain/analysis/answers.ts";
import { landChoices, type Objective, objectives } from "#domain/analysis/question.ts";
import { useAreas } from "../../data/queries.ts";
import { useLanguage } from "../../i18n/language.tsx";
import { maySketch } from "../../planning/edit-scenario.ts";
import { cancelSuggestion, isFor, useSuggestionRun } from "../../planning/suggestion-run.ts";
import type { PlanningTerms } from "../../planning/use-planning.ts";
import { useSketching } from "../../planning/use-sketching.ts";
import { usePage, usePageStore } from "../../state/use-page.ts";
import { Notice } from "../../ui/notice.tsx";
import { useJump } from "../map/map-handle.ts";
import { IngredientDetails } from "./ingredient-details.tsx";
import { PositionField } from "./position-field.tsx";
import { SuggestionProgress } from "./suggestion-progress.tsx";
import { useObjectiveText } from "./use-objective-text.ts";
import { usePlanningText } from "./use-planning-text.ts";
import { useSuggesting } from "./use-suggesting.ts";
import { useWayText } from "./use-way-text.ts";
import { Warnings } from "./warnings.tsx";

/** Proposed sites with their value, how good any answer could be, other good answers, and why not elsewhere. */
export function SuggestionResult({ terms }: { terms: PlanningTerms }) {
  const { say, formats } = useLanguage();
  const words = usePlanningText();
  const run = useSuggestionRun();
  const way = useWayText(terms);
  const text = useObjectiveText();
  const { answer, order } = run;

  if (!answer || !order) {
    return run.state === "running" ? (
      <SuggestionProgress onCancel={cancelSuggestion} />
    ) : (
      <p className="small">{run.state === "failed" ? words.failed : words.suggestion.cancelled}</p>
    );
  }
  const { result } = answer;
  const { request } = order;
  const isValid = isFor(order, terms.scenario, terms.standard.kind);
  const value = (amount: number) => text.value(request.objective, amount);
  return (
    <article className="sheet">
      <header>
        <p className="badge">{words.proposal}</p>
        <h3 className="sheet-title">
          {words.suggestion.objective}: {say(objectives[request.objective])}
        </h3>
        <p className="small">
          {say(terms.standard.name)} · {say(landChoices[request.land])} · {way.method}
        </p>
      </header>
      {!isValid && <Notice>{words.suggestion.stale}</Notice>}
      {result.sites.length === 0 ? (
        <Notice>{words.suggestion.none}</Notice>
      ) : (
        <>
          <dl className="facts proof">
            <div>
              <dt>{words.suggestion.value}</dt>
              <dd>
                <strong>{value(result.value)}</strong>
              </dd>
            </div>
            <div>
              <dt>{words.suggestion.bound}</dt>
              <dd>{value(result.bound)}</dd>
            </div>
            <div>
              <dt>{words.suggestion.gap}</dt>
              <dd>
                {formats.number(result.gap * 100, 2)} % (
                {result.isProven ? words.suggestion.proven : words.suggestion.unproven})
              </dd>
            </div>
            <div>
              <dt>{words.suggestion.present}</dt>
              <dd>{value(result.present)}</dd>
            </div>
          </dl>
          <p className="small">
            {words.suggestion.candidates(formats.number(result.candidates))} ·{" "}
            {words.suggestion.equityUsed(formats.number(result.equityWeight * 100))}
          </p>
          <SiteRows sites={result.sites} />
          {isValid && <TakeButton terms={terms} sites={result.sites} />}
          <WhyNotPart terms={terms} objective={request.objective} whyNot={result.whyNot} isValid={isValid} />
          <Alternatives result={result} show={value} />
        </>
      )}
      <Warnings warnings={answer.warnings} />
      <IngredientDetails answer={answer} terms={terms} />
    </article>
  );
}

function SiteRows({ sites }: { sites: readonly SuggestedSite[] }) {
  const { formats } = useLanguage();
  const words = usePlanningText();
  const jump = useJump();
  const { siteName } = useObjectiveText();
  return (
    <ol className="suggested-sites">
      {sites.map((site, place) => (
        <li key={site.candidateId}>
          <span className="suggestion-mark" aria-hidden="true">
            {place + 1}
          </span>
          <button
            type="button"
            className="link-button quiet"
            onClick={() => jump({ center: [site.longitude, site.latitude], zoom: 14.5 })}
          >
            {siteName(site, place)}
          </button>
          <small>{words.suggestion.people(formats.number(Math.round(site.people)))}</small>
        </li>
      ))}
    </ol>
  );
}

function TakeButton({ terms, sites }: { terms: PlanningTerms; sites: readonly SuggestedSite[] }) {
  const words = usePlanningText();
  const store = usePageStore();
  const mayTake = usePage(maySketch);
  const { sketchAll } = useSketching(terms);
  if (!mayTake) return <p className="small">{words.sketches.readOnly}</p>;
  const take = () => {
    const made = sketchAll(
      sites.map((site) => ({
        name: site.name,
        position: [site.longitude, site.latitude],
        land: terms.base.land.find(({ id }) => id === site.candidateId),
      })),
    );
    store.getState().plan({
      planningResult: "comparison",
      planningView: "gaps",
      sketchMode: "none",
      sitesCompared: made.map(({ id }) => id),
    });
    store.getState().announce(words.suggestion.taken(made.length));
  };
  return (
    <button type="button" className="button button-main" onClick={take}>
      {words.suggestion.take}
    </button>
  );
}

/** "Warum nicht hier?": the place is clicked or typed, and the search runs again with it. */
function WhyNotPart({
  terms,
  objective,
  whyNot,
  isValid,
}: {
  terms: PlanningTerms;
  objective: Objective;
  whyNot: WhyNot | null;
  isValid: boolean;
}) {
  const { formats } = useLanguage();
  const words = usePlanningText();
  const store = usePageStore();
  const { order, state, answer } = useSuggestionRun();
  const { suggest } = useSuggesting(terms);
  const text = useObjectiveText();
  const level = usePage((page) => page.level);
  const isAsking = usePage((page) => page.sketchMode === "why-not");
  const areas = useAreas(level).data ?? [];
  const nameOf = new Map(areas.map((area) => [area.number, area.name ?? area.number]));
  const placeOf = ({ candidateId }: SuggestedSite) =>
    answer?.result.sites.findIndex((site) => site.candidateId === candidateId) ?? 0;
  if (!isValid || !order) return null;
  if (state === "running") return <SuggestionProgress onCancel={cancelSuggestion} />;
  return (
    <section>
      <h4>{words.suggestion.whyNot}</h4>
      {whyNot && (
        <>
          <p>{text.whyNot(objective, whyNot)}</p>
          {whyNot.displaced.length > 0 && (
            <p className="small">
              {words.suggestion.displaced}:{" "}
              {formats.list(whyNot.displaced.map((site) => text.siteName(site, placeOf(site))))}
            </p>
          )}
          {whyNot.areas.length > 0 && (
            <details>
              <summary>{words.suggestion.areasLose}</summary>
              <ul className="conditions-list">
                {whyNot.areas.map(({ areaNumber, people }) => (
                  <li key={areaNumber}>
                    {nameOf.get(areaNumber) ?? areaNumber}: {formats.change(Math.round(people), 0)}
                  </li>
                ))}
              </ul>
            </details>
          )}
        </>
      )}
      <button
        type="button"
        className="button"
        aria-pressed={isAsking}
        onClick={() => store.getState().plan({ sketchMode: isAsking ? "none" : "why-not" })}
      >
        {isAsking ? words.suggestion.whyNotStop : words.suggestion.whyNot}
      </button>
      {isAsking && (
        <Notice>
          <p>{words.suggestion.whyNotHint}</p>
          <PositionField
            label={words.sketches.byCoordinate}
            action={words.suggestion.whyNotAsk}
            onTake={(whyNotPlace) => void suggest({ ...order.request, whyNot: whyNotPlace })}
          />
        </Notice>
      )}
    </section>
  );
}

function Alternatives({ result, show }: { result: Suggestion; show: (value: number) => string }) {
  const { formats } = useLanguage();
  const words = usePlanningText();
  const { siteName } = useObjectiveText();
  if (result.alternatives.length === 0) return null;
  const own = new Set(result.sites.map(({ candidateId }) => candidateId));
  return (
    <section>
      <h4>{words.suggestion.alternatives}</h4>
      <ol className="plain-list">
        {result.alternatives.map(({ sites, value }, place) => (
          <li key={sites.map(({ candidateId }) => candidateId).join()}>
            {words.suggestion.alternative(place + 1)}: {show(value)}
            <small>
              {words.suggestion.differs(sites.filter(({ candidateId }) => !own.has(candidateId)).length)}{" "}
              {formats.list(
                sites
                  .map((site, index) => ({ site, name: siteName(site, index) }))
                  .filter(({ site }) => !own.has(site.candidateId) && site.name !== null)
                  .map(({ name }) => name),
              )}
            </small>
          </li>
        ))}
      </ol>
    </section>
  );
}
