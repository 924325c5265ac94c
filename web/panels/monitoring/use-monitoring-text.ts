import { monitoring as german, type MonitoringText } from "../../i18n/de/monitoring.ts";
import { monitoring as english } from "../../i18n/en/monitoring.ts";
import { useLanguage } from "../../i18n/language.tsx";

/** Wording of the tab, loaded with it rather than with the page. */
export function useMonitoringText(): MonitoringText {
  const { language } = useLanguage();
  return language === "en" ? english : german;
}
