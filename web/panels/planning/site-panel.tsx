import { useEffect } from "react";
import type { SiteCheck, SiteEvaluation } from "#domain/analysis/answers.ts";
import type { SketchedSite } from "#domain/scenario/scenario.ts";
import { supplyLayers } from "#domain/site/site-fields.ts";
import { useOpened } from "../../data/opened.ts";
import { useAreas } from "../../data/queries.ts";
import { useLanguage } from "../../i18n/language.tsx";
import { useLiveSite } from "../../planning/live-site.ts";
import { type PlanningTerms, useAnswer } from "../../planning/use-planning.ts";
import { useSites } from "../../planning/use-sketching.ts";
import { usePage, usePageStore } from "../../state/use-page.ts";
import { Notice } from "../../ui/notice.tsx";
import { Skeleton } from "../../ui/progress.tsx";
import { ThreeFigures } from "../../ui/three-figures.tsx";
import { ScenarioTag } from "../scenario/scenario-tag.tsx";
import { IngredientDetails } from "./ingredient-details.tsx";
import { SiteActions } from "./site-actions.tsx";
import { SiteChecks } from "./site-checks.tsx";
import { SiteEffects } from "./site-effects.tsx";
import { SiteFacts } from "./site-facts.tsx";
import { SiteName } from "./site-name.tsx";
import { Unanswerable } from "./unanswerable.tsx";
import { usePlanningText } from "./use-planning-text.ts";
import { useWayText } from "./use-way-text.ts";
import { Warnings } from "./warnings.tsx";

/** Sheet of the site in hand: whom it serves, what it changes, what speaks for and against it. */
export function SitePanel({ terms }: { terms: PlanningTerms }) {
  const words = usePlanningText();
  const id = usePage((state) => state.siteInHand);
  const site = useSites().find((one) => one.id === id);
  if (!site) return <Notice>{words.site.gone}</Notice>;
  return <Sheet key={site.id} terms={terms} site={site} />;
}

function Sheet({ terms, site }: { terms: PlanningTerms; site: SketchedSite }) {
  const { say, formats } = useLanguage();
  const words = usePlanningText();
  const store = usePageStore();
  const way = useWayText(terms);
  const ofKind = { ...terms.question, kind: site.kind };
  const canAsk = way.limit !== "";
  const evaluation = useAnswer(terms, canAsk ? { name: "site", question: ofKind, site } : null);
  const check = useAnswer(terms, canAsk ? { name: "site-check", question: ofKind, site } : null);
  const live = useLiveSite(site.id);
  const answer = evaluation.data;
  const result = live ?? answer?.result ?? null;
  const isSettled = evaluation.isSuccess && !evaluation.isPlaceholderData && !live;

  // One announcement per answer: wording and formats alone do not make it news.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  useEffect(() => {
    if (!isSettled || !answer) return;
    const { newlyServed, after } = answer.result;
    const median = after.medianWay === null ? words.table.none : way.amount(after.medianWay);
    store.getState().announce(words.site.moved(formats.number(Math.round(newlyServed)), median));
  }, [isSettled, answer, store]);

  return (
    <article className="sheet" aria-busy={evaluation.isFetching}>
      <header>
        <p className="status-line">{site.record ? words.site.statusSaved : words.site.status}</p>
        <SiteName site={site} />
        <ScenarioTag />
        <p className="small">{way.method}</p>
        <p className="badge">{words.proposal}</p>
      </header>
      <Unanswerable terms={terms} />
      {evaluation.isError && <Notice kind="problem">{words.failed}</Notice>}
      {!result && evaluation.isFetching && <Skeleton lines={6} label={words.computing} />}
      {result && <SiteFigures result={result} check={check.data?.result ?? null} terms={terms} />}
      {!terms.question.layers.includes(site.layer) && (
        <p className="small">{words.site.notCounted(say(supplyLayers[site.layer]))}</p>
      )}
      {result && <SiteEffects terms={terms} site={site} result={result} />}
      {check.data && <SiteChecks check={check.data.result} site={site} />}
      <SiteFacts terms={terms} site={site} />
      {answer && <Warnings warnings={answer.warnings} />}
      {answer && <IngredientDetails answer={answer} terms={terms} />}
      <SiteActions terms={terms} site={site} />
    </article>
  );
}

/** Ways in the area that wins most; those of the whole city hardly move for a single site. */
function useAround({ areas, before, after }: SiteEvaluation) {
  const { say } = useLanguage();
  const { city } = useOpened();
  const level = usePage((state) => state.level);
  const known = useAreas(level).data;
  const [most] = areas;
  if (!most) return { name: say(city.name), before, after };
  const name = known?.find(({ number }) => number === most.areaNumber)?.name ?? most.areaNumber;
  return { name, before: most.before, after: most.after };
}

/** The three figures that matter: newly served, the way before and after, room outside. */
function SiteFigures({
  result,
  check,
  terms,
}: {
  result: SiteEvaluation;
  check: SiteCheck | null;
  terms: PlanningTerms;
}) {
  const { say, formats } = useLanguage();
  const words = usePlanningText();
  const way = useWayText(terms);
  const around = useAround(result);
  const outdoor = check?.outdoor ?? null;
  const area = (m2: number) => `${formats.number(m2)} m²`;
  const outdoorValue =
    outdoor?.availableM2 === null || !outdoor ? words.site.outdoorUnknown : area(outdoor.availableM2);
  return (
    <>
      <ThreeFigures
        figures={[
          {
            name: words.site.newlyServed,
            value: formats.change(Math.round(result.newlyServed), 0),
            note: say(terms.standard.targetGroup),
          },
          {
            name: words.site.medianWay,
            value: way.way(around.after.medianWay),
            note: [words.site.before(way.way(around.before.medianWay)), around.name].join(" · "),
          },
          {
            name: words.site.outdoor,
            value: outdoorValue,
            note: outdoor ? words.site.needed(area(outdoor.neededM2)) : undefined,
          },
        ]}
      />
      {outdoor?.isEnough === false && (
        <Notice>{words.site.outdoorTooSmall(area(outdoor.neededM2), outdoor.source)}</Notice>
      )}
      <ul className="plain-list">
        <li>
          {words.site.inCatchment(formats.number(Math.round(result.inCatchment)))}
          {result.overlap !== null && <small>{words.site.overlap(formats.share(result.overlap))}</small>}
        </li>
        <li>{words.site.residents(formats.number(result.newlyServedResidents))}</li>
      </ul>
    </>
  );
}
