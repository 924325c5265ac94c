import { useLanguage } from "../../i18n/language.tsx";
import { usePageStore } from "../../state/use-page.ts";
import { IconButton } from "../../ui/icon-button.tsx";

/** Folds the right panel away to its edge. */
export function FoldRight() {
  const { text } = useLanguage();
  const store = usePageStore();
  return (
    <IconButton
      icon="right"
      className="fold"
      label={text.panels.fold(text.panels.selection)}
      aria-expanded={true}
      onClick={() => store.getState().foldRight(true)}
    />
  );
}
