import { type GlossaryText, glossary as german } from "../../i18n/de/glossary.ts";
import { glossary as english } from "../../i18n/en/glossary.ts";
import { useLanguage } from "../../i18n/language.tsx";

/** Wording of the glossary, loaded with the first word that is explained. */
export function useGlossaryText(): GlossaryText {
  const { language } = useLanguage();
  return language === "en" ? english : german;
}
