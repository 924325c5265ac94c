import { useEffect } from "react";
import { useLanguage } from "../../i18n/language.tsx";
import { usePage } from "../../state/use-page.ts";
import { useMapTitle } from "../map/use-map-title.ts";
import { useSelectionTitle } from "../selection/use-selection-title.ts";

/** The window's title follows the view: "Bad Cannstatt – Versiegelte Fläche · 2024 – Sozialraumkarte". */
export function usePageTitle(): void {
  const { text } = useLanguage();
  const { title } = useMapTitle();
  const selected = useSelectionTitle();
  const desk = usePage((state) => state.desk);
  useEffect(() => {
    // A page in the place of the map brings its own name along.
    if (desk) return;
    document.title = text.app.pageTitle(selected ? [selected, title] : [title]);
  }, [text, title, selected, desk]);
}
