import { useQueryClient } from "@tanstack/react-query";
import { useLayoutEffect, useRef } from "react";
import type { SavedViewStep } from "#domain/contract/saved-view-contract.ts";
import { useOpened } from "../../data/opened.ts";
import { problemText } from "../../data/problem-text.ts";
import { moveView, type SavedViewAnswer } from "../../data/saved-views.ts";
import { useLanguage } from "../../i18n/language.tsx";
import { hasUnsavedSteps, showSavedView } from "../../state/show-view.ts";
import { usePageStore } from "../../state/use-page.ts";
import { IconButton } from "../../ui/icon-button.tsx";
import { presentedView } from "./presented-view.ts";
import { useViewsText } from "./use-views-text.ts";

/** The views of one list in their order. Without `acts` they are somebody else's, to open only. */
export function ViewRows({
  views,
  acts,
}: {
  views: readonly SavedViewAnswer[];
  acts: { edit: (view: SavedViewAnswer) => void; remove: (view: SavedViewAnswer) => void } | null;
}) {
  const { text, language } = useLanguage();
  const words = useViewsText();
  const store = usePageStore();
  const client = useQueryClient();
  const { layers, indicators } = useOpened();
  const isMoving = useRef(false);
  const toFocus = useRef<string | null>(null);

  // A row that moves loses the focus on the way; whoever presses again moves the same view again.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once the rows stand in their new order
  useLayoutEffect(() => {
    if (toFocus.current) document.getElementById(toFocus.current)?.focus();
    toFocus.current = null;
  }, [views]);

  const open = (view: SavedViewAnswer) => {
    const state = store.getState();
    if (state.sight === null && hasUnsavedSteps(state)) return state.sound(words.unsaved);
    showSavedView(store, view.properties.address, { layers, indicators });
    state.noteOpenedView(presentedView(view));
  };
  const move = async (view: SavedViewAnswer, to: SavedViewStep, place: number) => {
    if (isMoving.current || place < 1 || place > views.length) return;
    isMoving.current = true;
    try {
      toFocus.current = buttonId(view, to);
      await moveView(client, view.id, to);
      store.getState().announce(words.moved(view.properties.title, place));
    } catch (error) {
      toFocus.current = null;
      store.getState().sound(problemText(error, text, language));
    } finally {
      isMoving.current = false;
    }
  };
  return (
    <ol className="view-rows">
      {views.map((view, index) => {
        const { title, sentence } = view.properties;
        const mover = (to: SavedViewStep, label: string, place: number) => (
          <IconButton
            icon={to === "earlier" ? "up" : "down"}
            id={buttonId(view, to)}
            label={label}
            aria-disabled={place < 1 || place > views.length}
            onClick={() => void move(view, to, place)}
          />
        );
        return (
          <li key={view.id}>
            <div className="view-row">
              <div className="view-words">
                <button
                  type="button"
                  className="link-button"
                  aria-label={words.open(title)}
                  onClick={() => open(view)}
                >
                  {title}
                </button>
                {sentence && <p>{sentence}</p>}
                {acts && view.visibility === "INTERNAL" && <p className="small">{words.isShared}</p>}
              </div>
              {acts && (
                <p className="button-row">
                  {mover("earlier", words.earlier(title), index)}
                  {mover("later", words.later(title), index + 2)}
                  <button
                    type="button"
                    className="button small-button"
                    aria-label={words.edit(title)}
                    onClick={() => acts.edit(view)}
                  >
                    {words.editShort}
                  </button>
                  <button
                    type="button"
                    className="button small-button"
                    aria-label={words.remove(title)}
                    onClick={() => acts.remove(view)}
                  >
                    {words.removeShort}
                  </button>
                </p>
              )}
            </div>
          </li>
        );
      })}
    </ol>
  );
}

const buttonId = ({ id }: SavedViewAnswer, to: SavedViewStep) => `view-${to}-${id}`;
