import { useMemo } from "react";
import { thePresent } from "../../planning/planning-data.ts";
import { termsOf, useAnswer, usePlanningBase } from "../../planning/use-planning.ts";
import { untouchedPlanning } from "../../state/planning-slice.ts";
import { viewOf } from "../../state/url.ts";
import { untouchedView } from "../../state/view-slice.ts";

/**
 * Computes a planning view of a Vorführung while the ones before it are talked about: fetching the network and counting
 * for the first time takes seconds, which nobody should watch on a wall. It shows nothing and asks as the view will.
 */
export default function PlanningWarmUp({ address }: { address: string }) {
  const base = usePlanningBase().data;
  const terms = useMemo(() => {
    const view = viewOf(address);
    return base
      ? termsOf(base, thePresent, {
          wanted: view.planningKind ?? null,
          layers: view.supplyLayersCounted ?? untouchedPlanning.supplyLayersCounted,
          level: view.level ?? untouchedView.level,
          profile: view.wayProfile ?? null,
          limit: view.wayLimit ?? null,
        })
      : null;
  }, [base, address]);
  useAnswer(terms, terms && { name: "gaps", question: terms.question });
  return null;
}
