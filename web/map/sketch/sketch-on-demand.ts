import type { MapSketchMode, Place, SketchCallbacks, SketchSession } from "./sketch.ts";
import type { RunningSketch, SketchParts } from "./start-sketch.ts";

/** Loads drawing when somebody first draws: most visits never do. One sketch at a time. */
export function sketchOnDemand(parts: SketchParts) {
  let running: RunningSketch | null = null;
  let mode: MapSketchMode = "none";
  let current = 0;

  const end = () => {
    current++;
    running?.end();
    running = null;
    mode = "none";
  };

  const begin = (
    wanted: MapSketchMode,
    callbacks: SketchCallbacks | null,
    ring: readonly Place[] = [],
  ): SketchSession => {
    end();
    const mine = current;
    const cameFrom = document.activeElement;
    mode = wanted;
    const started = callbacks
      ? import("./start-sketch.ts").then(({ startSketch }) => {
          // Another one has begun while this was on its way.
          if (mine === current) running = startSketch(parts, { mode: wanted, callbacks, ring, cameFrom });
          return mine === current ? running : null;
        })
      : Promise.resolve(null);
    const later = (act: (sketch: RunningSketch) => void) => {
      void started.then((sketch) => {
        if (sketch && mine === current) act(sketch);
      });
    };
    return {
      setCorners: (corners) => later((sketch) => sketch.setCorners(corners)),
      removeLast: () => later((sketch) => sketch.removeLast()),
      undo: () => later((sketch) => sketch.undo()),
      finish: () => later((sketch) => sketch.finish()),
      end: () => {
        if (mine === current) end();
      },
    };
  };

  return {
    begin,
    end,
    /** True while clicks and keys belong to the sketch rather than to picking. */
    isDrawing: () => mode !== "none",
    /** A scene has been drawn over the draft. */
    sceneDrawn: () => running?.draw(),
  };
}
