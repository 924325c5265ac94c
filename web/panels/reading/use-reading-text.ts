import { reading as german, type ReadingText } from "../../i18n/de/reading.ts";
import { reading as english } from "../../i18n/en/reading.ts";
import { useLanguage } from "../../i18n/language.tsx";

/** Wording of changes and pairs, loaded with them rather than with the map. */
export function useReadingText(): ReadingText {
  const { language } = useLanguage();
  return language === "en" ? english : german;
}
