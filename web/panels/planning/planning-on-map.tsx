import { useEffect, useMemo } from "react";
import "../../styles/planning.css";
import type { PlanningScene } from "../../map/map-scene.ts";
import { gapScale } from "../../planning/gap-scale.ts";
import { isFor, useSuggestionRun } from "../../planning/suggestion-run.ts";
import { type PlanningTerms, useAnswer, usePlanningTerms } from "../../planning/use-planning.ts";
import { useSites } from "../../planning/use-sketching.ts";
import type { PlanningShown } from "../../state/planning-slice.ts";
import { usePage, usePageStore } from "../../state/use-page.ts";
import { useCatchmentLimits } from "./site-effects.tsx";
import { usePlanningNotes } from "./use-planning-notes.ts";
import { usePlanningTitle } from "./use-planning-title.ts";
import { useSketchOnMap } from "./use-sketch-on-map.ts";

const emptyScene: PlanningScene = {
  cells: null,
  catchment: [],
  sites: [],
  suggestions: [],
  duplicates: [],
  closed: [],
};

/**
 * What planning puts on the map and hears from it, as long as the tab is open. It draws nothing itself: it
 * writes into the store, because the map is there before planning is loaded.
 */
export default function PlanningOnMap() {
  const store = usePageStore();
  const terms = usePlanningTerms();
  const scene = usePlanningScene(terms);
  const { title, subtitle } = usePlanningTitle(terms);
  const notes = usePlanningNotes(terms);
  useSketchOnMap(terms);

  const facilityTypes = terms?.standard.facilityTypes;
  const shown = useMemo<PlanningShown>(
    () => ({ scene, title, subtitle, facilityTypes: facilityTypes ?? [], notes }),
    [scene, title, subtitle, facilityTypes, notes],
  );
  useEffect(() => store.getState().plan({ planningShown: shown }), [store, shown]);
  useEffect(() => () => store.getState().plan({ planningShown: null, sketchMode: "none" }), [store]);
  useKindOfSite(terms);
  return null;
}

/** A link or undo may leave a site in hand that is gone; then nothing is in hand. */
function useKindOfSite(terms: PlanningTerms | null): void {
  const store = usePageStore();
  const inHand = usePage((state) => state.siteInHand);
  const isLoading = usePage((state) => state.scenarioId !== "bestand" && state.openScenario === null);
  const sites = useSites();
  const isGone = inHand !== null && !sites.some(({ id }) => id === inHand);
  useEffect(() => {
    if (!terms || isLoading || !isGone) return;
    const { planningResult } = store.getState();
    store.getState().plan({
      siteInHand: null,
      ...(planningResult === "site" ? { planningResult: "none" as const } : {}),
    });
  }, [store, terms, isLoading, isGone]);
}

function usePlanningScene(terms: PlanningTerms | null): PlanningScene {
  const view = usePage((state) => state.planningView);
  const inHand = usePage((state) => state.siteInHand);
  const compared = usePage((state) => state.sitesCompared);
  const sites = useSites();
  const run = useSuggestionRun();
  const canAsk = terms !== null && (terms.question.limit !== undefined || terms.standard.maxWayM !== null);

  const gaps = useAnswer(
    terms,
    canAsk && view !== "duplicates" ? { name: "gaps", question: terms.question } : null,
  ).data;
  const pairs = useAnswer(
    terms,
    canAsk && view === "duplicates" ? { name: "duplicates", question: terms.question } : null,
  ).data;
  const site = sites.find(({ id }) => id === inHand);
  const limits = useCatchmentLimits(terms);
  const catchment = useAnswer(
    terms,
    canAsk && site && limits.length > 0
      ? { name: "catchment", question: { ...terms.question, kind: site.kind }, place: site.position, limits }
      : null,
  ).data;
  const isOffered = terms !== null && isFor(run.order, terms.scenario, terms.standard.kind);
  const suggestion = view === "suggestions" && isOffered ? (run.answer?.result ?? null) : null;

  const supply = terms?.base.supply;
  const changes = terms?.scenario.changes;
  const kind = terms?.standard.kind;
  const facilityTypes = terms?.standard.facilityTypes;
  return useMemo<PlanningScene>(() => {
    if (!supply || !changes) return emptyScene;
    const placeOf = new Map(
      supply.map(({ id, longitude, latitude }) => [id, [longitude, latitude] as const]),
    );
    const drawn = view !== "duplicates" ? (gaps?.result.cells ?? null) : null;
    return {
      cells: drawn && { drawn, scale: gapScale(drawn.people) },
      ...(facilityTypes ? { facilityTypes } : {}),
      catchment: site && catchment ? catchment.result.breaks.map(({ outline }) => outline) : [],
      sites: sites
        .filter((one) => one.kind === kind || one.id === inHand || compared.includes(one.id))
        .map(({ id, name, position, plot, layer }) => ({
          id,
          name,
          position,
          plot,
          layer,
          isInHand: id === inHand,
        })),
      suggestions: suggestion
        ? [
            ...suggestion.sites.map(({ candidateId, longitude, latitude }, place) => ({
              id: candidateId,
              label: String(place + 1),
              longitude,
              latitude,
              isWhyNot: false,
            })),
            ...(suggestion.whyNot
              ? [
                  {
                    id: `why-not ${suggestion.whyNot.candidate.candidateId}`,
                    label: "?",
                    longitude: suggestion.whyNot.candidate.longitude,
                    latitude: suggestion.whyNot.candidate.latitude,
                    isWhyNot: true,
                  },
                ]
              : []),
          ]
        : [],
      duplicates:
        view === "duplicates"
          ? (pairs?.result.pairs ?? []).flatMap(({ first, second }) => {
              const from = placeOf.get(first.id);
              const to = placeOf.get(second.id);
              return from && to ? [{ id: `${first.id} ${second.id}`, from, to }] : [];
            })
          : [],
      closed: changes.flatMap((change) => {
        if (change.change !== "close") return [];
        const place = placeOf.get(change.recordId);
        return place
          ? [{ type: change.recordType, id: change.recordId, longitude: place[0], latitude: place[1] }]
          : [];
      }),
    };
  }, [
    supply,
    changes,
    kind,
    facilityTypes,
    view,
    gaps,
    pairs,
    site,
    catchment,
    sites,
    inHand,
    compared,
    suggestion,
  ]);
}
