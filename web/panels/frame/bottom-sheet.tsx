import { useEffect, useState } from "react";
import { useLanguage } from "../../i18n/language.tsx";
import { sheetHeights } from "../../state/frame-slice.ts";
import { usePage, usePageStore } from "../../state/use-page.ts";
import { IconButton } from "../../ui/icon-button.tsx";
import { LeftContent, useLeftName } from "./left-panel.tsx";
import { RightContent, useHasResult } from "./right-panel.tsx";

/** Layers and selection over the map of small screens, in three heights reached by buttons. */
export default function BottomSheet({ frame }: { frame: "sheet" | "column" }) {
  const { text } = useLanguage();
  const store = usePageStore();
  const height = usePage((state) => state.sheetHeight);
  const leftName = useLeftName();
  const hasResult = useHasResult();
  const isLooking = usePage((state) => state.look.kind !== "nothing") || hasResult;
  const isInViewOpen = usePage((state) => state.isInViewOpen);
  const [part, setPart] = useState<"layers" | "selection">(isLooking ? "selection" : "layers");

  // A selection on the map shows itself: its sheet comes up to half, unless it is higher already.
  useEffect(() => {
    if (!isLooking && !isInViewOpen) return;
    setPart("selection");
    if (store.getState().sheetHeight === "low") store.getState().raiseSheet("half");
  }, [isLooking, isInViewOpen, store]);

  const step = sheetHeights.indexOf(height);
  const raise = (by: 1 | -1) => {
    const next = sheetHeights[step + by];
    if (next) store.getState().raiseSheet(next);
  };
  const show = (next: "layers" | "selection") => {
    setPart(next);
    if (height === "low") store.getState().raiseSheet("half");
  };

  return (
    <aside className={`bottom-sheet sheet-${height} in-${frame}`} aria-label={text.panels.layers}>
      <div className="sheet-head">
        <div className="segments" role="tablist" aria-label={text.panels.sheetHeight}>
          {(["layers", "selection"] as const).map((name) => (
            <button
              key={name}
              type="button"
              role="tab"
              id={`sheet-tab-${name}`}
              className="segment"
              aria-selected={part === name}
              aria-controls="sheet-body"
              tabIndex={part === name ? 0 : -1}
              onClick={() => show(name)}
              onKeyDown={(event) => {
                if (event.key !== "ArrowLeft" && event.key !== "ArrowRight") return;
                const other = name === "layers" ? "selection" : "layers";
                show(other);
                document.getElementById(`sheet-tab-${other}`)?.focus();
              }}
            >
              {name === "layers" ? leftName : text.panels[name]}
            </button>
          ))}
        </div>
        <IconButton
          icon="down"
          label={text.panels.sheetLower}
          disabled={step === 0}
          onClick={() => raise(-1)}
        />
        <IconButton
          icon="up"
          label={text.panels.sheetHigher}
          disabled={step === 2}
          onClick={() => raise(1)}
        />
      </div>
      <div
        className="sheet-body"
        id="sheet-body"
        role="tabpanel"
        aria-labelledby={`sheet-tab-${part}`}
        hidden={height === "low"}
      >
        <div id="layers" tabIndex={-1} hidden={part !== "layers"}>
          {part === "layers" && <LeftContent />}
        </div>
        <div id="selection" tabIndex={-1} hidden={part !== "selection"}>
          {part === "selection" && <RightContent canFold={false} />}
        </div>
      </div>
    </aside>
  );
}
