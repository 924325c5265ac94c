import { lazy } from "react";
import { useLanguage } from "../../i18n/language.tsx";
import { usePage, usePageStore } from "../../state/use-page.ts";
import { IconButton } from "../../ui/icon-button.tsx";
import { Part } from "../../ui/part.tsx";
import { useMedia } from "../../ui/use-media.ts";
import { SelectionPanel } from "../selection/selection-panel.tsx";
import { useTellsOfDrawnArea } from "./use-drawn-area.ts";
import { useTabs } from "./use-tabs.ts";

const PlanningResult = lazy(() => import("../planning/planning-result.tsx"));
const DrawnAreaPanel = lazy(() => import("../drawn-area/drawn-area-panel.tsx"));

/** "Auswahl". Below 1440 px, and in a Vorführung, it is there only when something is selected. */
export function RightPanel() {
  const { text } = useLanguage();
  const store = usePageStore();
  const isPresenting = usePage((state) => state.presentation !== null);
  const isRoomy = useMedia("(min-width: 1440px)") && !isPresenting;
  const isFolded = usePage((state) => state.isRightFolded);
  const isListing = usePage((state) => state.isInViewOpen) && !isPresenting;
  const isLooking = usePage((state) => state.look.kind !== "nothing") || isListing;
  const hasResult = useHasResult();
  const isWanted = isLooking || hasResult;
  if (!isRoomy && !isWanted) return <div id="selection" tabIndex={-1} className="panel-right-absent" />;
  if (isFolded && !(isWanted && !isRoomy)) {
    return (
      <aside className="panel panel-right rail" id="selection" aria-label={text.panels.selection}>
        <IconButton
          icon="pin"
          label={text.panels.unfold(text.panels.selection)}
          aria-expanded={false}
          onClick={() => store.getState().foldRight(false)}
        />
      </aside>
    );
  }
  return (
    <aside className="panel panel-right" id="selection" tabIndex={-1} aria-label={text.panels.selection}>
      <RightContent canFold={isRoomy} />
    </aside>
  );
}

/** What the right panel and the sheet of small screens show: what is selected, what planning computed, or a drawn area. */
export function RightContent({ canFold }: { canFold: boolean }) {
  const hasPlanningResult = useHasPlanningResult();
  const tellsOfDrawnArea = useTellsOfDrawnArea();
  if (!hasPlanningResult && !tellsOfDrawnArea) return <SelectionPanel canFold={canFold} />;
  return (
    <Part lines={8}>
      {hasPlanningResult ? <PlanningResult canFold={canFold} /> : <DrawnAreaPanel canFold={canFold} />}
    </Part>
  );
}

/** Whether there is something to tell beside what is selected. */
export function useHasResult(): boolean {
  const tellsOfDrawnArea = useTellsOfDrawnArea();
  return useHasPlanningResult() || tellsOfDrawnArea;
}

/** Whether planning has something to tell of a site, a comparison or a suggestion. */
function useHasPlanningResult(): boolean {
  const { tab } = useTabs();
  const result = usePage((state) => state.planningResult);
  return tab === "planning" && result !== "none";
}
