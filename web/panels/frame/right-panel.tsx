import { lazy } from "react";
import { useLanguage } from "../../i18n/language.tsx";
import { usePage, usePageStore } from "../../state/use-page.ts";
import { IconButton } from "../../ui/icon-button.tsx";
import { Part } from "../../ui/part.tsx";
import { useMedia } from "../../ui/use-media.ts";
import { SelectionPanel } from "../selection/selection-panel.tsx";
import { useTabs } from "./use-tabs.ts";

const PlanningResult = lazy(() => import("../planning/planning-result.tsx"));

/** "Auswahl". Below 1440 px it is there only when something is selected. */
export function RightPanel() {
  const { text } = useLanguage();
  const store = usePageStore();
  const isRoomy = useMedia("(min-width: 1440px)");
  const isFolded = usePage((state) => state.isRightFolded);
  const isLooking = usePage((state) => state.look.kind !== "nothing" || state.isInViewOpen);
  const hasResult = useHasPlanningResult();
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

/** What the right panel and the sheet of small screens show: what is selected, or what planning computed. */
export function RightContent({ canFold }: { canFold: boolean }) {
  const hasResult = useHasPlanningResult();
  return hasResult ? (
    <Part lines={8}>
      <PlanningResult canFold={canFold} />
    </Part>
  ) : (
    <SelectionPanel canFold={canFold} />
  );
}

/** Whether planning has something to tell of a site, a comparison or a suggestion. */
export function useHasPlanningResult(): boolean {
  const { tab } = useTabs();
  const result = usePage((state) => state.planningResult);
  return tab === "planning" && result !== "none";
}
