import { type AssessmentText, assessment as german } from "../../i18n/de/assessment.ts";
import { assessment as english } from "../../i18n/en/assessment.ts";
import { useLanguage } from "../../i18n/language.tsx";

/** Wording of what people on the spot say, loaded with the first sheet that shows it. */
export function useAssessmentText(): AssessmentText {
  const { language } = useLanguage();
  return language === "en" ? english : german;
}
