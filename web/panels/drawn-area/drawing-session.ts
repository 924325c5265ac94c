import type { SketchSession } from "../../map/sketch/sketch.ts";

/** The drawing under way on the map, for the buttons beside it: it begins and ends with the map's own part. */
let running: SketchSession | null = null;

export function keepDrawing(session: SketchSession | null): void {
  running = session;
}

export function drawing(): SketchSession | null {
  return running;
}
