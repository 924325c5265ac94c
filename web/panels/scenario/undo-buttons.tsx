import { useLanguage } from "../../i18n/language.tsx";
import { usePage, usePageStore } from "../../state/use-page.ts";

/** Takes steps of work on the open scenario back and does them again. */
export function UndoButtons() {
  const { text } = useLanguage();
  const store = usePageStore();
  const canUndo = usePage((state) => state.done.length > 0);
  const canRedo = usePage((state) => state.undone.length > 0);
  return (
    <>
      <button type="button" className="button" disabled={!canUndo} onClick={() => store.getState().undo()}>
        {text.scenario.undo}
      </button>
      <button type="button" className="button" disabled={!canRedo} onClick={() => store.getState().redo()}>
        {text.scenario.redo}
      </button>
    </>
  );
}
