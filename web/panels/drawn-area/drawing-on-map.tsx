import { useEffect } from "react";
import { usePage, usePageStore } from "../../state/use-page.ts";
import { useMapHandle } from "../map/map-handle.ts";
import { keepDrawing } from "./drawing-session.ts";

/** Drawing an area on the map, as long as this is there; it shows nothing itself. */
export default function DrawingOnMap() {
  const store = usePageStore();
  const handle = useMapHandle();
  const isMapThere = usePage((state) => state.isMapThere);

  useEffect(() => {
    const map = handle.current;
    if (!isMapThere || !map) return;
    const { drawnArea, changeArea } = store.getState();
    const session = map.sketch("plot", {
      onCorners: (corners) => changeArea({ kind: "drawing", corners }),
      onPlot: (ring) => changeArea({ kind: "drawn", ring }),
      onCancel: () => changeArea(null),
    });
    // Coming back from another tab goes on where it was left.
    if (drawnArea?.kind === "drawing" && drawnArea.corners.length > 0) session.setCorners(drawnArea.corners);
    keepDrawing(session);
    return () => {
      keepDrawing(null);
      session.end();
    };
  }, [store, handle, isMapThere]);
  return null;
}
