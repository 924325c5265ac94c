import { supplyLayers } from "#domain/site/site-fields.ts";
import { useLanguage } from "../../i18n/language.tsx";
import type { PlanningTerms } from "../../planning/use-planning.ts";
import { useSites } from "../../planning/use-sketching.ts";
import { usePage } from "../../state/use-page.ts";
import { usePlanningText } from "./use-planning-text.ts";
import { useWayText } from "./use-way-text.ts";

/** The sentence over the map, and what counts as supply in it. The scenario is named beside it. */
export function usePlanningTitle(terms: PlanningTerms | null): { title: string; subtitle: string } {
  const words = usePlanningText();
  const known = useKnownTitle(terms);
  return known ?? { title: words.heading, subtitle: "" };
}

function useKnownTitle(terms: PlanningTerms | null): { title: string; subtitle: string } | null {
  const { say, formats } = useLanguage();
  const words = usePlanningText();
  const view = usePage((state) => state.planningView);
  const counted = usePage((state) => state.supplyLayersCounted);
  const inHand = usePage((state) => state.siteInHand);
  const site = useSites().find(({ id }) => id === inHand);
  const way = useWayText(terms);
  if (!terms) return null;
  const kind = say(terms.standard.name);
  const titles = {
    gaps: words.title(say(terms.standard.targetGroup), kind, way.limit),
    duplicates: words.duplicatesTitle(kind),
    suggestions: words.suggestionsTitle(kind),
  };
  const layers = formats.list(counted.map((layer) => say(supplyLayers[layer])));
  return {
    title: titles[view],
    subtitle: [
      words.supply.layersShown(layers),
      ...(terms.base.network ? [] : [words.noNetworkTitle]),
      ...(site ? [site.name] : []),
    ].join(" · "),
  };
}
