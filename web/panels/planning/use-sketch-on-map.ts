import { useEffect, useRef } from "react";
import type { SketchCallbacks } from "../../map/sketch/sketch.ts";
import { changeSite, maySketch, sitesOf } from "../../planning/edit-scenario.ts";
import { showLive } from "../../planning/live-site.ts";
import { siteOnPlot, withPlot, withPosition } from "../../planning/move-site.ts";
import { type DragClient, planningClient } from "../../planning/planning-client.ts";
import type { DraggedSite } from "../../planning/planning-desk.ts";
import { suggestionOrder } from "../../planning/suggestion-run.ts";
import type { PlanningTerms } from "../../planning/use-planning.ts";
import { useSketching } from "../../planning/use-sketching.ts";
import type { SketchMode } from "../../state/planning-slice.ts";
import { usePage, usePageStore } from "../../state/use-page.ts";
import { useMapHandle } from "../map/map-handle.ts";
import { useSuggesting } from "./use-suggesting.ts";

/** Sketching and dragging: what the pointer or the crosshair does becomes steps of the scenario. */
export function useSketchOnMap(terms: PlanningTerms | null): void {
  const store = usePageStore();
  const handle = useMapHandle();
  const isMapThere = usePage((state) => state.isMapThere);
  const mode = usePage((state) => state.sketchMode);
  const inHand = usePage((state) => state.siteInHand);
  const mayEdit = usePage(maySketch);
  const plotInHand = usePage(
    (state) =>
      sitesOf(state.openScenario?.scenario.changes ?? []).find(({ id }) => id === state.siteInHand)?.plot ??
      null,
  );
  const { sketch } = useSketching(terms);
  const { suggest } = useSuggesting(terms);
  const drag = useRef<{ client: DragClient; siteId: string } | null>(null);
  const endDrag = () => {
    drag.current?.client.end();
    drag.current = null;
    showLive(null);
  };

  const callbacks: SketchCallbacks = {
    onPoint: (place) => {
      if (mode === "why-not") {
        const order = suggestionOrder();
        store.getState().plan({ sketchMode: "none" });
        if (order) void suggest({ ...order.request, whyNot: [place[0], place[1]] });
      } else if (mode === "move" && inHand) {
        changeSite(store, inHand, (site) => withPosition(site, place));
        store.getState().plan({ sketchMode: "none" });
      } else sketch({ position: place });
    },
    onPlot: (ring) => {
      if (mode === "move" && inHand) changeSite(store, inHand, (site) => withPlot(site, ring));
      else sketch(siteOnPlot(ring));
    },
    onDrag: (place, siteId) => {
      if (!terms || !mayEdit) return;
      if (drag.current?.siteId !== siteId) {
        const site = sitesOf(terms.scenario.changes).find(({ id }) => id === siteId);
        if (!site) return;
        endDrag();
        const question = { ...terms.question, kind: site.kind };
        const about = { scenario: terms.scenario, question, site };
        drag.current = { siteId, client: planningClient().drag(terms.base, about, oncePerFrame(show)) };
        store.getState().plan({ siteInHand: siteId, planningResult: "site" });
      }
      drag.current?.client.move(place);
    },
    onDragEnd: (place, siteId) => {
      endDrag();
      if (mayEdit) changeSite(store, siteId, (site) => withPosition(site, place));
    },
    onDragCancel: endDrag,
    onCancel: () => store.getState().plan({ sketchMode: "none" }),
  };
  const show = ({ position, outline, evaluation }: DraggedSite) => {
    if (!drag.current) return;
    showLive(evaluation);
    handle.current?.showDrag({ siteId: drag.current.siteId, position, outline });
  };

  // The session lives as long as its mode; what it calls is always the latest.
  const latest = useRef(callbacks);
  latest.current = callbacks;
  const ring = mode === "move" ? plotInHand : null;
  const hasPlot = ring !== null;
  // A drag takes its site in hand: that must not end the drag.
  const moved = mode === "move" ? inHand : null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a corrected plot goes on in the session it came from
  useEffect(() => {
    const map = handle.current;
    if (!isMapThere || !map) return;
    const session = map.sketch(
      mapMode(mode, hasPlot),
      {
        onPoint: (place) => latest.current.onPoint?.(place),
        onPlot: (corners) => latest.current.onPlot?.(corners),
        onDrag: (place, siteId) => latest.current.onDrag?.(place, siteId),
        onDragEnd: (place, siteId) => latest.current.onDragEnd?.(place, siteId),
        onDragCancel: (siteId) => latest.current.onDragCancel?.(siteId),
        onCancel: () => latest.current.onCancel?.(),
      },
      ...(ring ? [ring] : []),
    );
    return () => session.end();
  }, [handle, isMapThere, mode, moved, hasPlot]);
}

function mapMode(mode: SketchMode, hasPlot: boolean) {
  if (mode === "move") return hasPlot ? "edit-plot" : "point";
  return mode;
}

/** Hands on only the newest value, at most once a frame. */
function oncePerFrame<T>(act: (value: T) => void): (value: T) => void {
  let waiting: { value: T } | null = null;
  return (value) => {
    if (waiting) {
      waiting.value = value;
      return;
    }
    waiting = { value };
    requestAnimationFrame(() => {
      const last = waiting;
      waiting = null;
      if (last) act(last.value);
    });
  };
}
