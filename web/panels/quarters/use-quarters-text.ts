import { quarters as german, type QuartersText } from "../../i18n/de/quarters.ts";
import { quarters as english } from "../../i18n/en/quarters.ts";
import { useLanguage } from "../../i18n/language.tsx";

/** Wording of the dossiers of areas, loaded with them. */
export function useQuartersText(): QuartersText {
  const { language } = useLanguage();
  return language === "en" ? english : german;
}
