import { lazy } from "react";
import { useLanguage } from "../../i18n/language.tsx";
import { usePage, usePageStore } from "../../state/use-page.ts";
import { IconButton } from "../../ui/icon-button.tsx";
import { Part } from "../../ui/part.tsx";
import { LayerPanel } from "../layers/layer-panel.tsx";

const FacilityPanel = lazy(() => import("../facilities/facility-panel.tsx"));

/** "Ebenen", beside the map; folds to a rail. */
export function LeftPanel() {
  const { text } = useLanguage();
  const store = usePageStore();
  const isFolded = usePage((state) => state.isLeftFolded);
  if (isFolded) {
    return (
      <aside className="panel panel-left rail" id="layers" aria-label={text.panels.layers}>
        <IconButton
          icon="layers"
          label={text.panels.unfold(text.panels.layers)}
          aria-expanded={false}
          onClick={() => store.getState().foldLeft(false)}
        />
      </aside>
    );
  }
  return (
    <aside className="panel panel-left" id="layers" tabIndex={-1} aria-label={text.panels.layers}>
      <LeftContent />
    </aside>
  );
}

/** What the left panel and the sheet of small screens show. */
export function LeftContent() {
  const view = usePage((state) => state.leftView);
  return view === "facilities" ? (
    <Part>
      <FacilityPanel />
    </Part>
  ) : (
    <LayerPanel />
  );
}
