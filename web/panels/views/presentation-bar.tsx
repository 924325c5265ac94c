import { lazy, useCallback, useEffect, useRef, useState } from "react";
import { useOpened } from "../../data/opened.ts";
import { useLanguage } from "../../i18n/language.tsx";
import type { Presentation } from "../../state/presentation-slice.ts";
import { leavePresentation, showSavedView } from "../../state/show-view.ts";
import { viewOf } from "../../state/url.ts";
import { usePage, usePageStore } from "../../state/use-page.ts";
import "../../styles/views.css";
import { IconButton } from "../../ui/icon-button.tsx";
import { Part } from "../../ui/part.tsx";
import { useTabs } from "../frame/use-tabs.ts";
import { cityPadding, useMapHandle } from "../map/map-handle.ts";
import { leaveFullScreen } from "./full-screen.ts";
import { MissingNote } from "./missing-note.tsx";
import { stepOfKey } from "./step-of-key.ts";
import { useIsSightAnswered } from "./use-missing-parts.ts";
import { useViewsText } from "./use-views-text.ts";

/** What comes later is prepared once the first view has had the machine for itself. */
const firstViewMs = 4000;

const PlanningWarmUp = lazy(() => import("./planning-warm-up.tsx"));

/** The bar of a Vorführung, in the place of the page's own: what is shown, and the way on, back and out. */
export default function PresentationBar({ presentation }: { presentation: Presentation }) {
  const words = useViewsText();
  const { text } = useLanguage();
  const store = usePageStore();
  const { city, layers, indicators } = useOpened();
  const handle = useMapHandle();
  const bar = useRef<HTMLElement>(null);
  const sight = usePage((state) => state.sight);
  const isSightAnswered = useIsSightAnswered();
  const [said, setSaid] = useState("");
  const { views, at, isFullScreen } = presentation;
  const view = views[at];
  const [hasTime, setHasTime] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setHasTime(true), firstViewMs);
    return () => clearTimeout(timer);
  }, []);
  // Planning is not there for everybody, and not in every Sicht.
  const { tabs } = useTabs();
  const planned =
    hasTime && tabs.includes("planning")
      ? new Set(views.map(({ address }) => address).filter((one) => viewOf(one).tab === "planning"))
      : [];
  const leave = useCallback(() => {
    leavePresentation(store);
    const { camera } = store.getState();
    if (camera) handle.current?.moveTo(camera, { animate: false });
  }, [store, handle]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: only another view, or another Sicht, is another step
  useEffect(() => {
    if (!view || !isSightAnswered) return;
    showSavedView(store, view.address, { layers, indicators });
    const { camera } = store.getState();
    if (camera) handle.current?.moveTo(camera, { animate: false });
    else handle.current?.moveTo({ bounds: city.bounds }, { animate: false, padding: cityPadding() });
    setSaid(words.shown(at + 1, views.length, [view.title, view.sentence].filter(Boolean).join(". ")));
  }, [view, isSightAnswered]);

  // After the dialog that began it has given the focus back to a page that is gone.
  useEffect(() => {
    const frame = requestAnimationFrame(() => bar.current?.focus());
    return () => cancelAnimationFrame(frame);
  }, []);

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const step = stepOfKey(event);
      if (step === null) return;
      if (step === "leave") leave();
      else store.getState().stepView(step);
      event.preventDefault();
      event.stopPropagation();
    };
    // Before the page's own Escape, which would only let go of a selection.
    window.addEventListener("keydown", onKey, true);
    // Browsers keep Escape for themselves in full screen: leaving it ends the Vorführung.
    const onScreen = () => {
      if (document.fullscreenElement === null) leave();
      else store.getState().noteFullScreen(true);
    };
    document.addEventListener("fullscreenchange", onScreen);
    return () => {
      window.removeEventListener("keydown", onKey, true);
      document.removeEventListener("fullscreenchange", onScreen);
      leaveFullScreen();
    };
  }, [store, leave]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: said once, when it is over
  useEffect(() => () => store.getState().announce(words.ended), [store]);

  if (!view) return null;
  const { stepView } = store.getState();
  return (
    <section ref={bar} tabIndex={-1} className="presentation-bar" aria-label={words.bar}>
      <div className="presentation-words">
        <p className="presentation-title">{view.title}</p>
        {view.sentence && <p className="presentation-sentence">{view.sentence}</p>}
        <MissingNote address={view.address} />
        {!isFullScreen && <p className="missing-note">{words.noFullScreen}</p>}
      </div>
      <div className="presentation-steps">
        {sight && <span className="small">{text.sight.changed(text.levels[sight])}</span>}
        <IconButton
          icon="left"
          label={words.previous}
          aria-disabled={at === 0}
          onClick={() => stepView(-1)}
        />
        <span>{words.at(at + 1, views.length)}</span>
        <IconButton
          icon="right"
          label={words.next}
          aria-disabled={at === views.length - 1}
          onClick={() => stepView(1)}
        />
        <button type="button" className="button" onClick={leave}>
          {words.end}
        </button>
      </div>
      {[...planned].map((address) => (
        <Part key={address} lines={0}>
          <PlanningWarmUp address={address} />
        </Part>
      ))}
      <p className="for-ears" role="status">
        {said}
      </p>
    </section>
  );
}
