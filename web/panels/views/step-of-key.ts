const typing = "input, textarea, select, [contenteditable='true']";
/** Where arrows already mean something: the map pans, a list of tabs or a slider moves on. */
const ownArrows = `${typing}, .map-view, [role=tablist], [role=listbox], [role=slider], [role=separator], [role=grid]`;

/** Where Escape closes something smaller first. */
const ownEscape = `${typing}, [popover], [role=listbox], .term[aria-expanded=true]`;

/**
 * What a key asks of a Vorführung: a step on or back, the end, or nothing. Arrows step wherever they mean nothing else.
 * Bild auf and Bild ab, the keys of a presenter's remote, also step while the map has the focus; only fields keep them.
 */
export function stepOfKey(event: KeyboardEvent): 1 | -1 | "leave" | null {
  if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || event.defaultPrevented) return null;
  if (document.querySelector("dialog[open]")) return null;
  const isIn = (places: string) => event.target instanceof Element && event.target.closest(places) !== null;
  switch (event.key) {
    case "ArrowRight":
      return isIn(ownArrows) ? null : 1;
    case "ArrowLeft":
      return isIn(ownArrows) ? null : -1;
    case "PageDown":
      return isIn(typing) ? null : 1;
    case "PageUp":
      return isIn(typing) ? null : -1;
    case "Escape":
      return isIn(ownEscape) ? null : "leave";
    default:
      return null;
  }
}
