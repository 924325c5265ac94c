import { useCallback, useMemo, useState } from "react";
import { useOpened } from "../../data/opened.ts";
import { useLanguage } from "../../i18n/language.tsx";
import type { MapHandle } from "../../map/map-controller.ts";
import type { MapEvents } from "../../map/map-scene.ts";
import { MapView } from "../../map/map-view.tsx";
import { usePage, usePageStore } from "../../state/use-page.ts";
import { CrashGuard } from "../../ui/crash-guard.tsx";
import { Notice } from "../../ui/notice.tsx";
import { MapControls } from "./map-controls.tsx";
import { MapFoot } from "./map-foot.tsx";
import { cityPadding, useMapHandle } from "./map-handle.ts";
import { MapTitle } from "./map-title.tsx";
import { useMapDescription } from "./use-map-description.ts";
import { useMapTitle } from "./use-map-title.ts";
import { useScene } from "./use-scene.ts";

/** The middle of the page: map, title sentence, controls, scale and sources. */
export function MapArea({ frame }: { frame: "panels" | "sheet" | "column" }) {
  const { text } = useLanguage();
  const { city } = useOpened();
  const store = usePageStore();
  const handle = useMapHandle();
  const scene = useScene();
  const { title } = useMapTitle();
  const description = useMapDescription(title);
  const [camera] = useState(() => store.getState().camera);
  const [problem, setProblem] = useState<string | null>(null);
  const hover = usePage((state) => state.hover);

  const events = useMemo<MapEvents>(
    () => ({
      onPick: (hits) => store.getState().pickOnMap(hits),
      onHover: (hit) => store.getState().hoverOver(hit),
      onMove: (moved) => store.getState().rememberCamera(moved),
      onProblem: setProblem,
    }),
    [store],
  );
  const keep = useCallback(
    (controller: MapHandle | null) => {
      handle.current = controller;
      store.getState().noteMap(controller !== null);
      if (!controller) return;
      if (!camera) controller.moveTo({ bounds: city.bounds }, { animate: false, padding: cityPadding() });
      store.getState().rememberCamera(controller.camera());
    },
    [handle, store, camera, city.bounds],
  );

  return (
    <section className="map-area" id="map" tabIndex={-1} data-frame={frame} aria-label={text.panels.map}>
      <MapTitle />
      <p className="for-ears">
        {description} {text.map.keyboard}
      </p>
      <CrashGuard fallback={() => <Notice kind="problem">{text.map.problem}</Notice>}>
        <MapView scene={scene} camera={camera} events={events} name={text.map.label(title)} onReady={keep} />
      </CrashGuard>
      <MapControls />
      {problem && (
        <div className="map-problem">
          <Notice kind="problem">{problem}</Notice>
        </div>
      )}
      {hover && (
        <p className="map-hover" aria-hidden="true">
          {hover.title}
        </p>
      )}
      <MapFoot city={city} />
    </section>
  );
}
