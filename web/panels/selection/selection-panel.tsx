import { lazy, useEffect } from "react";
import { useLanguage } from "../../i18n/language.tsx";
import { selectionKey } from "../../state/selection.ts";
import { usePage, usePageStore } from "../../state/use-page.ts";
import { IconButton } from "../../ui/icon-button.tsx";
import { Part } from "../../ui/part.tsx";
import { FoldRight } from "../frame/fold-right.tsx";
import { ScenarioTag } from "../scenario/scenario-tag.tsx";
import { HitList } from "./hit-list.tsx";
import { InViewList } from "./in-view-list.tsx";
import { useSelectionTitle } from "./use-selection-title.ts";

const AreaSheet = lazy(() => import("./area-sheet.tsx"));
const RecordSheet = lazy(() => import("./record-sheet.tsx"));

/** "Auswahl": the sheet of what is selected, a choice, or what lies in view. */
export function SelectionPanel({ canFold }: { canFold: boolean }) {
  const { text } = useLanguage();
  const store = usePageStore();
  const look = usePage((state) => state.look);
  const isInViewOpen = usePage((state) => state.isInViewOpen);
  const title = useSelectionTitle();
  const isLooking = look.kind !== "nothing";

  useEffect(() => {
    if (look.kind === "several") store.getState().announce(text.selection.several(look.hits.length));
  }, [look, store, text]);
  useEffect(() => {
    if (title) store.getState().announce(text.selection.announced(title));
  }, [title, store, text]);

  return (
    <div className="selection-panel">
      <header className="panel-head">
        <h2>{isLooking || !isInViewOpen ? text.panels.selection : text.map.inViewTitle}</h2>
        {(isLooking || isInViewOpen) && (
          <IconButton
            icon="close"
            label={isLooking ? text.selection.clear : text.app.close}
            onClick={() => {
              if (isLooking) store.getState().clearSelection();
              else store.getState().listInView(false);
            }}
          />
        )}
        {canFold && <FoldRight />}
      </header>
      <div className="panel-body">
        {isLooking && <ScenarioTag />}
        {look.kind === "several" && (
          <>
            <h3>{text.selection.several(look.hits.length)}</h3>
            <p className="small">{text.selection.severalHint}</p>
            <HitList hits={look.hits} />
          </>
        )}
        {look.kind === "one" && (
          <Part lines={8}>
            {look.selection.kind === "area" && (
              <AreaSheet key={selectionKey(look.selection)} selection={look.selection} />
            )}
            {look.selection.kind === "record" && (
              <RecordSheet key={selectionKey(look.selection)} selection={look.selection} />
            )}
            {look.alsoHere.length > 0 && (
              <section className="also-here">
                <h3>{text.selection.alsoHere}</h3>
                <HitList hits={look.alsoHere} />
              </section>
            )}
          </Part>
        )}
        {look.kind === "nothing" && (isInViewOpen ? <InViewList /> : <NothingSelected />)}
      </div>
    </div>
  );
}

function NothingSelected() {
  const { text } = useLanguage();
  const store = usePageStore();
  return (
    <div className="empty">
      <p>{text.selection.nothing}</p>
      <p className="small">{text.selection.nothingHint}</p>
      <button type="button" className="button" onClick={() => store.getState().listInView(true)}>
        {text.map.inView}
      </button>
    </div>
  );
}
