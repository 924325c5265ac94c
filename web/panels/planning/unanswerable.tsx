import type { PlanningTerms } from "../../planning/use-planning.ts";
import { limitOfTerms } from "../../planning/way-limit.ts";
import { Notice } from "../../ui/notice.tsx";
import { usePlanningText } from "./use-planning-text.ts";

/** Why nothing can be computed although everything is loaded, and that air line stands for ways. */
export function Unanswerable({ terms }: { terms: PlanningTerms }) {
  const words = usePlanningText();
  return (
    <>
      {!limitOfTerms(terms) && <Notice>{words.unanswerable.noLimit}</Notice>}
      {!terms.base.network && <Notice>{words.noNetwork}</Notice>}
    </>
  );
}
