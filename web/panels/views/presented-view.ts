import type { SavedViewAnswer } from "../../data/saved-views.ts";
import type { PresentedView } from "../../state/presentation-slice.ts";

/** What is shown of a saved view. */
export function presentedView({
  id,
  properties: { title, sentence, address },
}: SavedViewAnswer): PresentedView {
  return { id, title, sentence, address };
}
