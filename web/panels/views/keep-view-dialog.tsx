import { useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { problemText } from "../../data/problem-text.ts";
import { keepView, type SavedViewAnswer, useSavedViews } from "../../data/saved-views.ts";
import { useLanguage } from "../../i18n/language.tsx";
import { viewAddressOf } from "../../state/url.ts";
import { usePageStore } from "../../state/use-page.ts";
import { Modal } from "../../ui/modal.tsx";
import { Notice } from "../../ui/notice.tsx";
import { useMapTitle } from "../map/use-map-title.ts";
import { FormField } from "../record-form/form-field.tsx";
import { useViewsText } from "./use-views-text.ts";

/** Keeps what is on the map now, or changes what is said about a view that is kept. */
export default function KeepViewDialog({
  view = null,
  onClose,
}: {
  view?: SavedViewAnswer | null;
  onClose: () => void;
}) {
  const { text, language } = useLanguage();
  const words = useViewsText();
  const store = usePageStore();
  const client = useQueryClient();
  const map = useMapTitle();
  const views = useSavedViews({ isWanted: true }).data ?? [];
  const lists = [...new Set(views.map(({ properties }) => properties.list))];
  const [title, setTitle] = useState(view?.properties.title ?? map.title.slice(0, 120));
  const [sentence, setSentence] = useState(view?.properties.sentence ?? map.subtitle ?? "");
  const [list, setList] = useState(view?.properties.list ?? words.firstList);
  const [isShared, setShared] = useState(view?.visibility === "INTERNAL");
  const [isReplaced, setReplaced] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  const save = async (event: FormEvent) => {
    event.preventDefault();
    try {
      const address = view && !isReplaced ? view.properties.address : viewAddressOf(store.getState());
      const properties = { title, sentence, list, address };
      await keepView(client, view?.id ?? null, { properties, isShared });
      store.getState().announce(words.kept(title));
      onClose();
    } catch (error) {
      setProblem(problemText(error, text, language));
    }
  };
  return (
    <Modal title={view ? words.change : words.keep} onClose={onClose}>
      <form className="stack" onSubmit={(event) => void save(event)}>
        {problem && <Notice kind="problem">{problem}</Notice>}
        <FormField id="view-title" label={words.title}>
          {(control) => (
            <input
              {...control}
              required
              maxLength={120}
              value={title}
              onChange={(event) => setTitle(event.target.value)}
            />
          )}
        </FormField>
        <FormField id="view-sentence" label={words.sentence}>
          {(control) => (
            <textarea
              {...control}
              rows={3}
              maxLength={400}
              value={sentence}
              onChange={(event) => setSentence(event.target.value)}
            />
          )}
        </FormField>
        <FormField id="view-list" label={words.list} hint={words.listHint}>
          {(control) => (
            <input
              {...control}
              required
              maxLength={80}
              list="view-lists"
              value={list}
              onChange={(event) => setList(event.target.value)}
            />
          )}
        </FormField>
        <datalist id="view-lists">
          {lists.map((one) => (
            <option key={one} value={one} />
          ))}
        </datalist>
        {view && (
          <label className="check">
            <input
              type="checkbox"
              checked={isReplaced}
              onChange={(event) => setReplaced(event.target.checked)}
            />
            <span>
              {words.replace}
              <small>{words.replaceHint(map.title)}</small>
            </span>
          </label>
        )}
        <label className="check">
          <input type="checkbox" checked={isShared} onChange={(event) => setShared(event.target.checked)} />
          <span>
            {words.share}
            <small>{words.shareHint}</small>
          </span>
        </label>
        <p className="button-row">
          <button type="submit" className="button button-main">
            {view ? words.saveChange : words.save}
          </button>
          <button type="button" className="button" onClick={onClose}>
            {words.cancel}
          </button>
        </p>
      </form>
    </Modal>
  );
}
