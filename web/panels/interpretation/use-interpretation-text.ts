import { interpretation as german, type InterpretationText } from "../../i18n/de/interpretation.ts";
import { interpretation as english } from "../../i18n/en/interpretation.ts";
import { useLanguage } from "../../i18n/language.tsx";

/** Wording of how departments read a figure, loaded with the first of them. */
export function useInterpretationText(): InterpretationText {
  const { language } = useLanguage();
  return language === "en" ? english : german;
}
