import { useEffect } from "react";
import { usePageStore } from "../../state/use-page.ts";

/** Single letters count only while the map has focus (WCAG 2.1.4); "/" also where nothing is being typed. */
export function usePageKeys(): void {
  const store = usePageStore();
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (isUndoing(event)) {
        event.preventDefault();
        if (event.shiftKey) store.getState().redo();
        else store.getState().undo();
        return;
      }
      if (event.altKey || event.ctrlKey || event.metaKey || event.defaultPrevented) return;
      const state = store.getState();
      const isOnMap = event.target instanceof Element && event.target.closest(".map-view") !== null;
      if (!isOnMap) return;
      const actions: Record<string, () => void> = {
        "/": () => document.getElementById("search-field")?.focus(),
        l: () => state.foldLeft(!state.isLeftFolded),
        s: () => {
          if (state.tab === "planning") state.plan({ sketchMode: "point" });
        },
        t: () => (state.isTableOpen ? state.closeTable() : state.openTable()),
        "?": () => state.open("shortcuts"),
      };
      const act = actions[event.key.toLowerCase()];
      if (!act) return;
      event.preventDefault();
      act();
    };
    // Escape steps back one level; asked before the map, which leaves its canvas on that key.
    const onEscape = (event: KeyboardEvent) => {
      if (event.key !== "Escape" || event.defaultPrevented || document.querySelector("dialog[open]")) return;
      const target = event.target;
      if (
        target instanceof Element &&
        target.closest("input, textarea, select, [popover], [role=listbox], .term[aria-expanded=true]")
      )
        return;
      const state = store.getState();
      if (state.sketchMode !== "none") {
        // On the map Escape takes back one corner at a time, and ends the sketch after the last.
        if (!(target instanceof Element && target.closest(".map-view"))) state.plan({ sketchMode: "none" });
        return;
      }
      if (state.keptClass !== null) state.keepClass(null);
      else if (state.look.kind !== "nothing") state.clearSelection();
      else if (state.isInViewOpen) state.listInView(false);
      else if (state.tab === "planning" && state.planningResult !== "none")
        state.plan({ planningResult: "none", siteInHand: null });
      else return;
      event.stopPropagation();
    };
    document.addEventListener("keydown", onKey);
    document.addEventListener("keydown", onEscape, true);
    return () => {
      document.removeEventListener("keydown", onKey);
      document.removeEventListener("keydown", onEscape, true);
    };
  }, [store]);
}

/** Ctrl+Z takes back a step of the scenario, with Shift it comes again; where something is typed it is the field's. */
function isUndoing(event: KeyboardEvent): boolean {
  if (!(event.ctrlKey || event.metaKey) || event.altKey || event.key.toLowerCase() !== "z") return false;
  const target = event.target;
  return !event.defaultPrevented && !(target instanceof Element && target.closest("input, textarea, select"));
}
