import type { MultiPolygon } from "geojson";

/** Longitude and latitude in degrees, WGS 84. */
export type Place = readonly [longitude: number, latitude: number];

/**
 * What the next step on the map does: set a site, draw a plot, ask "why not here?", correct a plot. In "none"
 * nothing is drawn, but sketched sites can still be dragged.
 */
export type MapSketchMode = "none" | "point" | "plot" | "why-not" | "edit-plot";

export interface SketchCallbacks {
  /** A place was chosen, in "point" and "why-not". */
  onPoint?: (place: Place) => void;
  /** Corners of the plot so far, not closed, after every step of drawing or correcting: for a list of coordinates. */
  onCorners?: (corners: readonly Place[]) => void;
  /** A plot is finished or corrected: its ring, closed. */
  onPlot?: (ring: readonly Place[]) => void;
  /** A sketched site is being dragged: at most once per frame. The map draws its symbol itself. */
  onDrag?: (place: Place, siteId: string) => void;
  /** It was let go. */
  onDragEnd?: (place: Place, siteId: string) => void;
  /** Dragging was taken back with Escape: the site stays where it was. */
  onDragCancel?: (siteId: string) => void;
  /** Escape with nothing left to take back: whoever began the sketch ends it. */
  onCancel?: () => void;
}

/** A sketch under way, for buttons and the list of coordinates beside the map. */
export interface SketchSession {
  /** Exchanges all corners, such as after typing a coordinate; undo takes it back. */
  setCorners: (corners: readonly Place[]) => void;
  removeLast: () => void;
  undo: () => void;
  /** Closes a plot with three corners or more. */
  finish: () => void;
  /** Same as `handle.sketch("none", null)`. */
  end: () => void;
}

/** What is shown of a site while it is dragged, between two scenes. */
export interface DragDisplay {
  siteId: string;
  position: Place;
  /** Catchments from there, smallest first; left out: as shown before. */
  outline?: readonly MultiPolygon[] | MultiPolygon | null;
}
