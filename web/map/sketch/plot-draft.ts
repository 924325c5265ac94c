import { crossings } from "#domain/geometry/crossings.ts";
import type { Place } from "./sketch.ts";

/** Corners of a plot under way with the steps that led there. Not closed: the first corner is not repeated. */
export interface PlotDraft {
  corners: readonly Place[];
  past: readonly (readonly Place[])[];
}

export function newDraft(corners: readonly Place[] = []): PlotDraft {
  return { corners, past: [] };
}

/** Corners of a closed ring. */
export function cornersOf(ring: readonly Place[]): readonly Place[] {
  const [first, last] = [ring[0], ring.at(-1)];
  const isClosed = ring.length > 1 && first?.[0] === last?.[0] && first?.[1] === last?.[1];
  return isClosed ? ring.slice(0, -1) : ring;
}

export function ringOf(corners: readonly Place[]): readonly Place[] {
  return corners.length > 0 ? [...corners, corners[0]!] : [];
}

/** Other corners as one step that can be undone. */
export function withCorners({ corners, past }: PlotDraft, next: readonly Place[]): PlotDraft {
  return { corners: next, past: [...past, corners] };
}

export function withCorner(draft: PlotDraft, corner: Place, at = draft.corners.length): PlotDraft {
  return withCorners(draft, draft.corners.toSpliced(at, 0, corner));
}

export function withoutCorner(draft: PlotDraft, at: number): PlotDraft {
  return draft.corners[at] ? withCorners(draft, draft.corners.toSpliced(at, 1)) : draft;
}

export function withMovedCorner(draft: PlotDraft, at: number, corner: Place): PlotDraft {
  return draft.corners[at] ? withCorners(draft, draft.corners.with(at, corner)) : draft;
}

/** The step before; the same draft where there is none. */
export function undone(draft: PlotDraft): PlotDraft {
  const before = draft.past.at(-1);
  return before ? { corners: before, past: draft.past.slice(0, -1) } : draft;
}

/** Why these corners make no plot yet; null when they do. */
export function plotProblem(corners: readonly Place[]): "too-few" | "crossing" | null {
  if (corners.length < 3) return "too-few";
  const positions = ringOf(corners).map((corner) => [...corner]);
  return crossings([{ part: 0, ring: 0, positions }], 1).length > 0 ? "crossing" : null;
}

/** Middle of the side after each corner, where another corner can be put in. */
export function middlesOf(corners: readonly Place[]): Place[] {
  return corners.map((corner, index) => {
    const next = corners[(index + 1) % corners.length]!;
    return [(corner[0] + next[0]) / 2, (corner[1] + next[1]) / 2];
  });
}
