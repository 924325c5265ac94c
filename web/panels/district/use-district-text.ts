import { type DistrictText, district as german } from "../../i18n/de/district.ts";
import { district as english } from "../../i18n/en/district.ts";
import { useLanguage } from "../../i18n/language.tsx";

/** Wording of the page of a Stadtbezirk, loaded with it. */
export function useDistrictText(): DistrictText {
  const { language } = useLanguage();
  return language === "en" ? english : german;
}
