import { type ExternalText, external as german } from "../../i18n/de/external.ts";
import { external as english } from "../../i18n/en/external.ts";
import { useLanguage } from "../../i18n/language.tsx";

/** Wording of maps of other services, loaded with what shows them. */
export function useExternalText(): ExternalText {
  const { language } = useLanguage();
  return language === "en" ? english : german;
}
