import {
  createContext,
  type ReactNode,
  useContext,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
} from "react";
import type { ProfileSource } from "#domain/contract/district-contract.ts";
import { useLanguage } from "../../i18n/language.tsx";
import { useDistrictText } from "./use-district-text.ts";

interface Tip {
  show: (target: Element, sentence: string) => void;
  hide: () => void;
  sentenceOf: (source: number) => string;
}
const TipContext = createContext<Tip | null>(null);
export function useSourceTip(): Tip {
  const tip = useContext(TipContext);
  if (!tip) throw new Error("SourceTips is missing around this component");
  return tip;
}

/** Long enough to move the pointer from a figure onto what is said of it. */
const leavingMs = 200;
/** The page scrolls to what gets the focus: for so long the tip follows instead of going away. */
const settlingMs = 400;

/**
 * Says where a figure comes from and of which day it is, beside the figure that is pointed at or has the focus. It can
 * be pointed at itself, and Escape puts it away.
 */
export function SourceTips({
  sources,
  children,
}: {
  sources: readonly ProfileSource[];
  children: ReactNode;
}) {
  const { formats } = useLanguage();
  const words = useDistrictText();
  const panel = useRef<HTMLDivElement>(null);
  const timer = useRef(0);
  const shown = useRef<{ target: Element; at: number } | null>(null);
  const [sentence, setSentence] = useState("");
  const tip = useMemo<Tip>(() => {
    const hide = () => panel.current?.hidePopover();
    return {
      show: (target, told) => {
        window.clearTimeout(timer.current);
        setSentence(told);
        shown.current = { target, at: performance.now() };
        panel.current?.showPopover();
        if (panel.current) putBeside(panel.current, target);
      },
      hide: () => {
        window.clearTimeout(timer.current);
        timer.current = window.setTimeout(hide, leavingMs);
      },
      sentenceOf: (at) => {
        const { source = "", licence = "", referenceDate = "" } = sources[at] ?? {};
        return words.source([source, licence].filter(Boolean).join(", "), formats.period(referenceDate));
      },
    };
  }, [sources, words, formats]);
  useEffect(() => {
    const put = (event: KeyboardEvent) => event.key === "Escape" && panel.current?.hidePopover();
    const leave = () => {
      const { current } = panel;
      if (!current || !shown.current) return;
      const { target, at } = shown.current;
      if (performance.now() - at < settlingMs) putBeside(current, target);
      else current.hidePopover();
    };
    document.addEventListener("keydown", put);
    // What it speaks of moves away from under it.
    document.addEventListener("scroll", leave, { capture: true, passive: true });
    return () => {
      document.removeEventListener("keydown", put);
      document.removeEventListener("scroll", leave, { capture: true });
      window.clearTimeout(timer.current);
    };
  }, []);
  return (
    <TipContext value={tip}>
      {children}
      <div
        ref={panel}
        popover="manual"
        className="source-tip"
        onPointerEnter={() => window.clearTimeout(timer.current)}
        onPointerLeave={tip.hide}
      >
        {sentence}
      </div>
    </TipContext>
  );
}

/** Below what it speaks of, or above where there is no room below; never outside the window. */
function putBeside(tip: HTMLElement, target: Element): void {
  const { clientWidth, clientHeight } = document.documentElement;
  const { left, top, bottom } = target.getBoundingClientRect();
  const isLow = bottom + tip.offsetHeight + 8 > clientHeight;
  tip.style.left = `${Math.max(8, Math.min(left, clientWidth - tip.offsetWidth - 8))}px`;
  tip.style.top = `${isLow ? top - tip.offsetHeight - 4 : bottom + 4}px`;
}

/** A figure, or the head of a column of figures, that tells its source. */
export function Sourced({ source, name, children }: { source: number; name: string; children: ReactNode }) {
  const words = useDistrictText();
  const tip = useSourceTip();
  const id = useId();
  const sentence = tip.sentenceOf(source);
  return (
    <>
      <button
        type="button"
        className="sourced"
        aria-describedby={id}
        onPointerEnter={(event) => tip.show(event.currentTarget, sentence)}
        onPointerLeave={tip.hide}
        onFocus={(event) => tip.show(event.currentTarget, sentence)}
        onBlur={tip.hide}
        onClick={(event) => tip.show(event.currentTarget, sentence)}
      >
        {children}
      </button>
      <span id={id} className="for-ears">
        {words.sourceOf(name)}: {sentence}
      </span>
    </>
  );
}
