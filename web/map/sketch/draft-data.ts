import type { Feature, FeatureCollection, Geometry } from "geojson";
import { middlesOf, ringOf } from "./plot-draft.ts";
import type { Place } from "./sketch.ts";

export interface ShownDraft {
  corners: readonly Place[];
  /** Where the next corner would be. */
  next: Place | null;
  /** Corner that has been picked up. */
  held: number | null;
  /** Correcting: the plot is closed, and sides can take another corner in their middle. */
  isClosed: boolean;
}

/** A draft as the map draws it: surface, line, corners, and middles of sides while correcting. */
export function draftData({ corners, next, held, isClosed }: ShownDraft): FeatureCollection {
  const open = next ? [...corners, next] : corners;
  const line = isClosed ? ringOf(corners) : open;
  const features: Feature[] = [];
  const put = (geometry: Geometry, kind: string) =>
    features.push({ type: "Feature", geometry, properties: { kind } });
  const plain = (places: readonly Place[]) => places.map((place) => [...place]);
  if (open.length > 2) put({ type: "Polygon", coordinates: [plain(ringOf(open))] }, "surface");
  if (line.length > 1) put({ type: "LineString", coordinates: plain(line) }, "line");
  if (isClosed && held === null) {
    for (const middle of middlesOf(corners)) put({ type: "Point", coordinates: [...middle] }, "middle");
  }
  for (const [index, corner] of corners.entries()) {
    put({ type: "Point", coordinates: [...corner] }, index === held ? "held" : "corner");
  }
  return { type: "FeatureCollection", features };
}
