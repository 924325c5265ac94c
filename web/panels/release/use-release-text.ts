import { release as german } from "../../i18n/de/release.ts";
import { release as english } from "../../i18n/en/release.ts";
import { useLanguage } from "../../i18n/language.tsx";

/** Wording of Freigabe and Rücknahme, loaded with the sheet rather than with the page. */
export function useReleaseText(): typeof german {
  const { language } = useLanguage();
  return language === "en" ? english : german;
}
