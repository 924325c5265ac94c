import { useLanguage } from "../../i18n/language.tsx";
import { usePageStore } from "../../state/use-page.ts";
import { IconButton } from "../../ui/icon-button.tsx";
import { FoldRight } from "../frame/fold-right.tsx";
import { useDrawnArea } from "../frame/use-drawn-area.ts";
import { ScenarioTag } from "../scenario/scenario-tag.tsx";
import { DrawingForm } from "./drawing-form.tsx";
import { DrawnAreaSheet } from "./drawn-area-sheet.tsx";
import { useDrawnAreaText } from "./use-drawn-area-text.ts";

/** "Auswahl" while an area is drawn, and the sheet of the people in it. */
export default function DrawnAreaPanel({ canFold }: { canFold: boolean }) {
  const { text } = useLanguage();
  const words = useDrawnAreaText();
  const store = usePageStore();
  const area = useDrawnArea();
  if (!area) return null;
  const isDrawing = area.kind === "drawing";
  return (
    <div className="selection-panel">
      <header className="panel-head">
        <h2>{isDrawing ? words.drawing : text.panels.selection}</h2>
        <IconButton
          icon="close"
          label={isDrawing ? words.cancel : words.remove}
          onClick={() => store.getState().changeArea(null)}
        />
        {canFold && <FoldRight />}
      </header>
      <div className="panel-body">
        {area.kind === "drawing" ? (
          <DrawingForm corners={area.corners} />
        ) : (
          <>
            <ScenarioTag />
            <DrawnAreaSheet ring={area.ring} />
          </>
        )}
      </div>
    </div>
  );
}
