import { useLanguage } from "../../i18n/language.tsx";
import { usePlanningTerms } from "../../planning/use-planning.ts";
import { usePage, usePageStore } from "../../state/use-page.ts";
import { IconButton } from "../../ui/icon-button.tsx";
import { Skeleton } from "../../ui/progress.tsx";
import { FoldRight } from "../frame/fold-right.tsx";
import { ScenarioTag } from "../scenario/scenario-tag.tsx";
import { ComparisonTable } from "./comparison-table.tsx";
import { SitePanel } from "./site-panel.tsx";
import { SuggestionResult } from "./suggestion-result.tsx";
import { usePlanningText } from "./use-planning-text.ts";

/** Right panel of the tab: the site in hand, the comparison, or a suggestion. */
export default function PlanningResult({ canFold }: { canFold: boolean }) {
  const { text } = useLanguage();
  const words = usePlanningText();
  const store = usePageStore();
  const result = usePage((state) => state.planningResult);
  const terms = usePlanningTerms();
  const headings = {
    none: words.heading,
    site: words.site.panel,
    comparison: words.comparison.heading,
    suggestion: words.suggestion.result,
  };
  const close = () => store.getState().plan({ planningResult: "none", siteInHand: null, sketchMode: "none" });
  return (
    <div className="selection-panel planning-result">
      <header className="panel-head">
        <h2>{headings[result]}</h2>
        <IconButton icon="close" label={text.app.close} onClick={close} />
        {canFold && <FoldRight />}
      </header>
      <div className="panel-body">
        {!terms && <Skeleton lines={8} label={words.loading} />}
        {terms && result === "site" && <SitePanel terms={terms} />}
        {terms && result === "comparison" && (
          <>
            <ScenarioTag />
            <ComparisonTable terms={terms} />
          </>
        )}
        {terms && result === "suggestion" && (
          <>
            <ScenarioTag />
            <SuggestionResult terms={terms} />
          </>
        )}
      </div>
    </div>
  );
}
