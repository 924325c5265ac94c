import { useQueryClient } from "@tanstack/react-query";
import { lazy, useEffect, useRef, useState } from "react";
import { presentScenario } from "#domain/scenario/present-scenario.ts";
import { listenToServer } from "../../data/events.ts";
import { useOpened } from "../../data/opened.ts";
import { useLanguage } from "../../i18n/language.tsx";
import type { MapHandle } from "../../map/map-controller.ts";
import { connectAddressBar } from "../../state/address-bar.ts";
import { usePage, usePageStore } from "../../state/use-page.ts";
import { Part } from "../../ui/part.tsx";
import { type FrameKind, useFrameKind } from "../../ui/use-media.ts";
import { FigureAnnouncer } from "../indicator/figure-announcer.tsx";
import { MapArea } from "../map/map-area.tsx";
import { MapHandleContext } from "../map/map-handle.ts";
import { useSamePerson } from "../people/use-same-person.ts";
import { TablePanel } from "../table/table-panel.tsx";
import { TopBar } from "../top-bar/top-bar.tsx";
import { ConnectionBanner } from "./connection-banner.tsx";
import { LeftPanel } from "./left-panel.tsx";
import { PhoneTabs } from "./phone-tabs.tsx";
import { RightPanel } from "./right-panel.tsx";
import { useDrawnArea, useProfiledQuarter } from "./use-drawn-area.ts";
import { usePageKeys } from "./use-page-keys.ts";
import { usePageTitle } from "./use-page-title.ts";
import { useStartTab } from "./use-start-tab.ts";
import { isWholePage, useTabs } from "./use-tabs.ts";

const PlanningOnMap = lazy(() => import("../planning/planning-on-map.tsx"));
const DrawingOnMap = lazy(() => import("../drawn-area/drawing-on-map.tsx"));
const QuarterProfile = lazy(() => import("../drawn-area/quarter-profile.tsx"));
const DistrictTab = lazy(() => import("../district/district-tab.tsx"));
const QuartersTab = lazy(() => import("../quarters/quarters-tab.tsx"));
const DataTab = lazy(() => import("../data/data-tab.tsx"));
const BottomSheet = lazy(() => import("./bottom-sheet.tsx"));
const ShortcutsDialog = lazy(() => import("../dialogs/shortcuts-dialog.tsx"));
const EmbedDialog = lazy(() => import("../embed/embed-dialog.tsx"));
const AskedScenario = lazy(() => import("../scenario/asked-scenario.tsx"));
const CompareView = lazy(() => import("../compare/compare-view.tsx"));
const ScenarioDialog = lazy(() => import("../scenario/scenario-dialog.tsx"));
const RemovalDialog = lazy(() => import("../scenario/removal-dialog.tsx"));
const DeskPage = lazy(() => import("../people/desk-page.tsx"));
const SessionEnd = lazy(() => import("../people/session-end.tsx"));
const PersonBanner = lazy(() => import("../people/person-banner.tsx"));
const KeepViewDialog = lazy(() => import("../views/keep-view-dialog.tsx"));
const OpenedViewNote = lazy(() => import("../views/opened-view-note.tsx"));
const PresentationBar = lazy(() => import("../views/presentation-bar.tsx"));
const PresentationLegend = lazy(() => import("../views/presentation-legend.tsx"));
const IndicatorDialog = lazy(() => import("../indicator/indicator-dialog.tsx"));

