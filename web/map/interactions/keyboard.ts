/** What the keyboard does beyond MapLibre's own panning and zooming. */
export interface KeyboardActions {
  /** Enter: pick what lies under the crosshair. */
  pickAtCentre: () => void;
}

/**
 * Shows the crosshair while the map has keyboard focus, picks with Enter and leaves with Escape: focus goes
 * to a mark behind the map, so that Tab continues with what follows. Returns the undoing.
 */
export function bindKeyboard(
  canvas: HTMLCanvasElement,
  parts: { crosshair: HTMLElement; end: HTMLElement },
  actions: KeyboardActions,
): () => void {
  const showCrosshair = (isShown: boolean) => {
    parts.crosshair.hidden = !isShown;
  };
  const onFocus = () => showCrosshair(canvas.matches(":focus-visible"));
  const onBlur = () => showCrosshair(false);
  const onPointer = () => showCrosshair(false);
  const onKey = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === "Enter") {
      event.preventDefault();
      showCrosshair(true);
      actions.pickAtCentre();
    } else if (event.key === "Escape") {
      parts.end.focus();
    } else if (event.key.startsWith("Arrow") || event.key === "+" || event.key === "-") {
      showCrosshair(true);
    }
  };
  canvas.addEventListener("focus", onFocus);
  canvas.addEventListener("blur", onBlur);
  canvas.addEventListener("pointerdown", onPointer);
  canvas.addEventListener("keydown", onKey);
  return () => {
    canvas.removeEventListener("focus", onFocus);
    canvas.removeEventListener("blur", onBlur);
    canvas.removeEventListener("pointerdown", onPointer);
    canvas.removeEventListener("keydown", onKey);
  };
}
