import { useMemo } from "react";
import type { LandPlot } from "#domain/analysis/planning-base.ts";
import type { SketchedSite } from "#domain/scenario/scenario.ts";
import { useLanguage } from "../i18n/language.tsx";
import { usePlanningText } from "../panels/planning/use-planning-text.ts";
import { usePage, usePageStore } from "../state/use-page.ts";
import { addSite, sitesOf } from "./edit-scenario.ts";
import { makeSite, newSiteId, nextLetter } from "./make-site.ts";
import type { PlanningTerms } from "./use-planning.ts";

const noChanges = [] as const;

/** Sketches of the open scenario. */
export function useSites(): readonly SketchedSite[] {
  const changes = usePage((state) => state.openScenario?.scenario.changes ?? noChanges);
  return useMemo(() => sitesOf(changes), [changes]);
}

/** Puts new sites into the scenario and takes them in hand. */
export function useSketching(terms: PlanningTerms | null) {
  const { say } = useLanguage();
  const words = usePlanningText();
  const store = usePageStore();

  const takeInHand = (site: SketchedSite) => {
    const state = store.getState();
    state.clearSelection();
    state.plan({ siteInHand: site.id, sketchMode: "none", planningResult: "site" });
    state.foldRight(false);
    state.announce(words.sketches.added(site.name));
  };
  const nextName = () => {
    const kind = terms ? say(terms.standard.name) : "";
    const taken = sitesOf(store.getState().openScenario?.scenario.changes ?? []).flatMap(({ name }) =>
      name.startsWith(`${kind} `) ? [name.slice(kind.length + 1)] : [],
    );
    return words.sketches.name(kind, nextLetter(taken));
  };

  return {
    sketch: (place: { position: readonly [number, number]; plot?: SketchedSite["plot"] }) => {
      if (!terms) return;
      const { planningSize: size } = store.getState();
      const site = makeSite({ standard: terms.standard, size, name: nextName(), ...place });
      addSite(store, site, words.sketches.newScenario);
      takeInHand(site);
    },
    pickLand: (land: LandPlot) => {
      if (!terms) return;
      const { planningSize: size } = store.getState();
      const position = [land.longitude, land.latitude] as const;
      const site = makeSite({ standard: terms.standard, size, name: land.name, position, land });
      addSite(store, site, words.sketches.newScenario);
      takeInHand(site);
    },
    /** Puts several sites into the scenario, one step each, and takes none in hand. */
    sketchAll: (
      places: readonly {
        name: string | null;
        position: readonly [number, number];
        land: LandPlot | undefined;
      }[],
    ): SketchedSite[] => {
      if (!terms) return [];
      const { standard } = terms;
      const { planningSize: size } = store.getState();
      return places.map(({ name, position, land }) => {
        const site = makeSite({
          standard,
          size,
          name: name ?? nextName(),
          position,
          ...(land ? { land } : {}),
        });
        addSite(store, site, words.sketches.newScenario);
        return site;
      });
    },
    duplicate: (site: SketchedSite) => {
      const copy = { ...site, id: newSiteId(), name: words.site.copyName(site.name), record: null };
      addSite(store, copy, words.sketches.newScenario);
      takeInHand(copy);
    },
  };
}