/** The frame of UI.md: bar, layers, map, selection, table. */
export function Workplace() {
  const { text } = useLanguage();
  const store = usePageStore();
  const client = useQueryClient();
  const { me } = useOpened();
  const frame = useFrameKind();
  const handle = useRef<MapHandle | null>(null);
  const [isConnected, setConnected] = useState(true);
  const dialog = usePage((state) => state.dialog);
  const phoneTab = usePage((state) => state.phoneTab);
  const { tab } = useTabs();
  const comparison = usePage((state) => state.comparison);
  const desk = usePage((state) => state.desk);
  // Only the workplace has something beside the map: a link to what is not there leads nowhere.
  const quarter = useProfiledQuarter();
  const hasPanels = !comparison && !desk && !quarter && !isWholePage(tab);
  const hasTable = comparison !== null || (hasPanels && (frame !== "column" || phoneTab === "table"));
  const isDrawing = useDrawnArea()?.kind === "drawing";
  useStartTab();
  usePageTitle();
  usePageKeys();
  useSamePerson();
  const hasPersonNews = usePage((state) => state.personNews !== null);
  const presentation = usePage((state) => state.presentation);
  const openedView = usePage((state) => state.openedView);
  const asksForScenario = usePage((state) => state.scenarioId !== presentScenario.id);

  useEffect(
    () =>
      connectAddressBar(store, {
        window,
        onReturn: ({ camera }) => {
          if (camera) handle.current?.moveTo(camera, { animate: false });
        },
      }),
    [store],
  );
  useEffect(() => listenToServer(client, { onConnection: setConnected }), [client]);

  return (
    <MapHandleContext value={handle}>
      <div
        className={`frame frame-${frame}`}
        data-tab={frame === "column" ? phoneTab : "map"}
        data-presenting={presentation ? "" : undefined}
      >
        <nav className="skip-links" aria-label={text.app.skipLinks}>
          <a href="#map">{text.app.skipToMap}</a>
          {hasPanels && <a href="#layers">{text.app.skipToLayers}</a>}
          {hasPanels && <a href="#selection">{text.app.skipToSelection}</a>}
          {!desk && !presentation && hasTable && <a href="#table">{text.app.skipToTable}</a>}
        </nav>
        {presentation ? (
          <Part lines={2}>
            <PresentationBar presentation={presentation} />
          </Part>
        ) : (
          <TopBar />
        )}
        <div className="banners">
          {!isConnected && <ConnectionBanner />}
          {me.signInKind && (
            <Part lines={0}>
              <SessionEnd />
            </Part>
          )}
          {openedView && !desk && (
            <Part lines={0}>
              <OpenedViewNote view={openedView} />
            </Part>
          )}
          {hasPersonNews && (
            <Part>
              <PersonBanner />
            </Part>
          )}
        </div>
        {desk ? (
          <main className="main desk-main" id="map">
            <Part lines={8}>
              <DeskPage desk={desk} />
            </Part>
          </main>
        ) : comparison ? (
          <main className="main">
            <Part lines={8}>
              <CompareView comparison={comparison} />
            </Part>
          </main>
        ) : quarter ? (
          <main className="main">
            <Part lines={12}>
              <QuarterProfile ring={quarter} />
            </Part>
          </main>
        ) : tab === "data" ? (
          <main className="main">
            <Part lines={12}>
              <DataTab />
            </Part>
          </main>
        ) : tab === "district" ? (
          <main className="main">
            <Part lines={12}>
              <DistrictTab />
            </Part>
          </main>
        ) : tab === "quarters" ? (
          <main className="main">
            <Part lines={12}>
              <QuartersTab />
            </Part>
          </main>
        ) : (
          <Workspace frame={frame} />
        )}
        {frame !== "panels" && !desk && !presentation && <PhoneTabs frame={frame} />}
        {asksForScenario && (
          <Part>
            <AskedScenario />
          </Part>
        )}
        {isDrawing && !comparison && !desk && (
          <Part lines={0}>
            <DrawingOnMap />
          </Part>
        )}
        {tab === "planning" && !comparison && !desk && (
          <Part>
            <PlanningOnMap />
          </Part>
        )}
      </div>
      {dialog && (
        <Part>
          {dialog === "shortcuts" && <ShortcutsDialog />}
          {dialog === "embed" && <EmbedDialog />}
          {dialog === "indicator" && <IndicatorDialog />}
          {dialog === "keep-view" && <KeepViewDialog onClose={() => store.getState().open(null)} />}
          {dialog === "scenario" && <ScenarioDialog />}
          {dialog === "scenario-removal" && <RemovalDialog />}
        </Part>
      )}
    </MapHandleContext>
  );
}

/** Layers, map with table, selection. */
function Workspace({ frame }: { frame: FrameKind }) {
  const phoneTab = usePage((state) => state.phoneTab);
  const { tab } = useTabs();
  // On the wall the legend is enough; planning and monitoring compute and tell their figures in their own panels.
  const isPresenting = usePage((state) => state.presentation !== null);
  const isTableOpen = usePage((state) => state.isTableOpen);
  const hasLegend = isPresenting && tab !== "planning" && tab !== "monitoring";
  const hasTable = (frame !== "column" || phoneTab === "table") && (!isPresenting || isTableOpen);
  return (
    <>
      {frame === "panels" && !hasLegend && <LeftPanel />}
      {frame === "panels" && hasLegend && (
        <Part lines={0}>
          <PresentationLegend />
        </Part>
      )}
      <FigureAnnouncer />
      <main className="main">
        <MapArea frame={frame} />
        {hasTable && <TablePanel frame={frame} />}
      </main>
      {frame === "panels" ? (
        <RightPanel />
      ) : (
        <Part>
          <BottomSheet frame={frame} />
        </Part>
      )}
    </>
  );
}
