import { usePageStore } from "../../state/use-page.ts";
import "../../styles/views.css";
import type { PresentedView } from "../../state/presentation-slice.ts";
import { IconButton } from "../../ui/icon-button.tsx";
import { MissingNote } from "./missing-note.tsx";
import { useViewsText } from "./use-views-text.ts";

/** Above the map: which kept view is open, what belongs to it, and what of it does not show here. */
export default function OpenedViewNote({ view: { title, sentence, address } }: { view: PresentedView }) {
  const words = useViewsText();
  const store = usePageStore();
  return (
    <section className="opened-view" aria-label={words.opened}>
      <div>
        <p>
          <strong>{title}</strong> {sentence}
        </p>
        <MissingNote address={address} />
      </div>
      <IconButton
        icon="close"
        label={words.closeNote}
        onClick={() => store.getState().noteOpenedView(null)}
      />
    </section>
  );
}
