import { type EvidenceText, evidence as german } from "../../i18n/de/evidence.ts";
import { evidence as english } from "../../i18n/en/evidence.ts";
import { useLanguage } from "../../i18n/language.tsx";

/** Wording of what was found out on the spot, loaded with the first sheet that shows it. */
export function useEvidenceText(): EvidenceText {
  const { language } = useLanguage();
  return language === "en" ? english : german;
}
