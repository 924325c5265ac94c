import { useLanguage } from "../../i18n/language.tsx";
import { usePage, usePageStore } from "../../state/use-page.ts";
import { IconButton } from "../../ui/icon-button.tsx";
import { useMedia } from "../../ui/use-media.ts";
import { SelectionPanel } from "../selection/selection-panel.tsx";

/** "Auswahl". Below 1440 px it is there only when something is selected. */
export function RightPanel() {
  const { text } = useLanguage();
  const store = usePageStore();
  const isRoomy = useMedia("(min-width: 1440px)");
  const isFolded = usePage((state) => state.isRightFolded);
  const isWanted = usePage((state) => state.look.kind !== "nothing" || state.isInViewOpen);
  if (!isRoomy && !isWanted) return <div id="selection" tabIndex={-1} className="panel-right-absent" />;
  if (isFolded && !(isWanted && !isRoomy)) {
    return (
      <aside className="panel panel-right rail" id="selection" aria-label={text.panels.selection}>
        <IconButton
          icon="pin"
          label={text.panels.unfold(text.panels.selection)}
          aria-expanded={false}
          onClick={() => store.getState().foldRight(false)}
        />
      </aside>
    );
  }
  return (
    <aside className="panel panel-right" id="selection" tabIndex={-1} aria-label={text.panels.selection}>
      <SelectionPanel canFold={isRoomy} />
    </aside>
  );
}
