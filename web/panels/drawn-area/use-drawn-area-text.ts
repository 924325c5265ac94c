import { type DrawnAreaText, drawnArea as german } from "../../i18n/de/drawn-area.ts";
import { drawnArea as english } from "../../i18n/en/drawn-area.ts";
import { useLanguage } from "../../i18n/language.tsx";

/** Wording of drawn areas, loaded with their panel rather than with the map. */
export function useDrawnAreaText(): DrawnAreaText {
  const { language } = useLanguage();
  return language === "en" ? english : german;
}
