import { type FormEvent, useState } from "react";
import { isAtMost } from "#domain/access/visibility.ts";
import { useOpened } from "../../data/opened.ts";
import type { SavedViewAnswer } from "../../data/saved-views.ts";
import { useLanguage } from "../../i18n/language.tsx";
import { beginPresentation } from "../../state/show-view.ts";
import { usePage, usePageStore } from "../../state/use-page.ts";
import { Modal } from "../../ui/modal.tsx";
import { Notice } from "../../ui/notice.tsx";
import { FormField } from "../record-form/form-field.tsx";
import { askForFullScreen } from "./full-screen.ts";
import { presentedView } from "./presented-view.ts";
import { useViewsText } from "./use-views-text.ts";

/** Before views go on a wall: what the room may see. The Sicht can be lowered here, never raised. */
export function PresentDialog({
  name,
  views,
  onClose,
}: {
  name: string;
  views: readonly SavedViewAnswer[];
  onClose: () => void;
}) {
  const { text } = useLanguage();
  const words = useViewsText();
  const store = usePageStore();
  const { me } = useOpened();
  const sight = usePage((state) => state.sight);
  const levels = me.ceilings.filter((level) => sight === null || isAtMost(level, sight));
  const highest = levels.at(-1) ?? "PUBLIC";
  const [chosen, setChosen] = useState(highest);
  const [isRefused, setRefused] = useState(false);

  const begin = (event: FormEvent) => {
    event.preventDefault();
    const room = chosen === highest ? sight : chosen;
    const began = beginPresentation(store, { views: views.map(presentedView), sight: room });
    if (began) askForFullScreen(store);
    else setRefused(true);
  };
  return (
    <Modal title={words.present(name)} onClose={onClose}>
      <form className="stack" onSubmit={begin}>
        {isRefused && <Notice kind="problem">{words.unsaved}</Notice>}
        <p>{words.onTheWall}</p>
        {levels.length > 1 && (
          <FormField id="present-sight" label={words.room} hint={words.roomHint}>
            {(control) => (
              <select
                {...control}
                value={chosen}
                onChange={({ target }) =>
                  setChosen(levels.find((level) => level === target.value) ?? highest)
                }
              >
                {levels.map((level) => (
                  <option key={level} value={level}>
                    {text.levels[level]}
                  </option>
                ))}
              </select>
            )}
          </FormField>
        )}
        <p className="small">{words.keys}</p>
        <p className="button-row">
          <button type="submit" className="button button-main">
            {words.presentShort}
          </button>
          <button type="button" className="button" onClick={onClose}>
            {words.cancel}
          </button>
        </p>
      </form>
    </Modal>
  );
}
