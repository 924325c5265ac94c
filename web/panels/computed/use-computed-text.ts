import { type ComputedText, computed as german } from "../../i18n/de/computed.ts";
import { computed as english } from "../../i18n/en/computed.ts";
import { useLanguage } from "../../i18n/language.tsx";

/** Wording of computed indicators, loaded with the first of them. */
export function useComputedText(): ComputedText {
  const { language } = useLanguage();
  return language === "en" ? english : german;
}
