import { planning as german, type PlanningText } from "../../i18n/de/planning.ts";
import { planning as english } from "../../i18n/en/planning.ts";
import { useLanguage } from "../../i18n/language.tsx";

/** Wording of the tab, loaded with it rather than with the page. */
export function usePlanningText(): PlanningText {
  const { language } = useLanguage();
  return language === "en" ? english : german;
}
