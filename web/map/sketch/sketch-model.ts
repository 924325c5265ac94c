import type { sketch as wording } from "../../i18n/de/sketch.ts";
import type { ShownDraft } from "./draft-data.ts";
import {
  cornersOf,
  middlesOf,
  newDraft,
  plotProblem,
  ringOf,
  undone,
  withCorner,
  withCorners,
  withMovedCorner,
  withoutCorner,
} from "./plot-draft.ts";
import type { MapSketchMode, Place, SketchCallbacks } from "./sketch.ts";

/** What lies within reach of a click or of the crosshair: a corner, or the middle of a side, by number. */
export interface Reached {
  corner: number | null;
  middle: number | null;
}

export interface SketchModelOptions {
  mode: Exclude<MapSketchMode, "none">;
  callbacks: SketchCallbacks;
  ring: readonly Place[];
  words: typeof wording;
  /** Tells people who do not see the map. */
  say: (message: string) => void;
  /** The draft looks different now. */
  redraw: () => void;
}

/**
 * What clicks and keys mean while drawing, without map or page. A corner is moved by picking it up and putting it
 * down, so nothing has to be dragged; every step of a plot can be undone.
 */
export function sketchModel({ mode, callbacks, ring, words, say, redraw }: SketchModelOptions) {
  const isCorrecting = mode === "edit-plot";
  let draft = newDraft(cornersOf(ring));
  let held: number | null = null;
  let pointer: Place | null = null;
  let isFinished = false;

  const changeTo = (next: typeof draft, message: string) => {
    draft = next;
    callbacks.onCorners?.(draft.corners);
    if (isCorrecting && plotProblem(draft.corners) === null) callbacks.onPlot?.(ringOf(draft.corners));
    say(message);
    redraw();
  };
  const problemText = (problem: "too-few" | "crossing") =>
    problem === "too-few" ? words.tooFew : words.crossing;

  const finish = () => {
    const problem = plotProblem(draft.corners);
    if (problem) {
      say(problemText(problem));
      return;
    }
    isFinished = true;
    held = null;
    pointer = null;
    callbacks.onPlot?.(ringOf(draft.corners));
    say(words.finished);
    redraw();
  };
  const pickUp = (corner: number) => {
    held = corner;
    say(words.cornerHeld(corner + 1));
    redraw();
  };
  const putDown = (place: Place) => {
    const corner = held!;
    const moved = withMovedCorner(draft, corner, place);
    if (plotProblem(moved.corners) === "crossing") {
      say(words.crossing);
      return;
    }
    held = null;
    pointer = null;
    changeTo(moved, words.cornerPut(corner + 1));
  };
  const correct = (place: Place, { corner, middle }: Reached) => {
    if (held !== null) {
      putDown(place);
    } else if (corner !== null) {
      pickUp(corner);
    } else if (middle !== null) {
      draft = withCorner(draft, middlesOf(draft.corners)[middle]!, middle + 1);
      callbacks.onCorners?.(draft.corners);
      pickUp(middle + 1);
    }
  };
  const draw = (place: Place, { corner }: Reached) => {
    const isEnd = corner !== null && (corner === 0 || corner === draft.corners.length - 1);
    if (isEnd) {
      // A double click on the very first corner is no attempt to finish.
      if (draft.corners.length > 1) finish();
      return;
    }
    changeTo(withCorner(draft, place), words.cornerSet(draft.corners.length + 1));
  };

  return {
    /** A click, a tap or Enter. */
    choose: (place: Place, reached: Reached) => {
      if (isFinished) return;
      if (isCorrecting) correct(place, reached);
      else if (mode === "plot") draw(place, reached);
      else {
        say(words.pointSet);
        callbacks.onPoint?.(place);
      }
    },
    /** Where the next step would be; null when the pointer has left. */
    hover: (place: Place | null) => {
      if (mode === "point" || mode === "why-not" || isFinished) return;
      pointer = place;
      redraw();
    },
    finish,
    undo: () => {
      const before = undone(draft);
      if (before === draft) return;
      held = null;
      isFinished = false;
      changeTo(before, words.undone);
    },
    /** Backspace: the last corner, or while correcting the one that is held. */
    removeLast: () => {
      const at = isCorrecting ? held : draft.corners.length - 1;
      if (at === null || at < 0) return;
      if (isCorrecting && draft.corners.length <= 3) {
        say(words.tooFew);
        return;
      }
      held = null;
      isFinished = false;
      changeTo(withoutCorner(draft, at), words.cornerRemoved(draft.corners.length - 1));
    },
    setCorners: (corners: readonly Place[]) => {
      held = null;
      isFinished = false;
      changeTo(withCorners(draft, cornersOf(corners)), "");
    },
    /** A corner or side being dragged: shown, but no step yet. */
    showDragged: (corners: readonly Place[]) => {
      draft = { ...draft, corners };
      redraw();
    },
    /** The drag has ended: one step from the corners before it. */
    dropDragged: (before: readonly Place[], corners: readonly Place[]) => {
      draft = { ...draft, corners: before };
      if (plotProblem(corners)) {
        say(words.crossing);
        redraw();
      } else {
        changeTo(withCorners(draft, corners), words.changed);
      }
    },
    /** One step back; false where nothing is left to step back from. */
    escape: (): boolean => {
      if (held !== null) {
        const corner = held;
        held = null;
        pointer = null;
        say(words.cornerBack(corner + 1));
        redraw();
        return true;
      }
      if (mode !== "plot" || draft.corners.length === 0 || isFinished) return false;
      changeTo(withCorners(draft, []), words.emptied);
      return true;
    },
    corners: () => draft.corners,
    held: () => held,
    shown: (): ShownDraft => {
      const isMoving = held !== null && pointer !== null;
      return {
        corners: isMoving ? draft.corners.with(held!, pointer!) : draft.corners,
        next: isCorrecting || isFinished ? null : pointer,
        held,
        isClosed: isCorrecting || isFinished,
      };
    },
  };
}

export type SketchModel = ReturnType<typeof sketchModel>;
