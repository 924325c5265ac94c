import { type DataText, data as german } from "../../i18n/de/data.ts";
import { data as english } from "../../i18n/en/data.ts";
import { useLanguage } from "../../i18n/language.tsx";

/** Wording of the tab, loaded with it rather than with the page. */
export function useDataText(): DataText {
  const { language } = useLanguage();
  return language === "en" ? english : german;
}
