import { lazy, type ReactNode, useId, useRef, useState } from "react";
import { Part } from "../../ui/part.tsx";

const TermText = lazy(() => import("./term-text.tsx"));

/** Room an explanation has at least, in CSS pixels. */
const panelWidth = 320;

/**
 * A word that explains itself: a click, Enter or the space bar opens its meaning, which stays until it is dismissed with
 * Escape, the same button or a click elsewhere (WCAG 1.4.13). `name` is the key in the glossary; nothing loads before.
 */
export function Term({ name, children }: { name: string; children: ReactNode }) {
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const [wasOpened, setOpened] = useState(false);
  const [isOpen, setOpen] = useState(false);
  const [place, setPlace] = useState<{ left: number; top?: number; bottom?: number }>({ left: 0, top: 0 });
  const locate = () => {
    const at = button.current?.getBoundingClientRect();
    if (!at) return;
    const left = Math.max(8, Math.min(at.left, innerWidth - panelWidth - 8));
    const isLow = at.bottom > innerHeight * 0.6;
    setPlace(isLow ? { left, bottom: innerHeight - at.top + 4 } : { left, top: at.bottom + 4 });
    setOpened(true);
  };
  return (
    <>
      <button
        ref={button}
        type="button"
        className="term"
        popoverTarget={id}
        aria-expanded={isOpen}
        aria-describedby={isOpen ? id : undefined}
        onClick={locate}
      >
        {children}
      </button>
      <span
        id={id}
        popover="auto"
        className="term-panel"
        style={place}
        onToggle={(event) => setOpen((event.nativeEvent as ToggleEvent).newState === "open")}
      >
        {wasOpened && (
          <Part lines={2}>
            <TermText name={name} />
          </Part>
        )}
      </span>
    </>
  );
}
