import { lazy } from "react";
import { useLanguage } from "../../i18n/language.tsx";
import { usePage, usePageStore } from "../../state/use-page.ts";
import { IconButton } from "../../ui/icon-button.tsx";
import { Part } from "../../ui/part.tsx";
import { LayerPanel } from "../layers/layer-panel.tsx";
import { useTabs } from "./use-tabs.ts";

const PlanningPanel = lazy(() => import("../planning/planning-panel.tsx"));
const MonitoringPanel = lazy(() => import("../monitoring/monitoring-panel.tsx"));
const FacilityPanel = lazy(() => import("../facilities/facility-panel.tsx"));

/** "Ebenen", beside the map; folds to a rail. */
export function LeftPanel() {
  const { text } = useLanguage();
  const store = usePageStore();
  const isFolded = usePage((state) => state.isLeftFolded);
  const name = useLeftName();
  if (isFolded) {
    return (
      <aside className="panel panel-left rail" id="layers" aria-label={name}>
        <IconButton
          icon="layers"
          label={text.panels.unfold(name)}
          aria-expanded={false}
          onClick={() => store.getState().foldLeft(false)}
        />
      </aside>
    );
  }
  return (
    <aside className="panel panel-left" id="layers" tabIndex={-1} aria-label={name}>
      <LeftContent />
    </aside>
  );
}

/** What the left panel is called: its tab, or the layers of the map. */
export function useLeftName(): string {
  const { text } = useLanguage();
  const { tab } = useTabs();
  return tab === "planning" || tab === "monitoring" ? text.app.tabs[tab] : text.panels.layers;
}

/** What the left panel and the sheet of small screens show. */
export function LeftContent() {
  const { tab } = useTabs();
  const view = usePage((state) => state.leftView);
  if (tab === "planning") {
    return (
      <Part lines={12}>
        <PlanningPanel />
      </Part>
    );
  }
  if (tab === "monitoring") {
    return (
      <Part lines={12}>
        <MonitoringPanel />
      </Part>
    );
  }
  return view === "facilities" ? (
    <Part>
      <FacilityPanel />
    </Part>
  ) : (
    <LayerPanel />
  );
}
