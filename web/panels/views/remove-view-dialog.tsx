import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { problemText } from "../../data/problem-text.ts";
import { removeView, type SavedViewAnswer } from "../../data/saved-views.ts";
import { useLanguage } from "../../i18n/language.tsx";
import { usePageStore } from "../../state/use-page.ts";
import { Modal } from "../../ui/modal.tsx";
import { Notice } from "../../ui/notice.tsx";
import { useViewsText } from "./use-views-text.ts";

/** Asks once before a view is deleted. */
export function RemoveViewDialog({ view, onClose }: { view: SavedViewAnswer; onClose: () => void }) {
  const { text, language } = useLanguage();
  const words = useViewsText();
  const store = usePageStore();
  const client = useQueryClient();
  const [problem, setProblem] = useState<string | null>(null);
  const { title } = view.properties;
  const remove = async () => {
    try {
      await removeView(client, view.id);
      store.getState().announce(words.removed(title));
      onClose();
      // The row that led here is gone, and with it the button to go back to.
      document.querySelector<HTMLElement>("#desk h1")?.focus();
    } catch (error) {
      setProblem(problemText(error, text, language));
    }
  };
  return (
    <Modal title={words.removeTitle} onClose={onClose}>
      <p>{words.removeQuestion(title)}</p>
      {view.visibility === "INTERNAL" && <p className="small">{words.removeShared}</p>}
      {problem && <Notice kind="problem">{problem}</Notice>}
      <p className="button-row">
        <button type="button" className="button button-main" onClick={() => void remove()}>
          {words.removeTitle}
        </button>
        <button type="button" className="button" onClick={onClose}>
          {words.cancel}
        </button>
      </p>
    </Modal>
  );
}
