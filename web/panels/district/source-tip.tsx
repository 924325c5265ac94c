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
  const [sentence, setSentence] = useState("");
  const tip = useMemo<Tip>(() => {
    const hide = () => panel.current?.hidePopover();
    return {
      show: (target, shown) => {
        window.clearTimeout(timer.current);
        setSentence(shown);
        const { current } = panel;
        if (!current) return;
        current.showPopover();
        const { left, bottom } = target.getBoundingClientRect();
        const most = document.documentElement.clientWidth - current.offsetWidth - 8;
        current.style.left = `${Math.max(8, Math.min(left, most))}px`;
        const isLow = bottom + current.offsetHeight + 8 > document.documentElement.clientHeight;
        const top = isLow ? target.getBoundingClientRect().top - current.offsetHeight - 4 : bottom + 4;
        current.style.top = `${top}px`;
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
    document.addEventListener("keydown", put);
    return () => {
      document.removeEventListener("keydown", put);
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
