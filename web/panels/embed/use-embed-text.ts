import { embed as german } from "../../i18n/de/embed.ts";
import { embed as english } from "../../i18n/en/embed.ts";
import { useLanguage } from "../../i18n/language.tsx";

/** Wording of the embed, loaded with the menu rather than with the page. */
export function useEmbedText(): typeof german {
  const { language } = useLanguage();
  return language === "en" ? english : german;
}
