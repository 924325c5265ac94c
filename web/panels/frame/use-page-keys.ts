import { useEffect } from "react";
import { usePageStore } from "../../state/use-page.ts";

/** Single letters count only while the map has focus (WCAG 2.1.4); "/" also where nothing is being typed. */
export function usePageKeys(): void {
  const store = usePageStore();
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.altKey || event.ctrlKey || event.metaKey || event.defaultPrevented) return;
      const state = store.getState();
      const isOnMap = event.target instanceof Element && event.target.closest(".map-view") !== null;
      if (!isOnMap) return;
      const actions: Record<string, () => void> = {
        "/": () => document.getElementById("search-field")?.focus(),
        l: () => state.foldLeft(!state.isLeftFolded),
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
      if (target instanceof Element && target.closest("input, textarea, select, [popover], [role=listbox]"))
        return;
      const state = store.getState();
      if (state.keptClass !== null) state.keepClass(null);
      else if (state.look.kind !== "nothing") state.clearSelection();
      else if (state.isInViewOpen) state.listInView(false);
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
