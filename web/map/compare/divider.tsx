import { type KeyboardEvent, type PointerEvent, useRef } from "react";
import { useSketchText } from "../../i18n/use-sketch-text.ts";
import { IconButton } from "../../ui/icon-button.tsx";

const smallStep = 2;
const largeStep = 10;

/** Share of the left map after a key, in percent; null for keys that do not move the divider. */
export function shareAfter(key: string, share: number): number | null {
  const steps: Readonly<Record<string, number>> = {
    ArrowLeft: share - smallStep,
    ArrowDown: share - smallStep,
    ArrowRight: share + smallStep,
    ArrowUp: share + smallStep,
    PageDown: share - largeStep,
    PageUp: share + largeStep,
    Home: 0,
    End: 100,
  };
  const next = steps[key];
  return next === undefined ? null : within(next);
}

const within = (share: number) => Math.min(100, Math.max(0, share));

/** The line between two maps lying on each other: dragged, moved by keys, or by the two buttons on it. */
export function Divider({ share, onShare }: { share: number; onShare: (share: number) => void }) {
  const words = useSketchText().compare;
  const line = useRef<HTMLDivElement>(null);

  const onKeyDown = (event: KeyboardEvent) => {
    const next = shareAfter(event.key, share);
    if (next === null) return;
    event.preventDefault();
    onShare(next);
  };
  const onPointerDown = (event: PointerEvent<HTMLDivElement>) => {
    event.currentTarget.setPointerCapture(event.pointerId);
  };
  const onPointerMove = (event: PointerEvent<HTMLDivElement>) => {
    const whole = line.current?.parentElement?.getBoundingClientRect();
    if (!whole || !event.currentTarget.hasPointerCapture(event.pointerId)) return;
    onShare(within(((event.clientX - whole.left) / whole.width) * 100));
  };
  return (
    <div ref={line} className="compared-divider" style={{ left: `${share}%` }}>
      <div
        className="compared-divider__grip"
        role="slider"
        tabIndex={0}
        aria-label={words.divider}
        aria-orientation="horizontal"
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={Math.round(share)}
        aria-valuetext={words.dividerAt(Math.round(share))}
        onKeyDown={onKeyDown}
        onPointerDown={onPointerDown}
        onPointerMove={onPointerMove}
      />
      <div className="compared-divider__buttons">
        <IconButton
          icon="left"
          label={words.moreRight}
          disabled={share <= 0}
          onClick={() => onShare(within(share - largeStep))}
        />
        <IconButton
          icon="right"
          label={words.moreLeft}
          disabled={share >= 100}
          onClick={() => onShare(within(share + largeStep))}
        />
      </div>
    </div>
  );
}
