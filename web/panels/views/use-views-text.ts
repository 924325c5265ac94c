import { views as german, type ViewsText } from "../../i18n/de/views.ts";
import { views as english } from "../../i18n/en/views.ts";
import { useLanguage } from "../../i18n/language.tsx";

/** Wording of saved views, loaded with their page, form or bar. */
export function useViewsText(): ViewsText {
  const { language } = useLanguage();
  return language === "en" ? english : german;
}
