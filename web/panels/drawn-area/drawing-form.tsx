import "../../styles/planning.css";
import { plotProblem } from "../../map/sketch/plot-draft.ts";
import type { Place } from "../../map/sketch/sketch.ts";
import { usePageStore } from "../../state/use-page.ts";
import { Notice } from "../../ui/notice.tsx";
import { PositionField } from "../planning/position-field.tsx";
import { drawing } from "./drawing-session.ts";
import { useDrawnAreaText } from "./use-drawn-area-text.ts";

/** What to do next while an area is drawn, and the same steps without pointing at the map. */
export function DrawingForm({ corners }: { corners: readonly Place[] }) {
  const words = useDrawnAreaText();
  const store = usePageStore();
  const problem = plotProblem(corners);
  return (
    <div className="sheet">
      <p>{words.hint}</p>
      <p className="small">{words.keys}</p>
      <p>{words.corners(corners.length)}</p>
      {problem === "crossing" && <Notice kind="problem">{words.crossing}</Notice>}
      <footer className="sheet-actions">
        <button
          type="button"
          className="button button-main"
          disabled={problem !== null}
          onClick={() => drawing()?.finish()}
        >
          {words.finish}
        </button>
        <button
          type="button"
          className="button"
          disabled={corners.length === 0}
          onClick={() => drawing()?.removeLast()}
        >
          {words.removeLast}
        </button>
        <button type="button" className="button" onClick={() => store.getState().changeArea(null)}>
          {words.cancel}
        </button>
      </footer>
      <PositionField
        label={words.byCoordinate}
        action={words.setCorner}
        onTake={(place) => {
          drawing()?.setCorners([...corners, place]);
          store.getState().announce(words.corners(corners.length + 1));
        }}
      />
    </div>
  );
}
