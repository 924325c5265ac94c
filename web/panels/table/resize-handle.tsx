import { type PointerEvent, useRef } from "react";
import { useLanguage } from "../../i18n/language.tsx";
import { leastTableHeight } from "../../state/frame-slice.ts";
import { usePage, usePageStore } from "../../state/use-page.ts";

const keyStep = 32;

/** The upper edge of the table: dragged, or moved with the arrow keys. */
export function ResizeHandle() {
  const { text } = useLanguage();
  const store = usePageStore();
  const height = usePage((state) => state.tableHeight);
  const start = useRef<{ y: number; height: number } | null>(null);
  const most = Math.max(leastTableHeight, window.innerHeight - 200);
  const size = (wanted: number) => store.getState().sizeTable(Math.min(most, wanted));

  return (
    // biome-ignore lint/a11y/useSemanticElements: a separator that can be moved is no <hr>
    <div
      className="resize-handle"
      role="separator"
      aria-orientation="horizontal"
      aria-label={text.table.resize}
      aria-valuemin={leastTableHeight}
      aria-valuemax={most}
      aria-valuenow={Math.min(most, height)}
      tabIndex={0}
      onPointerDown={(event: PointerEvent<HTMLDivElement>) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        start.current = { y: event.clientY, height };
      }}
      onPointerMove={(event) => {
        if (start.current) size(start.current.height + start.current.y - event.clientY);
      }}
      onPointerUp={() => {
        start.current = null;
      }}
      onKeyDown={(event) => {
        const steps: Record<string, number> = {
          ArrowUp: height + keyStep,
          ArrowDown: height - keyStep,
          Home: leastTableHeight,
          End: most,
        };
        const wanted = steps[event.key];
        if (wanted === undefined) return;
        event.preventDefault();
        size(wanted);
      }}
    />
  );
}
